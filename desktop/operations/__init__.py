"""What a person can do, one short function for each verb; `done` and `failed` are called on the UI thread."""
