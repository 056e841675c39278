-- Draw up an order. It opens nothing until somebody else approves it; whoever may sign is told. Called by orders/orders.py.
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
    insert into orders_order (id, office_code, purpose, officers, area_codes, place, persons, valid_from, valid_until, finding, drawn_by)
    values (drawn.id, drawn.office_code, drawn.purpose, drawn.officers, drawn.area_codes, drawn.place, drawn.persons, drawn.valid_from, drawn.valid_until, drawn.finding, drawn.drawn_by);
    perform waiting_tell(signer.officer, 'order', drawn.id, clock_timestamp()) from orders_answerers(drawn.drawn_by) as signer;
    return drawn.id;
end $$;
