-- A new case, from what was said in its first letter. `promised`: a case row with its office, its promises and its channel, as Python counted
-- them (promises.py). Never granted.
create or replace function cases_make(promised cases_case, said jsonb)
    returns cases_case
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    made cases_case := promised;
    code text := coalesce(said #>> '{place,kelurahan}', said #>> '{stay_place,kelurahan}');
begin
    made.id := gen_random_uuid();
    made.year := extract(year from rules_day_of(made.received_at));
    made.number := cases_next_number(made.office_code, made.year);
    made.category := coalesce(said ->> 'category', made.category);
    made.danger := coalesce((said ->> 'danger')::boolean, false);
    made.kelurahan := coalesce(substring(code from '^[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{4}$'), made.kelurahan);
    made.not_for := coalesce((select array_agg(distinct look.officer) from audit_answer as shown join audit_look as look on look.id = shown.look
        where shown.check_code = said #>> '{about,check_code}'), '{}');
    insert into cases_case (id, office_code, year, number, kind, category, danger, channel, kelurahan, received_at, promised_from, first_answer_due,
        outcome_due, due_at, not_for)
    values (made.id, made.office_code, made.year, made.number, made.kind, made.category, made.danger, made.channel, made.kelurahan, made.received_at,
        made.received_at, made.first_answer_due, made.outcome_due, made.due_at, made.not_for)
    returning * into made;
    perform cases_changed(made.id, null, 'received', made.channel);
    if made.danger then
        perform waiting_tell(desk.id, 'case-danger', made.id, clock_timestamp())
        from sign_in_user as desk where desk.is_active and accounts_capacity_in(desk.id, array['meja']) is not null;
    end if;
    return made;
end $$;
