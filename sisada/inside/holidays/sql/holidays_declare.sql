-- A closed day, as a decree names it, from today on: what a past day was must not change. By admin or head.
create or replace function holidays_declare(day date, name text, kind text, source text, by uuid)
    returns uuid
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    perform holidays_require_setter(holidays_declare.day, holidays_declare.source, holidays_declare.by);
    if coalesce(btrim(holidays_declare.name), '') = '' or not coalesce(holidays_declare.kind, '') in ('public', 'cuti-bersama') then
        raise exception 'holidays.says-too-little' using errcode = 'HD001';
    end if;
    if exists (select from holidays_in_force as known where known.day = holidays_declare.day) then
        raise exception 'holidays.closed-already' using errcode = 'HD001';
    end if;
    return holidays_add(holidays_declare.day, holidays_declare.name, holidays_declare.kind, false, holidays_declare.source, holidays_declare.by);
end $$;
