-- The office works on this day after all: a decree moved or took back the day. By admin or head, from today on.
create or replace function holidays_withdraw(day date, source text, by uuid)
    returns uuid
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    closed holidays_in_force;
begin
    perform holidays_require_setter(holidays_withdraw.day, holidays_withdraw.source, holidays_withdraw.by);
    select * into closed from holidays_in_force as known where known.day = holidays_withdraw.day;
    if closed.id is null then
        raise exception 'holidays.open-already' using errcode = 'HD001';
    end if;
    return holidays_add(closed.day, closed.name, closed.kind, true, holidays_withdraw.source, holidays_withdraw.by);
end $$;
