"""What both sides stand on: clock, calendar, office, problems, database, page parts, the launcher. It knows no capability."""
