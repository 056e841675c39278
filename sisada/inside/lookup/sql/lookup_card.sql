-- The card of the person whom this look names: everything an officer at a door needs, in one answer, kept with its check code.
-- Called by lookup/find.py. Security definer, since the office role may not read the tables: a look on record is the only way to a person.
create or replace function lookup_card(look uuid, officer uuid)
    returns table (answer jsonb, check_code text)
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    asked audit_look := audit_require_look(look, officer, 'card');  -- raises: a refusal must not read as "not registered"
begin
    answer := lookup_person_card(asked.subject);  -- never an argument: one look, one person
    if answer is null then
        return;  -- the mirror has nobody under this id (any more): that is an answer too, and there is nothing to keep
    end if;
    check_code := audit_keep_answer(asked.id, answer);
    return next;
end $$;
