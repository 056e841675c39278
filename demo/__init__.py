"""The demonstration: a synthetic Directorate, its office day, and the launcher that runs both on one machine.

Begin reading in `run.py`. Nothing in `sisada` imports from here; demo accounts and fixed secrets exist only here.
"""
