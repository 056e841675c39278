-- Somebody else than the sealer notices that it stands still: then every privacy supervisor and admin in force is told, each once, also one who came
-- into office meanwhile; and what they were told ends by itself when sealing has gone on. Called by the worker's job each minute.
create or replace function oversight_watch_seal(at timestamptz)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    seal record;
    going_on uuid := (select begun.id from oversight_standstill as begun
        where not exists (select from oversight_standstill_end as over where over.standstill = begun.id));
begin
    select * into seal from oversight_last_seal(oversight_watch_seal.at);
    if not seal.stands_still then
        if going_on is not null then
            insert into oversight_standstill_end (standstill, ended_at) values (going_on, oversight_watch_seal.at);
            perform waiting_end(going_on, going_on);  -- by nobody: sealing went on
        end if;
        return;
    end if;
    if going_on is null then
        insert into oversight_standstill (sealed_until, noticed_at) values (seal.sealed_until, oversight_watch_seal.at) returning id into going_on;
    end if;
    perform waiting_tell(keeper.id, 'seal-stands-still', going_on, oversight_watch_seal.at) from sign_in_user as keeper
    where accounts_capacity_in(keeper.id, array['pengawas', 'admin']) is not null
      and not exists (select from waiting_notice as told where told.subject = going_on and told.for_user = keeper.id);
end $$;
