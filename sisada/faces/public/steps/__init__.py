"""One question a screen, in one form that is sent to itself. Nothing is kept here between two screens: what was answered travels along
in the form, so a report that was never sent never existed for us. Begin with `asking.py`; a kind of report is a folder beside this one.
"""
