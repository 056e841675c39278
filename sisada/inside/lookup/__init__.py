"""An officer finds a person. For officers in the field and at the desk; begin reading in `views.py`, then `find.py`.

It promises: a typed text becomes one question (`question.py`), a question becomes one look on record, and what is disclosed is
on record before it is read. Three answers when nothing is found, each with the next step, and never "bersih": no record
matches; it cannot be said for certain; it could not be read.

Tables: lookup_name_part, lookup_number (search keys, written by the link). Functions: lookup_candidates (scoring rows of a
search), lookup_area_page (ids of a list), lookup_hits (rows put on record), lookup_card, lookup_photo, lookup_area_numbers.
The one hard thing: subject and question come out of the look, never as arguments, so one look opens one person or one list.
"""
