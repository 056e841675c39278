-- What the owner of this code may read again, oldest first; no row as in letterbox_open. Called by thread.py.
-- Security definer for the same reason.
create or replace function letterbox_boxes(code_index bytea)
    returns table (author text, sealed bytea, made_at timestamptz)
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select box.author, box.sealed, box.made_at
    from letterbox_open(letterbox_boxes.code_index) as opened
    join letterbox_box as box on box.thread = opened.thread
    order by box.made_at, box.id
$$;
