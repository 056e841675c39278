-- The row of an invitation; the office's rule says how long a code is good. Its end is returned. Never granted.
create or replace function accounts_make_invitation(actor uuid, person uuid, code_hash bytea, why text)
    returns timestamptz
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    insert into accounts_invitation (id, user_id, code_hash, made_by, valid_until, why)
    values (gen_random_uuid(), person, accounts_make_invitation.code_hash, actor,
        clock_timestamp() + make_interval(hours => rules_integer('accounts.invitation-hours')), accounts_make_invitation.why)
    returning valid_until
$$;
