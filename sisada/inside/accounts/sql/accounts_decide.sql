-- What becomes of a proposal. Confirmed or refused by a head, privacy supervisor or admin who neither made it nor is meant by it; withdrawn
-- by who made it. A confirmed one takes effect in the same transaction, from today where its first day has passed meanwhile.
create or replace function accounts_decide(actor uuid, proposal uuid, outcome text, why text)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    asked accounts_role_proposal;
begin
    select proposed.* into asked from accounts_role_proposal as proposed
    where proposed.id = accounts_decide.proposal and exists (select from accounts_open_proposal as open where open.id = proposed.id)
    for no key update;  -- two decisions at once: the second waits, and then finds its primary key taken
    if asked.id is null then
        raise exception 'accounts.nothing-to-decide' using errcode = 'AC001';
    end if;
    if accounts_capacity_in(actor, array['kepala', 'pengawas', 'admin']) is null then
        raise exception 'accounts.not-for-you' using errcode = 'AC001';
    end if;
    if (outcome = 'withdrawn') <> (actor = asked.proposed_by) or actor = asked.user_id then
        raise exception 'accounts.same-person' using errcode = 'AC001';
    end if;
    insert into accounts_role_decision (proposal, outcome, decided_by, why)
    values (asked.id, accounts_decide.outcome, actor, coalesce(accounts_decide.why, '')) on conflict do nothing;
    if not found then
        raise exception 'accounts.nothing-to-decide' using errcode = 'AC001';
    end if;
    perform waiting_end(asked.id, actor);
    if outcome = 'confirmed' then
        perform accounts_carry_out(asked);
    end if;
end $$;
