"""Boards of one week as a workbook: what stands in it, how it looks first, the file; no Qt, no database, no network."""
