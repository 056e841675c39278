-- Draw what comes up for review from a stretch of time: a random share of its looks, trails among them; every look under a direct finding; every
-- decoy; every approved finding that was over then and under which nobody had looked. Called by the worker's job; safe to run again, since the lot
-- falls by a keyed hash: the same look always draws the same, and nobody without the key knows it before. Returns how many were drawn.
-- A trail is a decoy's where its question named one by a number: such a look alerted as it began.
create or replace function oversight_draw(from_at timestamptz, until_at timestamptz)
    returns bigint
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    with lots as (
        select one.id, basis.kind = 'finding' as finding, exists (select from audit_decoy_opened as opened where opened.look = one.id) or oversight_is_decoy(one) as decoy,
            ('x' || encode(substr(sha256(secret.key || uuid_send(one.id)), 1, 3), 'hex'))::bit(24)::integer / 167772.16 as lot  -- 0 to 100
        from audit_look as one join audit_ground as basis on basis.id = one.ground cross join audit_key as secret
        where one.begun_at >= from_at and one.begun_at < until_at and one.continues is null),
    drawn as (
        insert into oversight_case (id, look, why)
        select coalesce((select opened.id from audit_decoy_opened as opened where opened.look = lots.id), gen_random_uuid()), lots.id,
            case when lots.decoy then 'decoy' when lots.finding then 'finding' else 'random' end
        from lots
        where lots.decoy or lots.finding or lots.lot < rules_integer('audit.review-sample-percent')
        on conflict do nothing
        returning id),
    unused as (
        insert into oversight_case (finding, why)
        select basis.id, 'unused-finding'
        from audit_ground as basis left join audit_ground_end as ended on ended.ground = basis.id
        where basis.kind = 'finding' and least(basis.valid_until, ended.ended_at) >= from_at and least(basis.valid_until, ended.ended_at) < until_at
          and not exists (select from audit_look as one  -- by officer and time, which have an index
            where one.officer = any (basis.officers) and one.begun_at >= basis.valid_from and one.ground = basis.id)
        on conflict do nothing
        returning id)
    select (select count(*) from drawn) + (select count(*) from unused)
$$;
