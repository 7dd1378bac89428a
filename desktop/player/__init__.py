"""Playing videos: what a player can do, and the one that does it with libVLC."""
