-- The thread of a letter: made when a code comes with it, else it must be there. Called by letterbox_receive; never granted.
-- Raises LB001 'letter.no-thread' and 'letter.differs'.
create or replace function letterbox_require_thread(thread uuid, code_index bytea, reporter_key bytea)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    found_thread letterbox_thread;
begin
    if code_index is not null and not exists (select from letterbox_thread_end as over where over.thread = letterbox_require_thread.thread) then
        insert into letterbox_thread (id, code_index, reporter_key)
        values (letterbox_require_thread.thread, letterbox_require_thread.code_index, letterbox_require_thread.reporter_key)
        on conflict do nothing;
    end if;
    select row.* into found_thread from letterbox_thread as row
    where row.id = letterbox_require_thread.thread
        and not exists (select from letterbox_thread_end as over where over.thread = row.id);
    if found_thread.id is null and code_index is not null
        and exists (select from letterbox_thread as row where row.code_index = letterbox_require_thread.code_index) then
        raise exception 'letter.differs' using errcode = 'LB001';
    elsif found_thread.id is null then
        raise exception 'letter.no-thread' using errcode = 'LB001';
    elsif found_thread.reporter_key <> letterbox_require_thread.reporter_key
        or found_thread.code_index <> coalesce(letterbox_require_thread.code_index, found_thread.code_index) then
        raise exception 'letter.differs' using errcode = 'LB001';
    end if;
end $$;
