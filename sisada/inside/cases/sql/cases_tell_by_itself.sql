-- What the machine says to the reporters: received, reviewed again, a promise moved. For the worker, who sealed it.
create or replace function cases_tell_by_itself(wanted uuid, step text, threads uuid[], sealed bytea[])
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    insert into cases_message ("case", step) values (wanted, cases_tell_by_itself.step);
    perform cases_send(wanted, threads, sealed);
end $$;
