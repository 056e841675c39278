-- A row of the rota counts no more from now on; that it stood, and who took it back, stays.
create or replace function orders_take_off_rota(unwanted uuid, taken_by uuid)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    perform orders_require_role(taken_by, array['atasan', 'kepala']);
    insert into orders_rota_end (rota, ended_by) select named.id, taken_by from orders_rota as named where named.id = unwanted
    on conflict do nothing;
end $$;
