-- This person holds one of these roles today, or a refusal that the page words. Called first by every function that acts; never granted.
create or replace function cases_require_role(officer uuid, roles text[])
    returns void
    language plpgsql stable
    security definer set search_path = public, pg_temp
as $$
begin
    if accounts_capacity_in(officer, roles) is null then
        raise exception 'case.not-for-this-role' using errcode = 'LK001';
    end if;
end $$;
