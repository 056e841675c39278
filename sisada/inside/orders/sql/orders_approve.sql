-- Sign an order: it gets its number and becomes a ground under its own id. Atasan or kepala, or who stands in for them; never who drew it up.
-- Source: Permenimipas 2/2025 art. 30 (signed by the authorised official).
create or replace function orders_approve(wanted uuid, approver uuid)
    returns text
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    capacity text := orders_require_role(approver, array['atasan', 'kepala']);
    signing orders_order := orders_require_waiting(wanted);
    given text;
begin
    if signing.drawn_by = approver then
        raise exception 'orders.own-order' using errcode = 'LK001';
    end if;
    given := orders_next_number(signing.office_code, rules_today());
    insert into orders_approval ("order", number, approver, capacity) values (wanted, given, approver, capacity);
    perform audit_publish_ground(wanted, 'order', given, signing.place, signing.officers, array['search', 'card', 'area-list'], signing.area_codes,
        signing.persons, signing.valid_from, signing.valid_until, approver);
    perform waiting_end(wanted, approver);
    perform waiting_end(signing.finding, approver);  -- the urgent order came: its clock has stopped
    perform waiting_tell_between(signing.drawn_by, 'order-approved', wanted, clock_timestamp(), signing.valid_until);
    perform waiting_tell_between(named.officer, 'order-names-you', wanted, greatest(clock_timestamp(), signing.valid_from), signing.valid_until)
    from unnest(signing.officers) as named (officer) where named.officer not in (signing.drawn_by, approver);  -- they know
    return given;
end $$;
