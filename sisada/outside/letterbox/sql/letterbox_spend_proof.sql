-- Spend a proof of work on a form: true as long as it serves this form and was not sent too often; the same form may be sent again after a
-- cut network. False: it served another form, or this one `most` times already. Called by work/proofs.py, which has checked the proof.
-- Security definer: the public face reads none of what was spent. Each call sweeps what has expired, so that it needs no job.
create or replace function letterbox_spend_proof(proof bytea, form uuid, expires_at timestamptz, most integer)
    returns boolean
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    sent smallint;
begin
    delete from letterbox_proof as over where over.proof in (
        select old.proof from letterbox_proof as old
        where old.expires_at < clock_timestamp()
        limit 20
        for update skip locked);  -- two senders must not wait for each other's sweeping
    insert into letterbox_proof as spent (proof, form, sends, expires_at)
    values (letterbox_spend_proof.proof, letterbox_spend_proof.form, 1, letterbox_spend_proof.expires_at)
    on conflict on constraint letterbox_proof_pkey do update set sends = spent.sends + 1
        where spent.form = letterbox_spend_proof.form and spent.sends < most
    returning spent.sends into sent;
    return sent is not null;
end $$;
