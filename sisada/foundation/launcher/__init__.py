"""Starts and keeps the processes of one machine: embedded PostgreSQL servers and our own, each under a guard.

Begin reading in `supervisor.py`. A part killed with -9 is restarted; when the launcher itself is killed, every guard
sees its pipe close and stops its part, so that no orphan stays. Used by the demo and by an installation without systemd.
"""
