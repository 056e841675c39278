"""What takes how long, measured through the whole stack. One module for each `make bench-…`; docs/benchmarks.md holds the last figures."""
