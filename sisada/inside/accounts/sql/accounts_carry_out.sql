-- The effect of a confirmed proposal. An invitation has none of its own: it is usable once its proposal is confirmed. Never granted.
create or replace function accounts_carry_out(asked accounts_role_proposal)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    begins date := greatest(asked.valid_from, rules_today());
begin
    if asked.kind = 'grant' then
        if asked.valid_until < begins then
            raise exception 'accounts.nothing-to-decide' using errcode = 'AC001';
        end if;
        perform accounts_require_free(asked.user_id, asked.role, begins, asked.valid_until);
        insert into accounts_role_held (id, user_id, role, capacity, valid_from, valid_until, set_by, why)
        values (gen_random_uuid(), asked.user_id, asked.role, asked.capacity, begins, asked.valid_until, asked.proposed_by, asked.why);
        if asked.role in ('kepala', 'pengawas', 'admin') then
            perform accounts_tell_newcomer(asked.user_id, begins);
        end if;
    elsif asked.kind = 'end' then
        insert into accounts_role_end (id, role_held, ended_on, ended_by, why)
        values (gen_random_uuid(), asked.role_held, greatest(asked.ended_on, rules_today()), asked.proposed_by, asked.why);
    end if;
end $$;
