"""A landlord's list of who stays at a place, read from a file of somebody unknown: all of it or nothing, and what is wrong is said row by
row. Begin with `reading.py`. Nothing of a file is kept, run or worked out."""
