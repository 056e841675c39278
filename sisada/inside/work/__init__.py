"""The worker: the process that runs every capability's jobs (their jobs.py), as the role `sisada_worker`.

A job is one line around a rule, takes ids only, and may run twice. Begin reading in `__main__.py`.
"""
