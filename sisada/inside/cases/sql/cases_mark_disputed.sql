-- The cards of everybody to whom the desk linked an objection say that their data are in question, from the moment that the desk knows whom it is about
-- until the objection ends. Called by the functions that link, merge and reopen; never granted.
create or replace function cases_mark_disputed(wanted uuid)
    returns void
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    select lookup_put_mark(about.person, 'disputed', one.id)
    from cases_case as one join cases_case as part on part.id = one.id or part.merged_into = one.id
    join cases_person as about on about."case" = part.id and about.person is not null
    where one.id = wanted and one.kind = 'objection' and one.state <> 'closed'
$$;
