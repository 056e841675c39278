-- Who is asked about a finding or an order, in turn: the rota of the day; without one, all superiors by name, then the head. Never whoever
-- asks. Never granted.
create or replace function orders_answerers(asking uuid)
    returns table (officer uuid, turn integer)
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    with able as (
        select holder.id, holder.name, accounts_capacity_in(holder.id, array['atasan']) is null as head_alone
        from sign_in_user as holder
        where holder.id <> asking and accounts_capacity_in(holder.id, array['atasan', 'kepala']) is not null),
    on_rota as (
        select able.id, min(rota.turn) as turn, able.name from able join orders_rota as rota on rota.officer = able.id
        where rules_today() between rota.valid_from and rota.valid_until
          and not exists (select from orders_rota_end as ended where ended.rota = rota.id)
        group by able.id, able.name)
    select on_rota.id, row_number() over (order by on_rota.turn, on_rota.name, on_rota.id)::integer from on_rota
    union all
    select able.id, row_number() over (order by able.head_alone, able.name, able.id)::integer from able where not exists (select from on_rota)
    order by 2
$$;
