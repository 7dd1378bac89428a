"""The tab 同步中心: what waits, what collided, what is on this computer, how the network is."""
