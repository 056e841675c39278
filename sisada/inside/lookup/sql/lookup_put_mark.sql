-- A card says from now on that these data are in question: `kind` disputed (whoever they are about objects) or discrepancy (somebody found it
-- otherwise; `about`: which field). Once for each person and subject, the case in which somebody looks into it; open cards are told.
-- Called by the functions of cases; never granted.
create or replace function lookup_put_mark(person uuid, kind text, subject uuid, about text default null)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    insert into lookup_mark (person, kind, subject, about)
    values (lookup_put_mark.person, lookup_put_mark.kind, lookup_put_mark.subject, lookup_put_mark.about)
    on conflict do nothing;
    if found then
        perform pg_notify('registry_change', lookup_put_mark.person::text);  -- the channel that open cards listen to
    end if;
end $$;
