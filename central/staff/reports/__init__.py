"""Reports: one query a report, one shape for all (``kiosk.contract.staff.reports``), its files."""
