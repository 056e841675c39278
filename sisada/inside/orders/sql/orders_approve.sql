-- Sign an order: it gets its number and becomes a ground under its own id. Atasan or kepala, or who stands in for them; never who drew it up.
-- Source: Permenimipas 2/2025 art. 30 (signed by the authorised official).
create or replace function orders_approve(wanted uuid, approver uuid)
    returns text
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    signing orders_order;
    capacity text := orders_require_role(approver, array['atasan', 'kepala']);
    given text;
begin
    select * into signing from orders_order where id = wanted for update;  -- two superiors at once: the second sees what the first did
    if signing.id is null or exists (select from orders_approval where "order" = wanted) or exists (select from orders_refusal where "order" = wanted)
        or exists (select from orders_cancellation where "order" = wanted) then
        raise exception 'orders.already-answered' using errcode = 'LK001';
    end if;
    if signing.drawn_by = approver then
        raise exception 'orders.own-order' using errcode = 'LK001';
    end if;
    if signing.valid_until <= clock_timestamp() then
        raise exception 'orders.window-over' using errcode = 'LK001';
    end if;
    given := orders_next_number(signing.office_code, rules_today());
    insert into orders_approval ("order", number, approver, capacity) values (wanted, given, approver, capacity);
    perform audit_publish_ground(wanted, 'order', given, signing.place, signing.officers, array['search', 'card', 'area-list'], signing.area_codes,
        signing.persons, signing.valid_from, signing.valid_until, approver);
    perform waiting_end(wanted, approver);
    return given;
end $$;
