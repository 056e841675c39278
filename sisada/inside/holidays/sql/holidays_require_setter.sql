-- May this person declare something about this day, from this source? Also keeps two declarations about one day from crossing each other.
-- Called by holidays_declare and holidays_withdraw; never granted.
create or replace function holidays_require_setter(day date, source text, person uuid)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    if cardinality(rules_setter_roles(person)) = 0 then
        raise exception 'holidays.not-for-this-role' using errcode = 'HD001';
    end if;
    if holidays_require_setter.day is null or holidays_require_setter.day < rules_today() then
        raise exception 'holidays.day-is-past' using errcode = 'HD001';
    end if;
    if coalesce(btrim(source), '') = '' then
        raise exception 'holidays.no-source' using errcode = 'HD001';
    end if;
    lock table holidays_day in share row exclusive mode;
end $$;
