-- Say who answers findings on which days, and in which turn: a new row, never an edit. Not for days that are over. By atasan or kepala, for one
-- of them; whether the named one still is one on the day is asked again when somebody must be asked.
create or replace function orders_put_on_rota(officer uuid, turn integer, first_day date, last_day date, set_by uuid)
    returns uuid
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    made uuid;
begin
    perform orders_require_role(set_by, array['atasan', 'kepala']);
    if accounts_capacity_in(officer, array['atasan', 'kepala']) is null then
        raise exception 'orders.officer-without-role' using errcode = 'LK001';
    end if;
    if first_day < rules_today() then
        raise exception 'orders.rota-in-the-past' using errcode = 'LK001';
    end if;
    insert into orders_rota (id, officer, turn, valid_from, valid_until, set_by) values (gen_random_uuid(), officer, turn, first_day, last_day, set_by)
    returning id into made;
    return made;
end $$;
