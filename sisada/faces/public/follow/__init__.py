"""Ikuti: seven words in, the office's answer out, and a way to write back. Everything goes by POST: no word ever stands in an address."""
