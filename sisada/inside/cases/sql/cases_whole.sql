-- Everything a case holds, as one document. A nationality stays out until a decision is written, anew after "not done": what somebody did is judged first. Never granted.
create or replace function cases_whole(wanted cases_case)
    returns jsonb
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    with parts as (select id, number from cases_case where id = wanted.id or merged_into = wanted.id),
    decided as (select exists (select from cases_decision where "case" = wanted.id and agreed is distinct from false
        and at > coalesce(wanted.reopened_at, '-infinity')) as yes)
    select jsonb_build_object(
        'case', to_jsonb(wanted) - 'office_code' - 'not_for' || jsonb_build_object('promised_at', cases_promised_at(wanted.id)),
        'nationality_hidden', not decided.yes,
        'reports', (select coalesce(jsonb_agg(cases_report_document(report, decided.yes) || jsonb_build_object('case_number', parts.number)
            order by report.received_at, report.id), '[]') from cases_report as report join parts on parts.id = report."case"),
        'notes', (select coalesce(jsonb_agg(jsonb_build_object('by', note.by, 'at', note.at, 'text', note.text) order by note.at, note.id), '[]')
            from cases_note as note join parts on parts.id = note."case"),
        'messages', (select coalesce(jsonb_agg(to_jsonb(message) - 'id' - 'case' order by message.at, message.id), '[]')
            from cases_message as message join parts on parts.id = message."case"),
        'decisions', (select coalesce(jsonb_agg(to_jsonb(decision) - 'case' order by decision.at, decision.id), '[]')
            from cases_decision as decision where decision."case" = wanted.id),
        'persons', (select coalesce(jsonb_agg(jsonb_build_object('person', linked.person, 'by', linked.by, 'at', linked.at) order by linked.at, linked.id), '[]')
            from cases_person as linked join parts on parts.id = linked."case"),
        'discrepancy', (select to_jsonb(different) - 'case' - 'person' - 'comparable' || jsonb_build_object('niora',
            (select subject.niora from registry_person as subject where subject.id = different.person))
            from cases_discrepancy as different where different."case" = wanted.id),
        'evidence', (select kept.reference from cases_evidence as kept where kept."case" = wanted.id))
    from decided
$$;
