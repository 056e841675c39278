-- A letter that nobody has opened yet, locked until the end of the transaction; another worker takes the next. One of a thread waits for the one
-- before it, also while another worker has that one open: what is written later belongs to a case that the first letter makes. Called by opening.py.
create or replace function cases_next_letter()
    returns table (id uuid, thread uuid, digest bytea, sealed bytea, parts bytea[], received_at timestamptz)
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    select letter.id, letter.thread, letter.digest, letter.sealed, letter.parts, letter.received_at from cases_inbox as letter
    where letter.opened_at is null and letter.held_why is null
      and not exists (
        select from cases_inbox as before where before.thread = letter.thread and before.opened_at is null and before.held_why is null
            and (before.received_at, before.id) < (letter.received_at, letter.id))
    order by letter.arrived_at, letter.id limit 1 for update of letter skip locked
$$;
