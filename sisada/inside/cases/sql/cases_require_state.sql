-- The act fits what the case is now; else a refusal. Never granted.
create or replace function cases_require_state(acted cases_case, states text[])
    returns void
    language plpgsql immutable
    security definer set search_path = public, pg_temp
as $$
begin
    if acted.state <> all (states) then
        raise exception '%', case acted.state when 'closed' then 'case.closed' else 'case.not-now' end using errcode = 'LK001';
    end if;
end $$;
