-- Commit to a look: who, on which device, on which ground, for what. Called by audit/looks.py on a connection of its own
-- in autocommit, so the row is durable when this returns. With audit_keep_open, the only way a row gets into audit_look.
create or replace function audit_begin_look(officer uuid, device uuid, ground uuid, purpose text, subject uuid, query jsonb)
    returns uuid
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    basis audit_ground := audit_require_ground(ground, officer);
    made uuid;
    planted uuid;
begin
    if current_setting('transaction_isolation') <> 'read committed' then  -- an older snapshot would not see the looks that count in an hour's number
        raise exception 'look.isolation-not-read-committed' using errcode = 'LK001';
    end if;
    perform audit_require_officer(officer, device, purpose);
    if not purpose = any (basis.purposes) then
        raise exception 'look.purpose-not-covered' using errcode = 'LK001';
    end if;
    if purpose = 'card' or purpose = 'trail' and subject is not null then
        perform audit_require_person_covered(basis, subject);
    elsif purpose = 'area-list' and not audit_area_covered(query ->> 'kelurahan', basis.area_codes) then
        raise exception 'look.area-not-covered' using errcode = 'LK001';
    elsif purpose = 'search' and basis.kind in ('document', 'own-request')
        and not (coalesce(query ->> 'kind', '') in ('number', 'mrz') and coalesce(query ->> 'folded', '') <> '') then
        raise exception 'look.document-number-only' using errcode = 'LK001';
    end if;
    if not audit_query_fits(purpose, query) then
        raise exception 'look.question-does-not-fit' using errcode = 'LK001';
    end if;
    perform audit_require_rate(officer, case when purpose = 'trail' and basis.kind = 'own-request' then 'own-request' else purpose end);
    insert into audit_look (officer, device, ground, purpose, subject, query, valid_until)
    values (officer, device, ground, purpose, subject, query, audit_look_lasts_until(basis))
    returning id into made;
    select decoy.person into planted from audit_decoy as decoy
    where decoy.person = audit_begin_look.subject or purpose = 'trail' and exists (
        select from lookup_number as known where known.exact = query ->> 'exact' and known.person_id = decoy.person)
    limit 1;
    if found then
        perform audit_alert_decoy(made, planted);
    end if;
    return made;
end $$;
