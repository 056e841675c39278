"""Tanda terima: the code that opens the office's answer, shown once, and a signed receipt that anybody can check."""
