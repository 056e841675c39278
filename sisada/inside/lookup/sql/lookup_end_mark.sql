-- What was in question in this case is so no longer: its marks end, and open cards are told. Called by the functions of cases; never granted.
create or replace function lookup_end_mark(subject uuid)
    returns void
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    with ended as (
        update lookup_mark as mark set until = clock_timestamp() where mark.subject = lookup_end_mark.subject and mark.until is null
        returning mark.person)
    select pg_notify('registry_change', ended.person::text) from ended
$$;
