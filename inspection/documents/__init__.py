"""What a proof document or logo is, and pictures of it; pictures and PDF pages are decoded in a limited child only."""
