-- In which capacity this person holds one of these roles today: definitif, plh or plt; null: in none, or suspended.
-- For the definer functions of every capability.
create or replace function accounts_capacity_in(person uuid, roles text[])
    returns text
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select held.capacity from accounts_holding as held
    join sign_in_user as holder on holder.id = held.user_id and holder.is_active
    where held.user_id = person and held.role = any (roles)
      and rules_today() between held.valid_from and coalesce(held.last_day, 'infinity')
    order by (held.capacity = 'definitif') desc, held.capacity
    limit 1
$$;
