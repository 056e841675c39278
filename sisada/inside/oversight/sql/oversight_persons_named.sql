-- Whom a question's number meant, as a trail names them; null: it named none. Never granted.
create or replace function oversight_persons_named(persons uuid[])
    returns jsonb
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select case when persons is not null then (select coalesce(jsonb_agg(oversight_person(meant)), '[]') from unnest(persons) as meant) end
$$;
