-- What a rule says on a day (without one: today in the office's zone); null where no row is in force. Of rows in force the one that
-- began last counts; of those that began together the office's before the release's, then the later set (as dated_rows.in_force).
create or replace function rules_value(name text, about text default '', on_day date default null)
    returns jsonb
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select counted.value
    from rules_counted as counted, coalesce(rules_value.on_day, rules_today()) as day
    where counted.name = rules_value.name and counted.about = rules_value.about
        and counted.valid_from <= day and (counted.valid_until is null or counted.valid_until >= day)
    order by counted.valid_from desc, counted.set_by is not null desc, counted.set_at desc, counted.id desc
    limit 1
$$;
