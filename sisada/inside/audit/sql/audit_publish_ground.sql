-- Publish what allows a look. Called by the definer functions of whoever owns such grounds (orders_…), after their own checks; never granted.
create or replace function audit_publish_ground(published audit_ground)
    returns uuid
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    insert into audit_ground (id, kind, reference, place, officers, purposes, area_codes, persons, valid_from, valid_until, published_by)
    values (coalesce(published.id, gen_random_uuid()), published.kind, published.reference, published.place, published.officers, published.purposes,
        published.area_codes, published.persons, published.valid_from, published.valid_until, published.published_by)
    returning id into published.id;
    return published.id;
end $$;
