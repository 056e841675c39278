"""Who works here, in which role, from when until when. Begin reading in `roles.py`.

A role is a dated row, not a flag: heads change, and a stand-in (Plh, Plt) holds the role for a while.
Views say which roles may enter with `access.open_to`; the test of every route as every role walks those marks.
"""
