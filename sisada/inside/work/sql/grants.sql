-- The job tables are procrastinate's; the worker alone works on them. Its functions are closed to everybody else.
do $$
declare signature regprocedure;
begin
    for signature in select oid::regprocedure from pg_proc where pronamespace = 'public'::regnamespace and proname like 'procrastinate\_%' loop
        execute format('revoke all on function %s from public', signature);
        execute format('grant execute on function %s to sisada_worker', signature);
    end loop;
end $$;
grant select, insert, update, delete on procrastinate_jobs, procrastinate_events, procrastinate_periodic_defers, procrastinate_workers to sisada_worker;
grant usage on sequence procrastinate_jobs_id_seq, procrastinate_events_id_seq, procrastinate_periodic_defers_id_seq, procrastinate_workers_id_seq to sisada_worker;
