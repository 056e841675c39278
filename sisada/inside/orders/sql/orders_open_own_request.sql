-- A person asks at the counter who looked at him: his document is searched by number or MRZ, then his own trail is read and printed for him.
-- Source: Law 27/2022 art. 32 (access to one's own data and to its processing).
create or replace function orders_open_own_request(officer uuid, reference text)
    returns uuid
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    perform orders_require_role(officer, array['pengawas', 'meja']);
    perform orders_require_reference(reference);
    return orders_open_own_ground(officer, 'own-request', reference, array['search', 'trail'], make_interval(mins => rules_integer('orders.own-request-minutes')));
end $$;
