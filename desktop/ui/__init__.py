"""Widgets that know nothing of the contest."""
