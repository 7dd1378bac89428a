"""作品审核: the queue, the viewer and the inspector of the works a moderator has claimed."""
