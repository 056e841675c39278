-- The role in which an officer looked, as he held it on that day; null: none is on record any more. Never granted.
create or replace function oversight_role_at(officer uuid, at timestamptz)
    returns text
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select held.role from accounts_holding as held cross join rules_zone as office
    where held.user_id = oversight_role_at.officer
      and (oversight_role_at.at at time zone office.zone)::date between held.valid_from and coalesce(held.last_day, 'infinity')
    order by (held.capacity = 'definitif') desc, held.valid_from desc, held.role
    limit 1
$$;
