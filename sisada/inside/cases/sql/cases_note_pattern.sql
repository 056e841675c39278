-- So many reports about one person may come from one quarrel: a note on the case that they make, nothing else. Called when a case is linked or
-- merged, of those to whom the desk linked it under a look: a number in a list counts nobody's reports. Never granted.
create or replace function cases_note_pattern(wanted uuid)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    update cases_case as named set reporter_pattern = true
    where named.id = wanted and not named.reporter_pattern and exists (
        select from cases_person as about join cases_case as part on part.id = about."case"
        where (part.id = wanted or part.merged_into = wanted) and about.person is not null and about.look is not null and (select count(*) from cases_report as report join cases_case as one on one.id = report."case"
               where report.kind in ('activity', 'presence') and about.person in (select * from cases_persons(coalesce(one.merged_into, one.id))))
            >= rules_integer('cases.pattern-reports'));
    if found then
        perform cases_changed(wanted, null, 'reporter-pattern');
    end if;
end $$;
