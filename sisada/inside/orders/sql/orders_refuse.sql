-- Send an order back with a reason. Who may sign may refuse; never who drew it up, who takes it back instead.
create or replace function orders_refuse(unwanted uuid, refuser uuid, reason text)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    refusing orders_order;
begin
    perform orders_require_role(refuser, array['atasan', 'kepala']);
    refusing := orders_require_waiting(unwanted);
    if refusing.drawn_by = refuser then
        raise exception 'orders.own-order' using errcode = 'LK001';
    end if;
    insert into orders_refusal ("order", refused_by, why) values (unwanted, refuser, reason);
    perform waiting_end(unwanted, refuser);
    perform waiting_tell_between(refusing.drawn_by, 'order-refused', unwanted, clock_timestamp(), refusing.valid_until);
end $$;
