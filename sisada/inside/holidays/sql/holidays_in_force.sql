-- The days on which the office is closed, Saturdays and Sundays apart.
create or replace view holidays_in_force as
select newest.id, newest.day, newest.name, newest.kind, newest.source, newest.set_by, newest.set_at
from (
    select distinct on (known.day) known.* from holidays_day as known order by known.day, known.set_at desc, known.id
) as newest
where not newest.withdrawn;
