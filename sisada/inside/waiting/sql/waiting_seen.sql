-- Its reader has seen what a notice tells. Only one's own, and only those that ask for no answer.
create or replace function waiting_seen(seen uuid, reader uuid)
    returns void
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    insert into waiting_done (notice, done_by)
    select notice.id, reader from waiting_notice as notice
    where notice.id = seen and notice.for_user = reader and notice.kind in ('finding-approved', 'finding-refused', 'order-approved', 'order-refused',
        'order-names-you', 'case-answer', 'case-given', 'case-back', 'discrepancy-more', 'discrepancy-closed')
    on conflict do nothing;
    select pg_notify('waiting_notice', reader::text);
$$;
