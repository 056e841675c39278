-- Compare the lists of an open case with the mirror, line by line; how many lines say something else than before. Only codes and ids are
-- written, and nothing is told to the caller: lines of a list that its own transaction wrote are left for the next time, and the trail has one
-- line when a list is compared first, whatever came of it. A line that newly says another address makes a discrepancy, once.
-- Called by the worker: after a list is filed, when the mirror changes, and once a day, since permits end by themselves.
create or replace function cases_compare_stays(wanted uuid)
    returns integer
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    compared cases_case;
    line cases_stay;
    said record;
    moved integer := 0;
    new_lines integer := 0;
begin
    select * into compared from cases_case as one where one.id = wanted and one.state <> 'closed' for update;
    for line in select stay.* from cases_stay as stay join cases_case as one on one.id = stay."case" join cases_report as report on report.id = stay.report
        where (one.id = compared.id or one.merged_into = compared.id) and report.xact is distinct from pg_current_xact_id_if_assigned()::text::bigint
        order by stay."case", stay.report, stay.place
    loop
        said := cases_stay_place(line);
        said := cases_stay_result(line, said.in_kelurahan, said.written_place);
        update cases_stay as stay set result = said.result, person = said.of_person, compared_at = clock_timestamp() where stay.id = line.id;
        new_lines := new_lines + (line.compared_at is null)::integer;
        continue when (said.result, said.of_person) is not distinct from (line.result, line.person);
        moved := moved + 1;
        if said.result = 'other_address' then
            perform cases_note_other_address(compared, line, said.of_person);
        end if;
    end loop;
    if new_lines > 0 then
        perform cases_changed(wanted, null, 'compared');
    end if;
    return moved;
end $$;
