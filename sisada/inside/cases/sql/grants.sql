-- Who may touch reports and cases. Rows are written by the functions below alone; what the office face may read stands in columns.toml.
-- The passage and the worker, as sisada_worker.
revoke all on function cases_take(uuid, uuid, bytea, bytea, bytea[], timestamptz) from public;
revoke all on function cases_wake_worker() from public;
revoke all on function cases_hold_poison(uuid, text) from public;
revoke all on function cases_outgoing_carried(uuid[]) from public;
revoke all on function cases_outgoing_sweep() from public;
grant execute on function cases_take(uuid, uuid, bytea, bytea, bytea[], timestamptz) to sisada_worker;
grant execute on function cases_hold_poison(uuid, text) to sisada_worker;
grant select on cases_outgoing to sisada_worker;
grant execute on function cases_outgoing_carried(uuid[]) to sisada_worker;
grant execute on function cases_outgoing_sweep() to sisada_worker;
