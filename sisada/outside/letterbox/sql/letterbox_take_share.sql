-- Take one of the `most` that everybody without a proof of work may send in ten minutes. Null: taken; else when the next ten minutes begin.
-- Called by work/budget.py. Security definer: the public face sees no count. The first of a window sweeps the windows before it.
create or replace function letterbox_take_share(lane text, most integer)
    returns timestamptz
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    begun timestamptz := date_bin(interval '10 minutes', clock_timestamp(), timestamptz 'epoch');
    now_taken integer;
begin
    insert into letterbox_budget as budget (lane, window_at, taken) values (letterbox_take_share.lane, begun, 1)
    on conflict on constraint letterbox_budget_pkey do update set taken = budget.taken + 1 where budget.taken < most
    returning budget.taken into now_taken;
    if now_taken = 1 then
        delete from letterbox_budget as budget where budget.window_at < begun;
    end if;
    return case when now_taken is null then begun + interval '10 minutes' end;
end $$;
