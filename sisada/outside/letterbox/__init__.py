"""The letterbox at the street: takes sealed letters, keeps them until inside has fetched them, gives a reporter back what is sealed to him.

Begin reading in `post.py` (how a letter is sealed and stored) and `thread.py` (how a word code opens its thread); `receipts.py` signs what
proves to anybody that a letter was received. Nothing in these tables can be read here: letters are sealed to inside's key, everything that
a reporter may see again to the key of his own word code, which nobody keeps. docs/letterbox.md tells the rest.
"""
