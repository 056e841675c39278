-- A direct finding is reported before anybody's data is opened. Everybody who may answer is told in turn: the first at once, each next one when
-- the one before has not answered in the minutes of the rule. Nobody answers it after its time: the moment in the street is over then.
-- Source: Permenimipas 2/2025 art. 30 (a: on the cegah/tangkal list; b: on the wanted list; c: reasonably suspected unlawful act).
create or replace function orders_report_finding(officer uuid, device uuid, letter text, sentence text, place text)
    returns uuid
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    made uuid := gen_random_uuid();
    patience interval := make_interval(mins => rules_integer('orders.finding-answer-minutes'));
    over_at timestamptz := clock_timestamp() + make_interval(mins => rules_integer('orders.finding-lapse-minutes'));
begin
    perform orders_require_role(officer, array['petugas', 'atasan']);
    insert into orders_finding (id, officer, device, letter, sentence, place, answer_until) values (made, officer, device, letter, sentence, place, over_at);
    perform waiting_tell_between(asked.officer, 'finding', made, clock_timestamp() + (asked.turn - 1) * patience, over_at)
    from orders_answerers(officer) as asked;
    if not found then
        raise exception 'orders.nobody-to-ask' using errcode = 'LK001';
    end if;
    return made;
end $$;
