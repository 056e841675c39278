-- The case, locked until the end of the transaction: two who act at once come one after the other. Never granted.
create or replace function cases_lock(wanted uuid)
    returns cases_case
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    locked cases_case;
begin
    select * into locked from cases_case where id = wanted for update;
    if locked.id is null or locked.erased_at is not null then
        raise exception 'case.not-there' using errcode = 'LK001';
    end if;
    if locked.merged_into is not null then
        raise exception 'case.merged' using errcode = 'LK001';
    end if;
    return locked;
end $$;
