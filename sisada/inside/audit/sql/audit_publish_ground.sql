-- Publish what allows a look. Called by the definer functions of whoever owns such grounds (orders_…), after their own checks; never granted.
create or replace function audit_publish_ground(
    id uuid, kind text, reference text, place text, officers uuid[], purposes text[], area_codes text[], persons uuid[],
    valid_from timestamptz, valid_until timestamptz, published_by uuid)
    returns uuid
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    insert into audit_ground (id, kind, reference, place, officers, purposes, area_codes, persons, valid_from, valid_until, published_by)
    values (id, kind, reference, place, officers, purposes, area_codes, persons, valid_from, valid_until, published_by)
    returning id
$$;
