"""Member lists as Excel files: read into lines with their errors, and the template to fill in; no Qt, no database."""
