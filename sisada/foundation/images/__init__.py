"""A stranger's photo becomes one of our own: decoded and drawn anew in a process that can do nothing else, the received bytes dropped.

Begin reading in `clean.py` (what callers see); `pool.py` keeps the children, `plain_jpeg.py` reads their answers, `sandbox/` is what runs
in a child. docs/files.md tells what happens to a file from the street to the officer's browser.
"""
