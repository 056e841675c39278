-- Sealed words on their way to threads that follow this case, and to no other. Never granted.
create or replace function cases_send(wanted uuid, threads uuid[], sealed bytea[])
    returns void
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    insert into cases_outgoing (kind, body)
    select 'letterbox-box', jsonb_build_object('id', gen_random_uuid(), 'thread', follower.thread, 'author', 'office', 'sealed', words.sealed,
        'made_at', clock_timestamp())
    from unnest(threads, sealed) as words (thread, sealed)
    join cases_followers(wanted) as follower on follower.thread = words.thread
$$;
