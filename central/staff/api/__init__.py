"""The staff's API: thin handlers between the messages and the rules of the rooms."""
