"""Invented people, organizations, works and videos, with which a server can be tried."""
