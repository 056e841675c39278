-- The supervisor's finding about one look, named by its case or by its own id; whatever waited about it ends. Never about
-- one's own.
create or replace function oversight_review_look(reviewed uuid, reviewer uuid, outcome text, remark text)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    meant uuid := oversight_look_meant(reviewed);
begin
    perform oversight_require_supervisor(reviewer);
    if not exists (select from audit_look as one where one.id = meant and one.officer <> reviewer) then
        raise exception 'oversight.not-there' using errcode = 'LK001';
    end if;
    insert into oversight_review (look, reviewer, outcome, remark) values (meant, reviewer, outcome, remark);
    perform waiting_end(told.id, reviewer) from (
        select opened.id from audit_decoy_opened as opened where opened.look = meant union select meant) as told;
end $$;
