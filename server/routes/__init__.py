"""HTTP endpoints: parse, call a service, return."""
