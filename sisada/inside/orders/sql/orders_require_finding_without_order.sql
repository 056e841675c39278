-- The finding that an urgent order follows: approved, and without another order that waits or was signed. Locked, so that two at once cannot
-- both be the one. Called by orders_draw_up; never granted.
-- Source: Permenimipas 2/2025 art. 30 (an urgent order the same day or at most one day later).
create or replace function orders_require_finding_without_order(wanted uuid, drawing uuid)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    perform from orders_finding where id = wanted for update;
    if not exists (select from orders_finding_answer where finding = wanted and approved) then
        raise exception 'orders.finding-not-approved' using errcode = 'LK001';
    end if;
    if exists (select from orders_order as other
        where other.finding = wanted and other.id <> drawing
          and not exists (select from orders_refusal where "order" = other.id) and not exists (select from orders_cancellation where "order" = other.id)
          and (other.valid_until > clock_timestamp() or exists (select from orders_approval where "order" = other.id))) then
        raise exception 'orders.finding-has-order' using errcode = 'LK001';
    end if;
end $$;
