"""A person comes to the desk: what blocks, and what takes long to load.

`returning` and `opening` run on network threads and need only the store; `arriving` brings the network library and the
shapes on the wire (0.4 s); `entering` runs on the UI thread after the first window.
"""
