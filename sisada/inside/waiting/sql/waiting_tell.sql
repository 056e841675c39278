-- Something waits for this person from this moment on. Called by the definer functions of whoever causes it; never granted.
create or replace function waiting_tell(person uuid, kind text, subject uuid, visible_from timestamptz)
    returns void
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    insert into waiting_notice (for_user, kind, subject, visible_from) values (person, kind, subject, visible_from);
    select pg_notify('waiting_notice', person::text);
$$;
