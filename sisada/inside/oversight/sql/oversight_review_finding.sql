-- The supervisor's finding about a direct finding that nobody used, named by its case. Never about what one reported or approved oneself.
create or replace function oversight_review_finding(reviewed uuid, reviewer uuid, outcome text, remark text)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    basis audit_ground;
begin
    perform oversight_require_supervisor(reviewer);
    select published.* into basis from oversight_case as drawn join audit_ground as published on published.id = drawn.finding where drawn.id = reviewed;
    if basis.id is null or reviewer = any (basis.officers || basis.published_by) then
        raise exception 'oversight.not-there' using errcode = 'LK001';
    end if;
    insert into oversight_review (finding, reviewer, outcome, remark) values (basis.id, reviewer, outcome, remark);
end $$;
