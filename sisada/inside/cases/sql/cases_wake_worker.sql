-- A job that opens letters, one for each transaction that took some in: a queueing lock would lose the letters that are taken while an earlier
-- job runs, since that job cannot see them yet. Called by cases_take; never granted.
create or replace function cases_wake_worker()
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    this text := pg_current_xact_id()::text;
begin
    if current_setting('cases.worker_woken', true) is not distinct from this then
        return;
    end if;
    perform procrastinate_defer_jobs_v1(array[row('default', 'cases.open_letters', 0, null, null, '{}', null)::procrastinate_job_to_defer_v1]);
    perform set_config('cases.worker_woken', this, true);
end $$;
