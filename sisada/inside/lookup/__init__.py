"""How an officer finds a person: whatever is typed, pasted or read from a document becomes one question, and its answer says why it fits.

For the office face. It promises that a question is understood by rule and shown as understood, that nobody is read without
a look on record, and that nothing found is never called clean. Begin with `question.py` (what was asked), then `mrz.py`,
`document_numbers.py`, `birth_dates.py` and `name_folding.py` (how its parts are read).
"""
