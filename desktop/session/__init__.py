"""A person comes to the desk: what blocks, and what takes 0.6 s to load (SQLAlchemy, requests, pydantic).

So both are imported late: `arriving` runs on network threads, `entering` on the UI thread after the first window.
"""
