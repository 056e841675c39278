-- This case's words and photos are needed as evidence, in the file of this number: retention leaves them. By a superior who holds it.
create or replace function cases_keep_as_evidence(wanted uuid, officer uuid, reference text)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    perform cases_require_role(officer, array['atasan', 'kepala']);
    perform cases_require_hold(wanted, officer, null, null);
    if reference !~ '[0-9]' or length(reference) > 80 then
        raise exception 'case.reference-without-number' using errcode = 'LK001';
    end if;
    insert into cases_evidence ("case", by, reference) values (wanted, officer, cases_keep_as_evidence.reference) on conflict do nothing;
    perform cases_changed(wanted, officer, 'kept-as-evidence');
end $$;
