-- What a search's draw gives with each person, so that audit_show knows whom this look drew: nobody without the key can write one. Two ids of
-- one length follow the key, so no ticket can be lengthened into another. Called by reading functions; never granted.
create or replace function audit_drawn_ticket(look uuid, person uuid)
    returns bytea
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select sha256(secret.key || uuid_send(look) || uuid_send(person)) from audit_key as secret where secret.id = 1
$$;
