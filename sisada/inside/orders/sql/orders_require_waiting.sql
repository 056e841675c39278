-- The order, locked, if it still waits for an answer; else a refusal. Two answers at once: the second waits here and then sees the first.
-- Called by the functions that answer; never granted.
create or replace function orders_require_waiting(wanted uuid)
    returns orders_order
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    waiting orders_order;
begin
    select * into waiting from orders_order where id = wanted for update;
    if waiting.id is null or exists (select from orders_approval where "order" = wanted) or exists (select from orders_refusal where "order" = wanted)
        or exists (select from orders_cancellation where "order" = wanted) then
        raise exception 'orders.already-answered' using errcode = 'LK001';
    end if;
    if waiting.valid_until <= clock_timestamp() then
        raise exception 'orders.window-over' using errcode = 'LK001';
    end if;
    return waiting;
end $$;
