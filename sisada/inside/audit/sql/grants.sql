-- Who may touch the looks. No INSERT on any audit table for anybody: functions alone write them.
revoke all on function audit_begin_look(uuid, uuid, uuid, text, uuid, jsonb) from public;
revoke all on function audit_require_look(uuid, uuid, text) from public;
revoke all on function audit_open_look(uuid, uuid, uuid) from public;
revoke all on function audit_show(uuid, uuid, uuid[], jsonb) from public;
revoke all on function audit_end_look(uuid, uuid, text) from public;
revoke all on function audit_end_looks_of(uuid, uuid) from public;
revoke all on function audit_count_candidates(uuid, integer) from public;
revoke all on function audit_keep_answer(uuid, jsonb) from public;
revoke all on function audit_question(uuid, uuid, text) from public;
revoke all on function audit_hmac(bytea, bytea) from public;
revoke all on function audit_check_code(bytea) from public;
revoke all on function audit_area_covered(text, text[]) from public;
grant execute on function audit_begin_look(uuid, uuid, uuid, text, uuid, jsonb) to sisada_office;
grant execute on function audit_open_look(uuid, uuid, uuid) to sisada_office;
grant execute on function audit_question(uuid, uuid, text) to sisada_office;
grant execute on function audit_show(uuid, uuid, uuid[], jsonb) to sisada_office;
grant execute on function audit_end_look(uuid, uuid, text) to sisada_office;
grant execute on function audit_end_looks_of(uuid, uuid) to sisada_office;
