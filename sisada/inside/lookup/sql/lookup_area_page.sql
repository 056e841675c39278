-- One page of the people whose present address lies in the area that this look names, each once, by building, street, unit; ids only, each with the
-- ticket by which audit_show knows that this look drew it.
-- Called by lookup/find.py, which then puts them on record and reads their rows with lookup_hits. Paged by key: `after` in the
-- look's query is the last person of the page before.
create or replace function lookup_area_page(look uuid, officer uuid)
    returns table (person_id uuid, ticket bytea)
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    asked audit_look := audit_require_look(look, officer, 'area-list');
begin
    perform audit_count_candidates(asked.id, 50);
    return query
    with resident as (
        select distinct on (one.person_id) one.* from lookup_resident as one
        -- '/' follows '.': the kelurahan itself, or whatever nests in a whole city or regency
        where one.kelurahan_code >= asked.query ->> 'kelurahan' and one.kelurahan_code < (asked.query ->> 'kelurahan') || '/'
        order by one.person_id, one.building, one.tower, one.street, one.unit),
    last_seen as (select * from resident where resident.person_id = (asked.query ->> 'after')::uuid)
    select resident.person_id, audit_drawn_ticket(asked.id, resident.person_id) from resident
    where not exists (select from last_seen)
       or (resident.building, resident.tower, resident.street, resident.unit, resident.person_id)
        > (select last.building, last.tower, last.street, last.unit, last.person_id from last_seen as last)
    order by resident.building, resident.tower, resident.street, resident.unit, resident.person_id
    limit 50;
end $$;
