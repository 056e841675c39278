-- One report with its photos' ids and its list. Never granted.
create or replace function cases_report_document(report cases_report, with_nationality boolean)
    returns jsonb
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select to_jsonb(report) - 'letter' - 'thread' - 'reporter_key' - 'xact' || jsonb_build_object(
        'nationality', case when with_nationality then report.nationality end,
        'answerable', report.thread is not null,
        'photos', (select coalesce(jsonb_agg(photo.id order by photo.place), '[]') from cases_photo as photo where photo.report = report.id),
        'stays', (select coalesce(jsonb_agg(to_jsonb(stay) - 'case' - 'report' - 'row' order by stay.place), '[]')
            from cases_stay as stay where stay.report = report.id))
$$;
