"""Tests of memberships and member lists."""
