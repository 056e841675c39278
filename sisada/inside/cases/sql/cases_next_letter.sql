-- A letter that nobody has opened yet, locked until the end of the transaction; another worker takes the next. Called by opening.py.
create or replace function cases_next_letter()
    returns table (id uuid, thread uuid, sealed bytea, parts bytea[], received_at timestamptz)
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    select letter.id, letter.thread, letter.sealed, letter.parts, letter.received_at from cases_inbox as letter
    where letter.opened_at is null and letter.held_why is null
    order by letter.arrived_at, letter.id limit 1 for update skip locked
$$;
