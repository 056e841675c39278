"""What runs in the child, and nothing more: Python's own library, Pillow, and no line of the rest of this product.

`serve.py` is its loop, `confine.py` and `calls.py` the walls around it, `reencode.py` what it is for. The parent shares `kinds.py` alone.
"""
