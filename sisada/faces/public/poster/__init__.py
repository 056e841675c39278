"""A poster for a kelurahan's notice board: one sheet of A4 with a code that opens the form with the place filled in."""
