-- Exactly what stood on the screen that showed this check code, and whether its mac still proves it. The code stands in the trail's look.
create or replace function oversight_answers_of_code(look uuid, officer uuid)
    returns table (answer jsonb, check_code text)
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    asked audit_look := audit_require_look(look, officer, 'trail');
begin
    perform oversight_require_ground(asked, 'review');
    select coalesce(jsonb_agg(jsonb_build_object(
            'look', oversight_look(given.look), 'at', given.answered_at, 'answer', given.answer,
            'proven', given.mac = audit_hmac((select key from audit_key where id = 1), audit_answer_signed(given.look, given.answered_at, given.answer)))
            order by given.answered_at desc), '[]') into answer
    from (select * from audit_answer as kept where kept.check_code = asked.query ->> 'code' order by kept.answered_at desc limit 20) as given;
    check_code := audit_keep_answer(asked.id, answer);
    return next;
end $$;
