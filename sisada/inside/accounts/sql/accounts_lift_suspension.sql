-- Let a suspended person in again; sessions from before stay over.
create or replace function accounts_lift_suspension(actor uuid, person uuid, why text)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    perform accounts_require_act(actor, person, why);
    insert into accounts_suspension_end (suspension, ended_by, why)
    select begun.id, actor, accounts_lift_suspension.why from accounts_suspension as begun
    where begun.user_id = person and not exists (select from accounts_suspension_end as ended where ended.suspension = begun.id);
    if not found then
        raise exception 'accounts.not-suspended' using errcode = 'AC001';
    end if;
    update sign_in_user as known set is_active = true where known.id = person;
end $$;
