-- When this letter was first received; null when it is new. Called by letterbox_receive; never granted.
-- Raises LB001 'letter.differs' when another letter has this id.
create or replace function letterbox_known(letter uuid, digest bytea)
    returns timestamptz
    language plpgsql stable
    security definer set search_path = public, pg_temp
as $$
declare
    known letterbox_letter;
begin
    select * into known from letterbox_letter as row where row.id = letterbox_known.letter;
    if known.digest <> letterbox_known.digest then
        raise exception 'letter.differs' using errcode = 'LB001';
    end if;
    return known.received_at;
end $$;
