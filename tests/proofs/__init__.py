"""Proofs that take longer than a test may: each is a `make prove-…`, and a fast test runs a small one with a fixed seed."""
