"""The plate detector: scenes that are drawn, the net, and its training."""
