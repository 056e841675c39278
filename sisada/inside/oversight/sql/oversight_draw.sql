-- Draw what comes up for review from the looks of a stretch of time: a random share, all direct findings, every decoy. Called by the worker's job;
-- safe to run again. Returns how many were drawn.
create or replace function oversight_draw(from_at timestamptz, until_at timestamptz)
    returns bigint
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    with drawn as (
        insert into oversight_case (look, why)
        select one.id, case
            when exists (select from audit_decoy as decoy where decoy.person = one.subject
                or exists (select from audit_look_shown as shown where shown.look = one.id and shown.person = decoy.person)) then 'decoy'
            when basis.kind = 'finding' then 'finding' else 'random' end
        from audit_look as one join audit_ground as basis on basis.id = one.ground
        where one.begun_at >= from_at and one.begun_at < until_at and one.continues is null and one.purpose <> 'trail'
          and (basis.kind = 'finding' or random() * 100 < rules_integer('audit.review-sample-percent')
            or exists (select from audit_decoy as decoy where decoy.person = one.subject
                or exists (select from audit_look_shown as shown where shown.look = one.id and shown.person = decoy.person)))
        on conflict do nothing
        returning look)
    select count(*) from drawn
$$;
