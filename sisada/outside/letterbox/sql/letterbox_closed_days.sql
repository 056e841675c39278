-- The office's closed days from the first to the last day, both included; weekends are no rows. Called by promises.py.
create or replace function letterbox_closed_days(first_day date, last_day date)
    returns setof date
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select newest.day
    from (
        select distinct on (holiday.day) holiday.day, holiday.withdrawn
        from letterbox_holiday as holiday
        where holiday.day between first_day and last_day
        order by holiday.day, holiday.set_at desc, holiday.id
    ) as newest
    where not newest.withdrawn
$$;
