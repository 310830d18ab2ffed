"""Ledger -> findings: does the record hold together? One rule a file, found by itself."""
