-- Whoever becomes able to be the second person is told of what waits already, from the first day of his role; never of his own proposal, of one
-- that means him, or twice. Called when a role begins; never granted.
create or replace function accounts_tell_newcomer(person uuid, valid_from date)
    returns void
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    select waiting_tell_between(person, 'account-change', open.id,
        greatest(clock_timestamp(), accounts_tell_newcomer.valid_from::timestamp at time zone office.zone),
        open.proposed_at + make_interval(days => rules_integer('accounts.proposal-days')))
    from accounts_open_proposal as open cross join rules_zone as office
    where person not in (open.proposed_by, open.user_id)
      and not exists (select from waiting_notice as told where told.for_user = person and told.subject = open.id)
$$;
