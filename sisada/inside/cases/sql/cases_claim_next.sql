-- Take the next cases that nobody holds, danger first, then by what was promised. Two at once take different ones. At most ten at a time.
create or replace function cases_claim_next(officer uuid, most integer)
    returns setof uuid
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    next_one uuid;
begin
    perform cases_require_role(officer, array['meja', 'atasan', 'kepala']);
    for next_one in
        select free.id from cases_case as free
        where free.state in ('new', 'reviewing', 'ready') and free.kind <> 'discrepancy' and cases_may_handle(free, officer)
          and not exists (select from cases_holds(free.id) as hold where hold.kind = 'handler')
        order by free.danger desc, cases_promised_at(free.id), free.received_at, free.id
        limit least(most, 10) for update of free skip locked
    loop
        continue when exists (select from cases_holds(next_one) as hold where hold.kind = 'handler');  -- claimed while this waited for the lock
        perform cases_claim(next_one, officer);
        return next next_one;
    end loop;
end $$;
