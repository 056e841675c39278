-- What the report comes to, with its written ground. Not a fact, not ours, or (a list, an objection) answered: the case ends. A fact waits for a
-- second pair of eyes. Two who decide at once: the second sees that it changed.
create or replace function cases_decide(wanted uuid, officer uuid, seen integer, kind text, why text)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    decided cases_case := cases_require_hold(wanted, officer, 'handler', seen);
begin
    perform cases_require_state(decided, array['reviewing', 'waiting_reporter']);
    perform cases_require_words(why);
    if kind not in ('fact', 'not_fact', 'not_ours') and not (kind = 'answered' and decided.kind in ('presence', 'objection')) then
        raise exception 'case.no-such-decision' using errcode = 'LK001';
    end if;
    insert into cases_decision ("case", kind, ground, by) values (wanted, cases_decide.kind, why, officer);
    perform cases_changed(wanted, officer, 'decided', kind);
    if kind <> 'fact' then
        perform cases_shut(wanted, officer, kind);
        return;
    end if;
    update cases_case as named set state = 'awaiting_second', version = named.version + 1 where named.id = wanted;
    update cases_pause as pause set until = clock_timestamp() where pause."case" = wanted and pause.until is null;
    perform cases_end_holds(wanted, null, officer, 'decided');
    perform waiting_end(wanted, officer);
    perform waiting_tell(superior.id, 'case-second', wanted, clock_timestamp())
    from sign_in_user as superior
    where superior.id <> officer and superior.is_active and accounts_capacity_in(superior.id, array['atasan', 'kepala']) is not null;
end $$;
