-- Who resides where: a present address, alive, still a foreign national, not recorded as departed. "Belum tercatat keluar" is not
-- "ada di Indonesia": who has no crossing at all counts. A decoy counts nowhere.
-- For lookup's own functions only; granted to nobody.
create or replace view lookup_resident as
select address.person_id, address.kelurahan_code, coalesce(address.building, '') as building, coalesce(address.tower, '') as tower,
    coalesce(address.street, '') as street, coalesce(address.unit, '') as unit
from registry_address as address
join registry_person as person on person.id = address.person_id
left join lateral (
    select crossing.direction from registry_crossing as crossing
    where crossing.person_id = address.person_id order by crossing.crossed_at desc limit 1) as last on true
where address.valid_until is null and person.civil_state = 'ordinary' and coalesce(last.direction, 'in') = 'in'
    and not exists (select from audit_decoy as decoy where decoy.person = address.person_id);
