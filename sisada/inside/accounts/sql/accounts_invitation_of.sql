-- The invitation that this address and code open now; null, for whatever reason, when there is none: the page says one sentence for all.
create or replace function accounts_invitation_of(email text, code_hash bytea)
    returns uuid
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    select made.id from accounts_invitation as made
    join sign_in_user as invited on invited.id = made.user_id and invited.is_active
    where made.code_hash = accounts_invitation_of.code_hash and invited.email = lower(accounts_invitation_of.email)
      and clock_timestamp() < made.valid_until
      and not exists (select from accounts_invitation_use as used where used.invitation = made.id)
      and not exists (select from accounts_invitation as newer where newer.user_id = made.user_id and newer.made_at > made.made_at)
      and (accounts_watched_role(made.user_id) is null
        or exists (select from accounts_role_proposal as proposal join accounts_role_decision as decided on decided.proposal = proposal.id
            where proposal.invitation = made.id and decided.outcome = 'confirmed'))
$$;
