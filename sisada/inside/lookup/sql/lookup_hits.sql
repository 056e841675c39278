-- The rows of a search or list, in the order put on record, with what a row shows: never more than a result row needs.
-- Called by lookup/find.py after audit_show was committed: whoever is not on the shown list cannot be read here.
create or replace function lookup_hits(look uuid, officer uuid, purpose text)
    returns table (answer jsonb, check_code text)
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    listed audit_look_shown[] := array(
        select shown from audit_look_shown as shown
        where shown.look = lookup_hits.look and shown.xact is distinct from pg_current_xact_id_if_assigned());
    -- After the list, never before: the flush in here must cover the commit of every row that was read. Else a list that was
    -- committed during the flush is read, and gone after a crash (make prove-looks: "shown row committed while the read is under way").
    asked audit_look := audit_require_look(look, officer, purpose);
begin
    if purpose not in ('search', 'area-list') then
        raise exception 'look.does-not-fit' using errcode = 'LK001';
    end if;
    select coalesce(jsonb_agg(lookup_hit(shown.person) || jsonb_build_object('match', shown.match) order by shown.place), '[]') into answer
    from unnest(listed) as shown;
    check_code := audit_keep_answer(asked.id, answer);
    return next;
end $$;
