-- What waited about this subject was answered: it ends for everybody who was told. Called by definer functions; never granted.
create or replace function waiting_end(subject uuid, ended_by uuid)
    returns void
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    with ended as (
        insert into waiting_done (notice, done_by)
        select notice.id, waiting_end.ended_by from waiting_notice as notice where notice.subject = waiting_end.subject
        on conflict do nothing
        returning notice)
    select pg_notify('waiting_notice', notice.for_user::text) from ended join waiting_notice as notice on notice.id = ended.notice
$$;
