-- Everything that was done to anybody's account: when, what, by whom, why. `person`: whose account; `by`: null when the office was installed.
create or replace view accounts_history as
select held.set_at as at, held.user_id as person, 'role-held' as kind, held.set_by as by, held.why, held.role, held.capacity,
    held.valid_from as first_day, held.valid_until as last_day, null::uuid as device
from accounts_role_held as held
union all select ended.ended_at, held.user_id, 'role-ended', ended.ended_by, ended.why, held.role, held.capacity, ended.ended_on, null, null
from accounts_role_end as ended join accounts_role_held as held on held.id = ended.role_held
union all select proposal.proposed_at, proposal.user_id, 'proposed-' || proposal.kind, proposal.proposed_by, proposal.why, proposal.role, proposal.capacity,
    coalesce(proposal.valid_from, proposal.ended_on), proposal.valid_until, null
from accounts_role_proposal as proposal
union all select decided.decided_at, proposal.user_id, decided.outcome, decided.decided_by, decided.why, proposal.role, proposal.capacity, null, null, null
from accounts_role_decision as decided join accounts_role_proposal as proposal on proposal.id = decided.proposal
union all select made.made_at, made.user_id, 'invited', made.made_by, made.why, null, null, null, null, null from accounts_invitation as made
union all select used.used_at, made.user_id, 'invitation-used', made.user_id, '', null, null, null, null, null
from accounts_invitation_use as used join accounts_invitation as made on made.id = used.invitation
union all select begun.begun_at, begun.user_id, 'suspended', begun.begun_by, begun.why, null, null, null, null, null from accounts_suspension as begun
union all select ended.ended_at, begun.user_id, 'suspension-lifted', ended.ended_by, ended.why, null, null, null, null, null
from accounts_suspension_end as ended join accounts_suspension as begun on begun.id = ended.suspension
union all select ended.ended_at, ended.user_id, case when ended.device is null then 'sessions-ended' else 'device-revoked' end, ended.ended_by,
    ended.why, null, null, null, null, ended.device
from accounts_access_end as ended;
