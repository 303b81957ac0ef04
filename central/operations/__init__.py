"""The server half of the purchase protocol: orders, authorise, capture, void, receipts."""
