-- End an order before its time, or take back a draft of one's own: the ground ends with it, and the looks that stand on it.
create or replace function orders_cancel(unwanted uuid, canceller uuid, reason text)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    ending orders_order;
    signed boolean;
begin
    select * into ending from orders_order where id = unwanted for update;  -- an approval at the same time comes wholly before or is refused
    signed := exists (select from orders_approval where "order" = unwanted);
    if accounts_capacity_in(canceller, array['atasan', 'kepala']) is null and (signed or ending.drawn_by is distinct from canceller) then
        raise exception 'orders.not-for-this-role' using errcode = 'LK001';
    end if;
    if ending.id is null or exists (select from orders_refusal where "order" = unwanted) or exists (select from orders_cancellation where "order" = unwanted) then
        raise exception 'orders.already-answered' using errcode = 'LK001';
    end if;
    if ending.valid_until <= clock_timestamp() then
        raise exception 'orders.window-over' using errcode = 'LK001';
    end if;
    insert into orders_cancellation ("order", cancelled_by, why) values (unwanted, canceller, reason);
    if signed then
        perform audit_end_ground(unwanted, canceller, 'cancelled');
    end if;
    perform waiting_end(unwanted, canceller);
end $$;
