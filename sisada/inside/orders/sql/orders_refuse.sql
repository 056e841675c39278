-- Send an order back with a reason. Who may sign may refuse.
create or replace function orders_refuse(unwanted uuid, refuser uuid, reason text)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    perform orders_require_role(refuser, array['atasan', 'kepala']);
    perform from orders_order where id = unwanted for update;
    if not found or exists (select from orders_approval where "order" = unwanted) or exists (select from orders_refusal where "order" = unwanted) then
        raise exception 'orders.already-answered' using errcode = 'LK001';
    end if;
    insert into orders_refusal ("order", refused_by, why) values (unwanted, refuser, reason);
    perform waiting_end(unwanted, refuser);
end $$;
