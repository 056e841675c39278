"""Page parts, the same on every face: one folder a part, with its template, its style and its examples for /gaya/.

A page writes `{% load parts %}` and then `{% part "status_headline" headline=headline %}`. A part gets plain values,
sees nothing else of the page, and decides nothing. What it expects stands on the first lines of its template.
"""
