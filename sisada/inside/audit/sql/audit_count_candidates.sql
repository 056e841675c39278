-- Note that a search drew scoring rows, and refuse the fourth draw of one look. Called by reading functions only.
create or replace function audit_count_candidates(look uuid, drawn integer)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(look::text, 1));  -- two draws at once would each count two before them
    if (select count(*) from audit_candidate_read as earlier where earlier.look = audit_count_candidates.look) >= 3 then
        raise exception 'look.too-many' using errcode = 'LK001';
    end if;
    insert into audit_candidate_read (look, rows) values (look, drawn);
end $$;
