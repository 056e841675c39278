"""Areas: codes, names and borders, from province down to kelurahan; RT and RW are numbers inside a kelurahan.

Read from files that ship with the code (data/NOTICE.md says where they come from). The office may replace them with the official set.
"""
