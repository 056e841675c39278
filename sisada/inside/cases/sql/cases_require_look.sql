-- The case that this look names, if the look stands on a hold of that very case; else a refusal: a case in one's hands opens no other. Called
-- first by every function that reads a case; never granted.
create or replace function cases_require_look(look uuid, officer uuid)
    returns cases_case
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    asked audit_look := audit_require_look(look, officer, 'case');
    wanted cases_case;
begin
    select * into wanted from cases_case as named where named.id = asked.subject;
    if wanted.id is null or not exists (select from cases_hold as hold where hold.id = asked.ground and hold."case" = wanted.id) then
        raise exception 'look.does-not-fit' using errcode = 'LK001';
    end if;
    return wanted;
end $$;
