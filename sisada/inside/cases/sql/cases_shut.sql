-- A case ends: nobody holds it any longer, nothing waits for it. Called by the functions that end one; never granted.
create or replace function cases_shut(wanted uuid, by_officer uuid, with_outcome text)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    update cases_case set state = 'closed', outcome = with_outcome, closed_at = clock_timestamp(), version = version + 1 where id = wanted;
    update cases_pause set until = clock_timestamp() where "case" = wanted and until is null;
    perform cases_end_holds(wanted, null, by_officer, 'closed');
    perform lookup_end_mark(wanted);
    perform waiting_end(wanted, coalesce(by_officer, wanted));
    perform cases_changed(wanted, by_officer, 'closed', with_outcome);
end $$;
