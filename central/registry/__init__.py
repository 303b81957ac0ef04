"""Where company data comes from: tables, search, and the sample registry."""
