-- A superior answers a finding, once. Approved: the finder's look opens, and the clock to the urgent order starts; near its end the finder is
-- told, at its end also whoever answered. A stand-in's capacity stays with the answer.
-- Source: Permenimipas 2/2025 art. 30 (reported first, then approved; the order the same day or at most one day later).
create or replace function orders_answer_finding(answered uuid, answerer uuid, approve boolean)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    capacity text := orders_require_role(answerer, array['atasan', 'kepala']);
    reported orders_finding;
    due timestamptz := clock_timestamp() + make_interval(hours => rules_integer('orders.finding-order-hours'));
begin
    select * into reported from orders_finding where id = answered for update;  -- two superiors at once: one answer
    if reported.id is null or exists (select from orders_finding_answer where finding = answered) then
        raise exception 'orders.already-answered' using errcode = 'LK001';
    end if;
    if reported.officer = answerer then
        raise exception 'orders.own-order' using errcode = 'LK001';
    end if;
    if reported.answer_until <= clock_timestamp() then
        raise exception 'orders.finding-over' using errcode = 'LK001';
    end if;
    insert into orders_finding_answer (finding, answered_by, capacity, approved, order_due_at) values (answered, answerer, capacity, approve, case when approve then due end);
    perform waiting_end(answered, answerer);
    perform waiting_tell(reported.officer, case when approve then 'finding-approved' else 'finding-refused' end, answered, clock_timestamp());
    if approve then
        perform audit_publish_ground(answered, 'finding', 'Temuan langsung huruf ' || reported.letter, reported.place, array[reported.officer],
            array['search', 'card'], array[]::text[], null, clock_timestamp(), due, answerer);
        perform waiting_tell_between(reported.officer, 'finding-order-due', answered, due - (due - clock_timestamp()) / 6, due);
        perform waiting_tell(late.officer, 'finding-order-late', answered, due) from unnest(array[reported.officer, answerer]) as late (officer);
    end if;
end $$;
