-- What an officer found otherwise, from the card that is open before him: the look says about whom. Found before and still open: what he says is
-- added to that case, and whoever handles it is told. `letter`: the id that the form was made with, so that sending twice makes one.
-- `promised`: office, promises, kelurahan. `comparable`: what was found as the mirror's keys would hold it.
create or replace function cases_report_discrepancy(card_look uuid, officer uuid, letter uuid, field text, what text, comparable text, remark text, promised cases_case)
    returns uuid
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    seen audit_look := audit_require_look(card_look, officer, 'card');
    known cases_case;
    made uuid;
begin
    perform cases_require_role(officer, array['petugas', 'meja', 'atasan', 'kepala']);
    if field <> all ('{address,name,birth_date,document,permit,sponsor,left,other}') or coalesce(trim(what), '') = '' or length(what) > 600 then
        raise exception 'case.no-words' using errcode = 'LK001';
    end if;
    select earlier."case" into made from cases_report as earlier where earlier.letter = cases_report_discrepancy.letter;
    if found then
        return made;  -- the form was sent twice
    end if;
    promised.received_at := clock_timestamp();
    promised.channel := 'officer';
    select one.* into known from cases_discrepancy as different join cases_case as one on one.id = different."case"
    where different.person = seen.subject and different.field = cases_report_discrepancy.field and different.state in ('open', 'proposed')
    for update of one;
    if known.id is not null then
        made := known.id;
        if known.handler is not null then
            perform waiting_tell(known.handler, 'discrepancy-more', made, clock_timestamp());
        end if;
        perform cases_changed(made, officer, 'found');
    else
        made := cases_open_discrepancy(promised, seen.subject, field, what, comparable, officer, card_look);
        if field <> 'address' and (select cases_agrees(fresh) from cases_discrepancy as fresh where fresh."case" = made) then
            raise exception 'case.as-recorded' using errcode = 'LK001';  -- an address says more than is compared: its unit, its floor
        end if;
    end if;
    perform cases_write_report(made, letter, jsonb_build_object('kind', case when known.id is null then 'discrepancy' else 'addition' end,
        'language', 'id', 'what', concat_ws(E'\n', cases_report_discrepancy.what, nullif(trim(remark), ''))), '{}', promised.received_at);
    return made;
end $$;
