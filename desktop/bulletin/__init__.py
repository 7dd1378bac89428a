"""The bulletin 周报: one week of the boards as an A4 page and as a long picture; no network, no store."""
