-- Something was written, and not a book. Never granted.
create or replace function cases_require_words(said text)
    returns void
    language plpgsql immutable
    security definer set search_path = public, pg_temp
as $$
begin
    if coalesce(btrim(said), '') = '' then
        raise exception 'case.no-words' using errcode = 'LK001';
    elsif length(said) > 2000 then
        raise exception 'case.too-many-words' using errcode = 'LK001';
    end if;
end $$;
