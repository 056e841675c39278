-- Put on record whom a search or list is about to disclose, in order, and why each (`matches`, a json array of the same length). Called by audit/looks.py on the look connection;
-- lookup_hits reads their rows afterwards, in a later transaction, and nobody else's. `tickets`: of each person, what the look's own draw gave
-- with him (audit_drawn_ticket): whom no search or list found is not shown.
create or replace function audit_show(look uuid, officer uuid, persons uuid[], matches jsonb, tickets bytea[])
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    asked audit_look;
    most integer := 50;
begin
    select * into asked from audit_look as named where named.id = look and named.officer = audit_show.officer;
    if asked.id is null or asked.purpose not in ('search', 'area-list') or clock_timestamp() >= asked.valid_until then
        raise exception 'look.not-on-record' using errcode = 'LK001';
    end if;
    if exists (select from audit_look_end as ended where ended.look = asked.id)
        or exists (select from audit_ground_end as ended where ended.ground = asked.ground) then
        raise exception 'look.over' using errcode = 'LK001';
    end if;
    if asked.purpose = 'search' then
        most := rules_integer('audit.results-per-search');
    end if;
    if cardinality(persons) > most then
        raise exception 'look.too-many' using errcode = 'LK001';
    end if;
    if exists (select from unnest(persons, tickets) as listed (person, ticket)
        where listed.person is null or listed.ticket is distinct from audit_drawn_ticket(asked.id, listed.person)) then
        raise exception 'look.person-not-drawn' using errcode = 'LK001';
    end if;
    perform pg_advisory_xact_lock(hashtextextended(look::text, 2));  -- two lists at once would each count its own alone; not the draws' lock, which the page may still hold
    insert into audit_look_shown (look, person, place, match)
    select audit_show.look, listed.person, listed.place, matches -> (listed.place - 1)::integer
    from unnest(persons) with ordinality as listed (person, place)
    on conflict do nothing;  -- the same list shown again stays one row a person
    if (select count(*) from audit_look_shown as shown where shown.look = audit_show.look) > most then
        raise exception 'look.too-many' using errcode = 'LK001';
    end if;
end $$;
