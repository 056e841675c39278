"""A synthetic Directorate General and its office day: nobody in it exists.

`demo.directorate.build` makes the database, `demo.directorate.life` lets it live, `demo.directorate.act` does one act by hand.
Nothing in `sisada/` imports this package: the link meets the demo as it would meet the real source, over the wire.
"""
