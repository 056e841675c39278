-- Take a sealed letter in, once. Called by sisada/crossing/inward.py as the worker, many in one transaction: 'new', 'known' (the same letter
-- again: a kill between taking and marking), or 'differs': the same id with other content, which is told to the admins and changes nothing.
-- The worker is woken once a transaction, by a job that commits with it.
create or replace function cases_take(id uuid, thread uuid, digest bytea, sealed bytea, parts bytea[], received_at timestamptz)
    returns text
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    insert into cases_inbox (id, thread, digest, sealed, parts, received_at)
    values (cases_take.id, cases_take.thread, cases_take.digest, cases_take.sealed, coalesce(cases_take.parts, '{}'), cases_take.received_at)
    on conflict do nothing;
    if found then
        perform waiting_end(poison.letter, poison.letter) from cases_poison as poison where poison.letter = cases_take.id and poison.why <> 'digest-differs';
        perform cases_wake_worker();
        return 'new';
    end if;
    if exists (select from cases_inbox as taken where taken.id = cases_take.id and taken.digest = cases_take.digest) then
        return 'known';
    end if;
    perform cases_hold_poison(cases_take.id, 'digest-differs');
    return 'differs';
end $$;
