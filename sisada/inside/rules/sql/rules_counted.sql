-- The rows that count on some day: not withdrawn, and confirmed by another person where two are needed.
create or replace view rules_counted as
select dated.id, dated.name, dated.about, dated.value, dated.valid_from, dated.valid_until, dated.source, dated.set_by, dated.set_at
from rules_row as dated
where not exists (select from rules_withdrawal as withdrawal where withdrawal.row = dated.id)
    and (not dated.needs_second
        or exists (select from rules_confirmation as confirmation where confirmation.row = dated.id and confirmation.by <> dated.set_by));
