-- A new discrepancy as a case of its own: what differs, what was found, what the mirror says now. Until it ends the person's card shows it as a
-- question. `promised`: its office, channel, kelurahan and promises; `by_officer` and `card_look`: who found it under which look (null: the
-- machine, in a list). Never granted.
create or replace function cases_open_discrepancy(promised cases_case, of_person uuid, field text, what text, comparable text, by_officer uuid, card_look uuid)
    returns uuid
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    made cases_case;
begin
    promised.kind := 'discrepancy';
    promised.category := null;
    promised.due_at := null;
    made := cases_make(promised, '{}');
    insert into cases_discrepancy ("case", person, field, reported, recorded, comparable)
    values (made.id, of_person, cases_open_discrepancy.field, what, cases_recorded(of_person, cases_open_discrepancy.field), cases_open_discrepancy.comparable);
    insert into cases_person ("case", person, look, by) values (made.id, of_person, card_look, by_officer);
    perform lookup_put_mark(of_person, 'discrepancy', made.id, cases_open_discrepancy.field);
    perform cases_changed(made.id, by_officer, 'found');
    return made.id;
end $$;
