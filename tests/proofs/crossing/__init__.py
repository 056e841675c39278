"""The passage under blows: a gate that strikes at any statement, writers on both sides, and the count afterwards."""
