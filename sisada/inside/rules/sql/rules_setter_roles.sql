-- Which of the two roles that set rules this person holds today; none when suspended. It reads a view of accounts, the capability above:
-- the face's role may call the functions below with any statement, so a check in a view alone would be no check.
create or replace function rules_setter_roles(person uuid)
    returns text[]
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select coalesce(array_agg(held.role), '{}')
    from accounts_holding as held
    join sign_in_user as known on known.id = held.user_id and known.is_active
    where held.user_id = person and held.role in ('admin', 'kepala')
        and held.valid_from <= rules_today() and (held.last_day is null or held.last_day >= rules_today())
$$;
