-- The capacity in which this person holds one of these roles today, or a refusal that the page words. Called first by every function that writes.
create or replace function orders_require_role(person uuid, roles text[])
    returns text
    language plpgsql stable
    security definer set search_path = public, pg_temp
as $$
declare
    capacity text := accounts_capacity_in(person, roles);
begin
    if capacity is null then
        raise exception 'orders.not-for-this-role' using errcode = 'LK001';
    end if;
    return capacity;
end $$;
