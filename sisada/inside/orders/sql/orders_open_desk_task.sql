-- A task at the desk, named by the letter or file it comes from. `reference` is its number in the desk's register: it is the ground, not a
-- remark, so it holds a digit; the privacy supervisor reviews it against the register later.
create or replace function orders_open_desk_task(officer uuid, reference text)
    returns uuid
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    perform orders_require_role(officer, array['meja']);
    perform orders_require_reference(reference);
    return orders_open_own_ground(officer, 'desk-task', reference, array['search', 'card'], make_interval(hours => rules_integer('orders.desk-task-hours')));
end $$;
