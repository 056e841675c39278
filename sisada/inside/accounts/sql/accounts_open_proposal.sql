-- What waits for a second person. Later nobody remembers why: propose again.
create or replace view accounts_open_proposal as
select proposal.id, proposal.kind, proposal.user_id, proposal.role, proposal.capacity, proposal.valid_from, proposal.valid_until, proposal.role_held,
    proposal.ended_on, proposal.invitation, proposal.proposed_by, proposal.proposed_at, proposal.why
from accounts_role_proposal as proposal
where proposal.proposed_at > clock_timestamp() - make_interval(days => (select rules_integer('accounts.proposal-days')))
  and not exists (select from accounts_role_decision as decided where decided.proposal = proposal.id);
