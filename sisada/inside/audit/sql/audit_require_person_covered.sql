-- Does this ground cover this person? A ground that names persons covers those; a document in hand, also that of somebody who asks about
-- himself, covers whom its number found; any other covers whomever the officer meets. Called by the functions that make looks; never granted.
create or replace function audit_require_person_covered(basis audit_ground, subject uuid)
    returns void
    language plpgsql stable
    security definer set search_path = public, pg_temp
as $$
begin
    if subject is null or not subject = any (coalesce(basis.persons, array[subject])) then
        raise exception 'look.person-not-covered' using errcode = 'LK001';
    end if;
    if basis.kind in ('document', 'own-request') then  -- asked by itself: of the other kinds no list is read
        if not exists (
            select from audit_look_shown as shown join audit_look as search on search.id = shown.look
            where shown.person = audit_require_person_covered.subject and search.ground = basis.id) then
            raise exception 'look.person-not-covered' using errcode = 'LK001';
        end if;
    end if;
end $$;
