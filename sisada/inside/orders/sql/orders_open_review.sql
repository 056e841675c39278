-- A privacy review: the supervisor reads trails, not cards. `reference` names the review.
create or replace function orders_open_review(officer uuid, reference text)
    returns uuid
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    perform orders_require_role(officer, array['pengawas']);
    perform orders_require_reference(reference);
    return orders_open_own_ground(officer, 'review', reference, array['trail'], make_interval(hours => rules_integer('orders.desk-task-hours')));
end $$;
