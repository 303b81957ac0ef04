"""The prepaid ledger: accounts, holds and postings. Knows no other room of central."""
