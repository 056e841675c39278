-- "Not done": once, and by somebody else than whoever handled or decided it. Its clock begins anew. Never granted.
create or replace function cases_reopen(reopened cases_case, promised cases_case)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    update cases_case as named set state = 'new', handler = null, outcome = null, closed_at = null, reopened_at = clock_timestamp(),
        promised_from = promised.received_at, outcome_due = promised.outcome_due,
        due_at = case when named.kind = 'objection' then promised.due_at else named.due_at end,
        not_for = named.not_for || array(select distinct hold.officer from cases_hold as hold where hold."case" = reopened.id and hold.kind = 'handler'
            union select judge from cases_decision as decision, unnest(array[decision.by, decision.second]) as judge
            where decision."case" = reopened.id and judge is not null)
    where named.id = reopened.id;
    perform cases_end_holds(reopened.id, null, null, 'reopened');
    perform cases_mark_disputed(reopened.id);
    perform cases_changed(reopened.id, null, 'reopened');
end $$;
