-- Orders refusals of the same instant among looks of it, as the hash of a look's id does. Never granted.
create or replace function oversight_refusal_place(refusal bigint)
    returns text
    language sql immutable
as $$
    select md5('refused ' || refusal::text)
$$;
