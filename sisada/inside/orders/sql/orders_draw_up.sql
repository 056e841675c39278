-- Draw up an order. It opens nothing until somebody else approves it; whoever may sign is told, as long as its window lasts, and is told that
-- it is urgent when it follows a direct finding. Nobody draws up an order for a day that is over: what was seen before would seem covered. Called by orders/orders.py.
create or replace function orders_draw_up(drawn orders_order)
    returns uuid
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    perform orders_require_role(drawn.drawn_by, array['petugas', 'atasan', 'meja', 'kepala']);
    if exists (select from unnest(drawn.officers) as named (officer) where accounts_capacity_in(named.officer, array['petugas', 'atasan', 'meja', 'kepala']) is null) then
        raise exception 'orders.officer-without-role' using errcode = 'LK001';
    end if;
    if drawn.valid_until <= clock_timestamp() then
        raise exception 'orders.window-over' using errcode = 'LK001';
    end if;
    -- an hour's grace: a form opened before midnight is sent after it (orders/forms.py says the same)
    if rules_day_of(drawn.valid_from) < rules_day_of(clock_timestamp() - interval '1 hour') then
        raise exception 'orders.begins-too-early' using errcode = 'LK001';
    end if;
    if drawn.valid_until - drawn.valid_from > make_interval(days => rules_integer('orders.longest-days')) then
        raise exception 'orders.window-too-long' using errcode = 'LK001';
    end if;
    if drawn.finding is not null then
        perform orders_require_finding_without_order(drawn.finding, drawn.id);
    end if;
    insert into orders_order (id, office_code, purpose, officers, area_codes, place, persons, valid_from, valid_until, finding, drawn_by)
    values (drawn.id, drawn.office_code, drawn.purpose, drawn.officers, drawn.area_codes, drawn.place, drawn.persons, drawn.valid_from, drawn.valid_until, drawn.finding, drawn.drawn_by);
    perform waiting_tell_between(signer.officer, case when drawn.finding is null then 'order' else 'order-urgent' end, drawn.id, clock_timestamp(), drawn.valid_until)
    from orders_answerers(drawn.drawn_by) as signer;
    return drawn.id;
end $$;
