-- Days are nobody's personal data: the office face reads every row (columns.toml), the worker what counts. Functions alone write.
grant select on holidays_in_force to sisada_worker;
grant select on holidays_outgoing to sisada_worker;
revoke all on function holidays_add(date, text, text, boolean, text, uuid) from public;
revoke all on function holidays_require_setter(date, text, uuid) from public;
revoke all on function holidays_declare(date, text, text, text, uuid) from public;
revoke all on function holidays_withdraw(date, text, uuid) from public;
revoke all on function holidays_ship(date, text, text, text) from public;
revoke all on function holidays_outgoing_carried(uuid[]) from public;
revoke all on function holidays_outgoing_sweep() from public;
grant execute on function holidays_declare(date, text, text, text, uuid) to sisada_office;
grant execute on function holidays_withdraw(date, text, uuid) to sisada_office;
grant execute on function holidays_ship(date, text, text, text) to sisada_worker;
grant execute on function holidays_outgoing_carried(uuid[]) to sisada_worker;
grant execute on function holidays_outgoing_sweep() to sisada_worker;
