"""The shipped borders of the office's kelurahan: a small map to put a pin on, and in which kelurahan a pin lies."""
