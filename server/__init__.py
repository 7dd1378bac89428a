"""The server: the truth that desks sync with; FastAPI, SQLAlchemy, SQLite or PostgreSQL."""
