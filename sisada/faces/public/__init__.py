"""The public face: anybody tells the office what worries them, who stays at their place, or that their own data is wrong, and follows
what came of it. Begin with `urls.py`. It knows `outside` alone, as the role `sisada_public`; it has no users, sessions or cookies.
"""
