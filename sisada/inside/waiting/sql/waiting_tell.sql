-- Something waits for this person from this moment on until somebody answers. Called by the definer functions of whoever causes it; never
-- granted.
create or replace function waiting_tell(person uuid, kind text, subject uuid, visible_from timestamptz)
    returns void
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    select waiting_tell_between(person, kind, subject, visible_from, null)
$$;
