-- The reporter wrote back to an open case: if it waited for him, its clock goes on; whoever handles it is told. Never granted.
create or replace function cases_answered(answered cases_case)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    update cases_pause set until = clock_timestamp() where "case" = answered.id and until is null;
    update cases_case set state = 'reviewing' where id = answered.id and state = 'waiting_reporter';
    if answered.handler is not null then
        perform waiting_tell(answered.handler, 'case-answer', answered.id, clock_timestamp());
    end if;
    perform cases_changed(answered.id, null, 'written-back');
end $$;
