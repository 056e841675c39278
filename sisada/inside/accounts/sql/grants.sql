-- The office face signs people in: it keeps sessions, devices, second factors and failed attempts. What it may read stands in columns.toml.
grant insert, update, delete on django_session, foundation_cache to sisada_office;
grant insert on sign_in_device to sisada_office;
-- A revoked device stays revoked (accounts_revoke_own_device); a database of before had given this.
revoke update (revoked_at) on sign_in_device from sisada_office;
grant update (last_login, password, sessions_valid_from) on sign_in_user to sisada_office;
grant insert, update, delete on mfa_authenticator to sisada_office;
grant usage on sequence mfa_authenticator_id_seq to sisada_office;
grant insert, update on account_emailaddress to sisada_office;
grant usage on sequence account_emailaddress_id_seq to sisada_office;
-- Sessions that are over are forgotten by a job (jobs.py).
grant select (expire_date), delete on django_session to sisada_worker;
-- What is decided about people is written by functions alone, which ask whether the actor is an admin today. No INSERT or UPDATE for anybody.
revoke all on function accounts_needs_second(text) from public;
revoke all on function accounts_capacity_in(uuid, text[]) from public;
revoke all on function accounts_require_act(uuid, uuid, text) from public;
revoke all on function accounts_require_free(uuid, text, date, date) from public;
revoke all on function accounts_carry_out(accounts_role_proposal) from public;
revoke all on function accounts_tell_second(uuid) from public;
revoke all on function accounts_tell_newcomer(uuid, date) from public;
revoke all on function accounts_make_invitation(uuid, uuid, bytea, text) from public;
revoke all on function accounts_watched_role(uuid) from public;
revoke all on function accounts_grant_role(uuid, uuid, text, text, date, date, text) from public;
revoke all on function accounts_end_role(uuid, uuid, date, text) from public;
revoke all on function accounts_decide(uuid, uuid, text, text) from public;
revoke all on function accounts_invite(uuid, uuid, text, text, jsonb, bytea, text) from public;
revoke all on function accounts_renew(uuid, uuid, bytea, text) from public;
revoke all on function accounts_invitation_of(text, bytea) from public;
revoke all on function accounts_accept_invitation(text, bytea, text) from public;
revoke all on function accounts_suspend(uuid, uuid, text) from public;
revoke all on function accounts_lift_suspension(uuid, uuid, text) from public;
revoke all on function accounts_end_sessions(uuid, uuid, text) from public;
revoke all on function accounts_revoke_device(uuid, uuid, text) from public;
revoke all on function accounts_revoke_own_device(uuid, uuid) from public;
revoke all on function accounts_is_present(uuid, uuid, text, timestamptz, text[]) from public;
grant execute on function accounts_grant_role(uuid, uuid, text, text, date, date, text) to sisada_office;
grant execute on function accounts_end_role(uuid, uuid, date, text) to sisada_office;
grant execute on function accounts_decide(uuid, uuid, text, text) to sisada_office;
grant execute on function accounts_invite(uuid, uuid, text, text, jsonb, bytea, text) to sisada_office;
grant execute on function accounts_renew(uuid, uuid, bytea, text) to sisada_office;
grant execute on function accounts_invitation_of(text, bytea) to sisada_office;
grant execute on function accounts_accept_invitation(text, bytea, text) to sisada_office;
grant execute on function accounts_suspend(uuid, uuid, text) to sisada_office;
grant execute on function accounts_lift_suspension(uuid, uuid, text) to sisada_office;
grant execute on function accounts_end_sessions(uuid, uuid, text) to sisada_office;
grant execute on function accounts_revoke_device(uuid, uuid, text) to sisada_office;
grant execute on function accounts_revoke_own_device(uuid, uuid) to sisada_office;
grant execute on function accounts_is_present(uuid, uuid, text, timestamptz, text[]) to sisada_office;
-- The seal (docs/seal.md); the verifier, which reads as the sealer, holds today's names against those that were sealed.
revoke all on function accounts_keep_name() from public;
grant select on accounts_name, accounts_role_held, accounts_role_end, accounts_role_proposal, accounts_role_decision, accounts_suspension, accounts_suspension_end to sisada_sealer;
grant select (id, name) on sign_in_user to sisada_sealer;
