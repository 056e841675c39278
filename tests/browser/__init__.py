"""Journeys through the office face in a real browser, against a whole demo house. Begin reading in `house.py`."""
