-- Where a line of a list says that somebody stays: what its own letter says, or else the first letter of its case. Never granted.
create or replace function cases_stay_place(line cases_stay, out in_kelurahan text, out written_place text)
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select one.kelurahan, coalesce(
        (select nullif(report.place_text, '') from cases_report as report where report.id = line.report),
        (select report.place_text from cases_report as report where report."case" = one.id and report.place_text <> ''
         order by report.received_at, report.id limit 1))
    from cases_case as one where one.id = line."case"
$$;
