-- Something waits for this person from one moment on, and by itself no longer than to another (null: until somebody answers). Called by the
-- definer functions of whoever causes it; never granted.
create or replace function waiting_tell_between(person uuid, kind text, subject uuid, visible_from timestamptz, visible_until timestamptz)
    returns void
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    insert into waiting_notice (for_user, kind, subject, visible_from, visible_until) values (person, kind, subject, visible_from, visible_until);
    select pg_notify('waiting_notice', person::text);
$$;
