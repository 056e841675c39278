-- The thread of this code. No row: the code is wrong, or its thread has ended, or was deleted; nobody can tell which. Called by thread.py.
-- Security definer: without a code nobody reads or lists threads.
create or replace function letterbox_open(code_index bytea)
    returns table (thread uuid, reporter_key bytea, received_at timestamptz)
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select row.id, row.reporter_key, row.received_at from letterbox_thread as row
    where row.code_index = letterbox_open.code_index
        and not exists (select from letterbox_thread_end as over where over.thread = row.id)
$$;
