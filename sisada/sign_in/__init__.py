"""Who is at the keyboard: users, second factor, devices. The same code on both sides; each database has its own users.

What a user may do is not decided here: inside it is `accounts`, outside `members`. Begin reading in `models.py`.
"""
