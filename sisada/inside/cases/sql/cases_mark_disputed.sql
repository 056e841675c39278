-- The cards of everybody whom an objection is about say that their data are in question, from the moment that the desk knows whom it is about
-- until the objection ends. Called by the functions that link, merge and reopen; never granted.
create or replace function cases_mark_disputed(wanted uuid)
    returns void
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    select lookup_put_mark(about.person, 'disputed', one.id)
    from cases_case as one, cases_persons(one.id) as about (person) where one.id = wanted and one.kind = 'objection' and one.state <> 'closed'
$$;
