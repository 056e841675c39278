"""Keberadaan orang asing: whoever lets people stay says who, where and since when (Law 6/2011 art. 72), and keeps that list up to date by
the code. Begin with `report.py`; the list afterwards is `my_list.py`. Nothing here says a word about any person."""
