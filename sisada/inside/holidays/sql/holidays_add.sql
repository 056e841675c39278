-- One row, and the same on its way outside. Called by the functions below it, after their own checks; never granted.
create or replace function holidays_add(day date, name text, kind text, withdrawn boolean, source text, set_by uuid)
    returns uuid
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    made holidays_day;
begin
    insert into holidays_day (day, name, kind, withdrawn, source, set_by)
    values (holidays_add.day, btrim(holidays_add.name), holidays_add.kind, holidays_add.withdrawn, btrim(holidays_add.source), holidays_add.set_by)
    returning * into made;
    insert into holidays_outgoing (kind, body) values ('letterbox-holiday', jsonb_build_object(
        'id', made.id, 'day', made.day, 'name', made.name, 'kind', made.kind, 'withdrawn', made.withdrawn, 'set_at', made.set_at));
    return made.id;
end $$;
