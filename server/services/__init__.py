"""Rules and queries; services flush and never commit."""
