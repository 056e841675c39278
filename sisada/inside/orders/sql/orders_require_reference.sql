-- A number in a register holds a digit and is short: free text adds to a ground, it is never one. Never granted.
create or replace function orders_require_reference(reference text)
    returns void
    language plpgsql immutable
    security definer set search_path = public, pg_temp
as $$
begin
    if reference !~ '[0-9]' or length(reference) > 80 then
        raise exception 'orders.reference-without-number' using errcode = 'LK001';
    end if;
end $$;
