"""The public of the demo: invented people who report to the office, through the same letterbox as everybody.

`python -m demo.reporters` sends what stands in `reports.toml` once, then now and then one of them anew. It holds what the public face holds
and nothing else: an address of the outside, and no key that opens what it sealed.
"""

# The code of the first report, told by `make run`: whoever tries the demo follows it at once. Real codes are drawn and told to nobody else.
TOLD_CODE = ("payung", "kapal", "jendela", "sungai", "gitar", "pelangi", "perahu")
