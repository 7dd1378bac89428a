"""Certificates 电子证书 as PDF, painted over a template that staff may replace; no network, no store."""
