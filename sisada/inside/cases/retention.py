"""What was said in a report is deleted when its time is over: 90 days after it was closed (a dated rule), unless it is evidence."""

from sisada.inside.cases.refusals import call, rows_of


def erase_what_is_over() -> int:
    """Case by case, each in its own transaction; how many. Letters that nobody could open lose their content, too."""
    over = [row[0] for row in rows_of("cases_over")]
    for case in over:
        call("cases_erase", case)
    call("cases_drop_held_letters")
    return len(over)
