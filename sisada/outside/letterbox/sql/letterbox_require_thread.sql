-- The thread of a letter: made when a code comes with it, else it must be there. Called by letterbox_receive; never granted.
-- Raises LB001 'letter.no-thread' and 'letter.differs' (this code or this id belongs to another thread).
create or replace function letterbox_require_thread(thread uuid, code_index bytea, reporter_key bytea)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    found_thread letterbox_thread;
begin
    if exists (select from letterbox_thread_end as over where over.thread = letterbox_require_thread.thread) then
        raise exception 'letter.no-thread' using errcode = 'LB001';
    end if;
    if code_index is not null then
        insert into letterbox_thread (id, code_index, reporter_key)
        values (letterbox_require_thread.thread, letterbox_require_thread.code_index, letterbox_require_thread.reporter_key)
        on conflict do nothing;
    end if;
    select * into found_thread from letterbox_thread as row where row.id = letterbox_require_thread.thread;
    if found_thread.id is null and code_index is null then
        raise exception 'letter.no-thread' using errcode = 'LB001';
    end if;
    if (found_thread.reporter_key, found_thread.code_index)
        is distinct from (letterbox_require_thread.reporter_key, coalesce(letterbox_require_thread.code_index, found_thread.code_index)) then
        raise exception 'letter.differs' using errcode = 'LB001';
    end if;
end $$;
