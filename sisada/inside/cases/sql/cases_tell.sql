-- Words to the reporters, before the act that they are about and in its transaction (`seen`: its version; null: words alone): kept here as the
-- office said them, and sealed on their way out; words of the officer's own (`said`) only of a case that he has open. `sealed` was made for each of `threads` by words_out.py. The first of them that answers something keeps the first promise.
create or replace function cases_tell(
    wanted uuid, officer uuid, seen integer, step text, sentence text, go_to text, said text, threads uuid[], sealed bytea[])
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    perform cases_require_hold(wanted, officer, null, seen);
    if said is not null then
        perform cases_require_unnamed(wanted, officer, said);
    end if;
    if step not in ('reviewing', 'acting', 'closed', 'not_ours', 'waiting_reporter', 'message')
        or cardinality(threads) <> cardinality(sealed)
        or array(select one.thread from cases_followers(wanted) as one order by 1) <> array(select distinct unnest(threads) order by 1) then
        raise exception 'case.not-to-all' using errcode = 'LK001';
    end if;
    insert into cases_message ("case", by, step, sentence, go_to, text)
    values (wanted, officer, cases_tell.step, cases_tell.sentence, cases_tell.go_to, cases_tell.said);
    perform cases_send(wanted, threads, sealed);
    if step in ('waiting_reporter', 'message', 'acting', 'closed', 'not_ours') then
        update cases_case as named set first_answered_at = clock_timestamp() where named.id = wanted and named.first_answered_at is null;
        if found then
            perform waiting_end(wanted, officer);
        end if;
    end if;
end $$;
