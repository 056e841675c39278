-- An opened letter becomes a case, or part of one; once. `promised` holds what Python counts: office, channel, promises from this letter on. What
-- came of it: 'received' (a case of its own), 'added' (to the thread's open case, which it wakes when it waited for the reporter), 'reopened'
-- (its reporter says "not done", once: others handle it now). What is written after a case has ended begins a new one of the same thread.
-- Called by opening.py as the worker.
create or replace function cases_file(opened uuid, said jsonb, photos bytea[], promised cases_case)
    returns table (filed uuid, step text)
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    letter cases_inbox;
    known cases_case;
    begins boolean := said ->> 'kind' in ('activity', 'presence', 'objection');
begin
    select * into letter from cases_inbox as inbox where inbox.id = opened for update;
    if letter.opened_at is not null then
        return;
    end if;
    select * into known from cases_of_thread(letter.thread);
    if known.id is null and not begins or known.erased_at is not null then
        raise exception 'case.no-thread' using errcode = 'LK001';
    elsif known.id is not null and not exists (select from cases_report as earlier where earlier.thread = letter.thread
        and earlier.reporter_key = decode(said ->> 'reporter_key', 'base64')) then
        raise exception 'case.other-key' using errcode = 'LK001';
    end if;
    update cases_inbox as inbox set opened_at = clock_timestamp(), sealed = null, parts = null where inbox.id = opened;
    promised.received_at := letter.received_at;
    if known.state <> 'closed' then
        step := 'added';
        perform cases_answered(known);
    elsif said ->> 'kind' = 'not_done' and known.reopened_at is null then
        step := 'reopened';
        perform cases_reopen(known, promised);
    else
        step := 'received';
        promised.kind := coalesce(known.kind, said ->> 'kind');
        promised.category := known.category;
        promised.kelurahan := known.kelurahan;
        known := cases_make(promised, said);
    end if;
    filed := known.id;
    perform cases_write_report(filed, opened, said, photos, letter.received_at);
    return next;
end $$;
