-- Whether the last crossing that the mirror has of this person is an exit, on this day or before. Never granted.
create or replace function cases_left_by(of_person uuid, on_day date)
    returns boolean
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select coalesce((
        select last.direction = 'out' and rules_day_of(last.crossed_at) <= on_day
        from registry_crossing as last where last.person_id = of_person order by last.crossed_at desc limit 1), false)
$$;
