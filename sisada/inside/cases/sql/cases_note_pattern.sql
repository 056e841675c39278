-- So many reports about one person may come from one quarrel: a note on the case that they make, nothing else. Called when a case is linked or
-- merged; never granted.
create or replace function cases_note_pattern(wanted uuid)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    update cases_case as named set reporter_pattern = true
    where named.id = wanted and not named.reporter_pattern and exists (
        select from cases_persons(wanted) as about (person)
        where (select count(*) from cases_report as report join cases_case as one on one.id = report."case"
               where report.kind in ('activity', 'presence') and about.person in (select * from cases_persons(coalesce(one.merged_into, one.id))))
            >= rules_integer('cases.pattern-reports'));
    if found then
        perform cases_changed(wanted, null, 'reporter-pattern');
    end if;
end $$;
