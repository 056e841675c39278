-- Who is asked about a finding, in turn: the rota of the day; without one, all superiors by name, then the head. Never the finder. Never granted.
create or replace function orders_answerers(finder uuid)
    returns table (officer uuid, turn integer)
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    with on_rota as (
        select rota.officer, rota.turn::integer as turn from orders_rota as rota
        where rules_today() between rota.valid_from and rota.valid_until
          and rota.officer <> finder and accounts_capacity_in(rota.officer, array['atasan', 'kepala']) is not null),
    by_role as (
        select holder.id as officer,
            row_number() over (order by (accounts_capacity_in(holder.id, array['atasan']) is null), holder.name, holder.id)::integer as turn
        from sign_in_user as holder
        where holder.id <> finder and accounts_capacity_in(holder.id, array['atasan', 'kepala']) is not null)
    select on_rota.officer, on_rota.turn from on_rota
    union all
    select by_role.officer, by_role.turn from by_role where not exists (select from on_rota)
    order by 2
$$;
