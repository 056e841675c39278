-- What was said in a case is deleted, also where a look kept it; that there was a case, when and how it ended, stays. The thread outside ends
-- with its last case: from then on its code answers as if it never was. Called by retention.py as the worker.
create or replace function cases_erase(wanted uuid)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    perform from cases_case where id = wanted and id in (select * from cases_over()) for update;
    if not found then
        return;
    end if;
    update cases_case set erased_at = clock_timestamp() where id = wanted;
    insert into cases_outgoing (kind, body)
    select distinct 'letterbox-thread-end', jsonb_build_object('thread', mine.thread, 'ended_at', clock_timestamp())
    from cases_report as mine
    where mine."case" = wanted and mine.thread is not null and not exists (
        select from cases_report as other join cases_case as of_other on of_other.id = other."case"
        where other.thread = mine.thread and of_other.erased_at is null);
    delete from cases_photo where "case" = wanted;
    delete from cases_stay where "case" = wanted;
    delete from cases_note where "case" = wanted;
    delete from cases_person where "case" = wanted;
    update cases_report set reporter_key = null, what = null, when_text = null, place_text = null, lat = null, lon = null, pin_from = null,
        nationality = null, reporter_name = null, reporter_contact = null, about_reason = null, check_code = null where "case" = wanted;
    update cases_message set text = null where "case" = wanted;
    update cases_decision set ground = null, refused_why = null where "case" = wanted;
    update cases_discrepancy set person = null, reported = null, recorded = null, comparable = null, proposal = null where "case" = wanted;
    perform audit_seal_erase('audit_answer', kept.id::text, 'case-retention')
    from audit_look as look join audit_answer as kept on kept.look = look.id
    join audit_seal as seal on seal.kind = 'audit_answer' and seal.key = kept.id::text
    join audit_salt as salt on salt.number = seal.number
    where look.subject = wanted and look.purpose = 'case';
    perform cases_changed(wanted, null, 'erased');
end $$;
