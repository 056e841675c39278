-- The case is about the person of this look: his card was opened on the ground of this very case, and that is on record. Returns the other open
-- cases about the same person, which may be the same thing.
create or replace function cases_link_person(wanted uuid, officer uuid, card_look uuid)
    returns setof uuid
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    linking cases_case := cases_require_hold(wanted, officer, null, null);
    seen audit_look := audit_require_look(card_look, officer, 'card');
begin
    if not exists (select from cases_hold as hold
        where hold.id = seen.ground and hold."case" = wanted and hold.officer = cases_link_person.officer) then
        raise exception 'case.card-not-opened' using errcode = 'LK001';
    end if;
    if linking.kind = 'discrepancy' then
        raise exception 'case.linked-already' using errcode = 'LK001';
    end if;
    perform cases_require_state(linking, array['reviewing', 'waiting_reporter', 'awaiting_second', 'ready']);
    delete from cases_person where "case" = wanted and person is null;
    insert into cases_person ("case", person, look, by) values (wanted, seen.subject, card_look, officer) on conflict do nothing;
    perform cases_changed(wanted, officer, 'linked');
    perform cases_mark_disputed(wanted);
    perform cases_note_pattern(wanted);
    return query select other.id from cases_person as linked join cases_case as other on other.id = linked."case"
        where linked.person = seen.subject and other.id <> wanted and other.state <> 'closed';
end $$;
