-- Take one letter: its thread (with the first letter), its photos and what its writer may read again, all or nothing. Called by post.py.
-- Returns when it was received; the same letter sent again gets the first answer, also long after its content was fetched.
-- Security definer: the public face may put letters in and read none. Raises LB001 'letter.differs' (this id, or this code, belongs to
-- another letter) and 'letter.no-thread' (a later letter to a thread that is not there, or has ended).
create or replace function letterbox_receive(
    letter uuid, thread uuid, code_index bytea, reporter_key bytea, sealed bytea, parts bytea[], own_box bytea, digest bytea)
    returns timestamptz
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    arrived timestamptz := letterbox_known(letter, digest);
begin
    if arrived is not null then
        return arrived;
    end if;
    perform letterbox_require_thread(thread, code_index, reporter_key);
    insert into letterbox_letter (id, thread, sealed, digest)
    values (letterbox_receive.letter, letterbox_receive.thread, letterbox_receive.sealed, letterbox_receive.digest)
    on conflict (id) do nothing  -- waits for another request that brings the same letter at this moment
    returning received_at into arrived;
    if arrived is null then
        return letterbox_known(letter, digest);
    end if;
    insert into letterbox_part (letter, place, sealed)
    select letterbox_receive.letter, part.ordinality - 1, part.bytes from unnest(parts) with ordinality as part (bytes, ordinality);
    insert into letterbox_box (id, thread, author, sealed, made_at)
    select letterbox_receive.letter, letterbox_receive.thread, 'reporter', own_box, arrived where own_box is not null;
    perform pg_notify('letterbox_letter', '');
    return arrived;
end $$;
