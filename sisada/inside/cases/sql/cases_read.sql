-- The whole case, for whoever holds it: what was said, by its own reporters and those of the cases merged into it, and what was done. What was
-- read is kept under its check code, except the photos. Called by reading.py.
create or replace function cases_read(look uuid, officer uuid)
    returns table (answer jsonb, check_code text)
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    wanted cases_case := cases_require_look(look, officer);
    whole jsonb := cases_whole(wanted);
begin
    return query select whole, audit_keep_answer(cases_read.look, whole);
end $$;
