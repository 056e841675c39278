-- Every role ever held, with the last day on which it counts: its own, or the day before its earliest end. Null: until further notice.
create or replace view accounts_holding as
select held.id, held.user_id, held.role, held.capacity, held.valid_from, least(held.valid_until, ended.first_day - 1) as last_day
from accounts_role_held as held
left join lateral (select min(ends.ended_on) as first_day from accounts_role_end as ends where ends.role_held = held.id) as ended on true;
