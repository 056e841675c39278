-- These letters stand inside now. Called by the passage, after inside has committed them; marking again changes nothing.
create or replace function letterbox_carried(ids uuid[])
    returns void
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    update letterbox_letter set carried_at = clock_timestamp() where id = any(ids) and carried_at is null
$$;
