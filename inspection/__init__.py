"""What a video is, as the file itself says; PyAV runs in a child process with limits, because uploads are hostile."""
