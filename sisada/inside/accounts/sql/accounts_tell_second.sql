-- Whoever may be the second person of this proposal is told at once, as long as it may be decided. Never whoever made it or is meant by it.
-- It calls waiting, the capability above: the wait must begin in the transaction that makes the proposal. Never granted.
create or replace function accounts_tell_second(proposal uuid)
    returns void
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    select waiting_tell_between(second.id, 'account-change', open.id, clock_timestamp(),
        open.proposed_at + make_interval(days => rules_integer('accounts.proposal-days')))
    from accounts_open_proposal as open
    join sign_in_user as second on second.id not in (open.proposed_by, open.user_id)
        and accounts_capacity_in(second.id, array['kepala', 'pengawas', 'admin']) is not null
    where open.id = accounts_tell_second.proposal
$$;
