-- Who may read and set the rules. No INSERT for anybody: functions alone write, and they know who may set what, and from when.
-- sisada_office reads every row (columns.toml): rules are nobody's personal data. The worker reads those that count.
grant select on rules_counted to sisada_worker;
revoke all on function rules_day_of(timestamptz) from public;
revoke all on function rules_today() from public;
revoke all on function rules_value(text, text, date) from public;
revoke all on function rules_integer(text, date) from public;
revoke all on function rules_setter_roles(uuid) from public;
revoke all on function rules_earliest(text, text) from public;
revoke all on function rules_value_fits(jsonb, rules_declared) from public;
revoke all on function rules_propose(text, text, jsonb, date, date, text, uuid) from public;
revoke all on function rules_refusal_to_confirm(uuid, uuid) from public;
revoke all on function rules_tell_second(uuid) from public;
revoke all on function rules_confirm(uuid, uuid) from public;
revoke all on function rules_withdraw(uuid, uuid) from public;
grant execute on function rules_today() to sisada_office, sisada_worker;
grant execute on function rules_value(text, text, date) to sisada_office, sisada_worker;
grant execute on function rules_integer(text, date) to sisada_office, sisada_worker;
grant execute on function rules_earliest(text, text) to sisada_office;
grant execute on function rules_propose(text, text, jsonb, date, date, text, uuid) to sisada_office;
grant execute on function rules_refusal_to_confirm(uuid, uuid) to sisada_office;
grant execute on function rules_confirm(uuid, uuid) to sisada_office;
grant execute on function rules_withdraw(uuid, uuid) to sisada_office;
