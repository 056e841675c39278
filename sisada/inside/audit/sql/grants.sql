-- Who may touch the looks. No INSERT on any audit table for anybody: functions alone write them.
revoke all on function audit_begin_look(uuid, uuid, uuid, text, uuid, jsonb) from public;
revoke all on function audit_require_look(uuid, uuid, text) from public;
revoke all on function audit_open_look(uuid, uuid, uuid) from public;
revoke all on function audit_show(uuid, uuid, uuid[], jsonb, bytea[]) from public;
revoke all on function audit_end_look(uuid, uuid, text) from public;
revoke all on function audit_end_looks_of(uuid, uuid) from public;
revoke all on function audit_count_candidates(uuid, integer) from public;
revoke all on function audit_keep_answer(uuid, jsonb) from public;
revoke all on function audit_answer_signed(uuid, timestamptz, jsonb) from public;
revoke all on function audit_question(uuid, uuid, text) from public;
revoke all on function audit_require_ground(uuid, uuid) from public;
revoke all on function audit_require_person_covered(audit_ground, uuid) from public;
revoke all on function audit_require_rate(uuid, text) from public;
revoke all on function audit_look_lasts_until(audit_ground) from public;
revoke all on function audit_publish_ground(uuid, text, text, text, uuid[], text[], text[], uuid[], timestamptz, timestamptz, uuid) from public;
revoke all on function audit_end_ground(uuid, uuid, text) from public;
revoke all on function audit_keep_open(uuid, uuid, uuid) from public;
revoke all on function audit_note_refusal(uuid, uuid, uuid, uuid, text, uuid, jsonb, text) from public;
revoke all on function audit_alert_decoy(uuid, uuid) from public;
revoke all on function audit_hmac(bytea, bytea) from public;
revoke all on function audit_check_code(bytea) from public;
revoke all on function audit_drawn_ticket(uuid, uuid) from public;
revoke all on function audit_query_fits(text, jsonb) from public;
revoke all on function audit_part_fits(text, text, jsonb) from public;
revoke all on function audit_birth_fits(jsonb) from public;
revoke all on function audit_instant_fits(text) from public;
revoke all on function audit_area_covered(text, text[]) from public;
grant execute on function audit_begin_look(uuid, uuid, uuid, text, uuid, jsonb) to sisada_office;
grant execute on function audit_open_look(uuid, uuid, uuid) to sisada_office;
grant execute on function audit_keep_open(uuid, uuid, uuid) to sisada_office;
grant execute on function audit_note_refusal(uuid, uuid, uuid, uuid, text, uuid, jsonb, text) to sisada_office;
grant execute on function audit_question(uuid, uuid, text) to sisada_office;
grant execute on function audit_show(uuid, uuid, uuid[], jsonb, bytea[]) to sisada_office;
grant execute on function audit_end_look(uuid, uuid, text) to sisada_office;
grant execute on function audit_end_looks_of(uuid, uuid) to sisada_office;

-- The seal (docs/seal.md). The sealer reads what it seals, whole, and only ever adds; what it publishes the worker's crossing carries out.
revoke all on function audit_seal_erase(text, text, text) from public;
grant select on audit_ground, audit_ground_end, audit_look, audit_look_shown, audit_look_end, audit_answer, audit_refusal, audit_erasure to sisada_sealer;
grant select, insert on audit_seal, audit_salt, audit_checkpoint, audit_sealing_key, audit_key_endorsement to sisada_sealer;
grant insert on audit_outgoing to sisada_sealer;
revoke update (carried_at), delete on audit_outgoing from sisada_worker;  -- which an earlier release gave
grant select on audit_outgoing to sisada_worker;
revoke all on function audit_outgoing_carried(uuid[]) from public;
revoke all on function audit_outgoing_sweep() from public;
grant execute on function audit_outgoing_carried(uuid[]) to sisada_worker;
grant execute on function audit_outgoing_sweep() to sisada_worker;
