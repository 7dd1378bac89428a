"""The tab 成员审核."""
