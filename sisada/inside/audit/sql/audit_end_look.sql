-- The page was closed or the officer signed out: what is open under this look closes now.
create or replace function audit_end_look(look uuid, officer uuid, why text)
    returns void
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    insert into audit_look_end (look, why)
    select named.id, left(audit_end_look.why, 60) from audit_look as named
    where named.id = audit_end_look.look and named.officer = audit_end_look.officer
    on conflict do nothing
$$;
