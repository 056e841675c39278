-- How many permits of an office end between two days, both counting, and are their holder's last one. Called by registry/rule_previews.py.
-- A number alone needs no look; it names nobody.
create or replace function registry_permits_ending_between(office text, kinds text[], first_day date, last_day date)
    returns bigint
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select count(*)
    from registry_stay_permit as permit
    where permit.office_code = office and permit.kind = any (kinds) and permit.valid_until between first_day and last_day
        and permit.ended_on is null
        and not exists (
            select from registry_stay_permit as later
            where later.person_id = permit.person_id and later.id <> permit.id and later.ended_on is null
                and coalesce(later.valid_until, 'infinity') > permit.valid_until)
$$;
