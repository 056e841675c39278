-- The same thing, reported twice: this case becomes part of another open one, whose words its reporter gets from now on. Its promises go along:
-- the earlier of the two holds. Not into one that is decided: what nobody has judged would end as a fact without a second pair of eyes. Both are locked in the order of their ids, so that two who merge crosswise do not wait for each other.
create or replace function cases_merge(wanted uuid, officer uuid, seen integer, into_case uuid)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    merging cases_case;
    whole cases_case;
begin
    perform from cases_case as either where either.id in (wanted, into_case) order by either.id for update;
    merging := cases_require_hold(wanted, officer, 'handler', seen);
    perform cases_require_state(merging, array['reviewing', 'waiting_reporter']);
    whole := cases_lock(into_case);
    perform cases_require_state(whole, array['new', 'reviewing', 'waiting_reporter']);
    if not cases_may_handle(whole, officer) or whole.handler = any (merging.not_for) then
        raise exception 'case.for-another' using errcode = 'LK001';
    end if;
    if wanted = into_case or merging.kind <> whole.kind then
        raise exception 'case.not-the-same' using errcode = 'LK001';
    end if;
    perform cases_shut(wanted, officer, 'merged');
    update cases_case set merged_into = into_case where id = wanted or merged_into = wanted;
    update cases_case as named set danger = named.danger or merging.danger, version = named.version + 1,
        first_answer_due = least(named.first_answer_due, merging.first_answer_due), outcome_due = least(named.outcome_due, merging.outcome_due),
        due_at = least(named.due_at, merging.due_at), promised_from = least(named.promised_from, merging.promised_from), photo_count = named.photo_count + merging.photo_count,
        not_for = named.not_for || merging.not_for
    where named.id = into_case;
    perform cases_changed(into_case, officer, 'merged', merging.number);
    perform cases_mark_disputed(into_case);
    perform cases_note_pattern(into_case);
end $$;
