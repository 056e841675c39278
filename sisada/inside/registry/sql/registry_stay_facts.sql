-- What one person's stay is judged by (registry/stay.py): permits, applications, last crossing, civil state, category.
-- Called by reading functions only, after they required a look; never granted to a role.
create or replace function registry_stay_facts(person uuid)
    returns jsonb
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select jsonb_build_object(
        'civil_state', subject.civil_state,
        'civil_state_since', subject.civil_state_since,
        'category', subject.category,
        'permits', (
            select coalesce(jsonb_agg(jsonb_build_object(
                'id', permit.id, 'number', permit.number, 'kind', permit.kind, 'index_code', permit.index_code, 'extension', permit.extension,
                'valid_from', permit.valid_from, 'valid_until', permit.valid_until, 'report_due_on', permit.report_due_on,
                'ended_on', permit.ended_on, 'ended_by', permit.ended_by) order by permit.valid_from desc, permit.id), '[]')
            from registry_stay_permit as permit where permit.person_id = subject.id),
        'applications', (
            select coalesce(jsonb_agg(jsonb_build_object(
                'id', application.id, 'permit_id', application.permit_id, 'kind', application.kind, 'filed_on', application.filed_on,
                'state', application.state, 'decided_on', application.decided_on) order by application.filed_on desc, application.id), '[]')
            from registry_application as application where application.person_id = subject.id),
        'last_crossing', (
            select jsonb_build_object('direction', crossing.direction, 'crossed_at', crossing.crossed_at)
            from registry_crossing as crossing where crossing.person_id = subject.id order by crossing.crossed_at desc limit 1))
    from registry_person as subject where subject.id = person
$$;
