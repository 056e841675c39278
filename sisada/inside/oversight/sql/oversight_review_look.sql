-- The supervisor's finding about one look. Never about one's own.
create or replace function oversight_review_look(reviewed uuid, reviewer uuid, outcome text, remark text)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    if accounts_capacity_in(reviewer, array['pengawas']) is null then
        raise exception 'oversight.not-for-this-role' using errcode = 'LK001';
    end if;
    if not exists (select from audit_look as one where one.id = reviewed and one.officer <> reviewer) then
        raise exception 'oversight.not-there' using errcode = 'LK001';
    end if;
    insert into oversight_review (look, reviewer, outcome, remark) values (reviewed, reviewer, outcome, remark);
end $$;
