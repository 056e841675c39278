"""The link: one door through which the Directorate General's changes flow into the mirror.

For everybody who reads a person: what they see is what the Directorate published, in its order, each transaction whole and exactly once,
or the mirror says that it stands still and why. Begin reading at `mapping.py` (what becomes what), then `core.py` (what a change means),
`apply.py` (how it is written) and `stream.py` (how it arrives).
"""
