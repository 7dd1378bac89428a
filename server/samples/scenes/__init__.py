"""The scenes of the sample videos: a place of work each, with something that moves."""
