"""The pages Cari and Orang by plain Django ORM, as owner, without a look and without a kept answer: what the looks are compared with.

Same process model, middleware, session, rules and templates as the office face; only the reading differs. Written to be fast:
one query a table, nothing read twice, no query per row. For the benchmark alone: it would break every promise of the house.
"""
