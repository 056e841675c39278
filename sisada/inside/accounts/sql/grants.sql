-- The office face signs people in: it keeps sessions, devices, second factors and failed attempts. What it may read stands in columns.toml.
grant insert, update, delete on django_session, foundation_cache to sisada_office;
grant insert on sign_in_device to sisada_office;
grant update (revoked_at) on sign_in_device to sisada_office;
grant update (last_login, password, sessions_valid_from) on sign_in_user to sisada_office;
grant insert, update, delete on mfa_authenticator to sisada_office;
grant usage on sequence mfa_authenticator_id_seq to sisada_office;
grant insert, update on account_emailaddress to sisada_office;
grant usage on sequence account_emailaddress_id_seq to sisada_office;
-- Sessions that are over are forgotten by a job (jobs.py).
grant select (expire_date), delete on django_session to sisada_worker;
