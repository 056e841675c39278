-- The role of this person, today or later, that needs two persons; null: none. Whoever never came in yet has nothing to take over. Never granted.
create or replace function accounts_watched_role(person uuid)
    returns text
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select held.role from accounts_holding as held
    where held.user_id = person and accounts_needs_second(held.role) and coalesce(held.last_day, 'infinity') >= rules_today()
      and exists (select from sign_in_user as known where known.id = person and known.password not like '!%')
    order by held.role limit 1
$$;
