-- Delete what need not stand outside any more: the content of letters that were carried over a week ago, and everything of ended threads,
-- their letters once a week has passed since they were carried.
-- A carried letter's id, digest and time stay with its thread, so that sending it again is answered as before; what nobody has carried is
-- never touched. Called by the passage.
create or replace function letterbox_sweep()
    returns void
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    delete from letterbox_part as part using letterbox_letter as letter
    where letter.id = part.letter and letter.carried_at < clock_timestamp() - interval '7 days';
    update letterbox_letter set sealed = null where carried_at < clock_timestamp() - interval '7 days' and sealed is not null;
    delete from letterbox_letter as letter using letterbox_thread_end as over
    where over.thread = letter.thread and letter.carried_at < clock_timestamp() - interval '7 days';
    delete from letterbox_box as box using letterbox_thread_end as over where over.thread = box.thread;
    delete from letterbox_thread as thread using letterbox_thread_end as over where over.thread = thread.id
$$;
