-- A document's number as the mirror's keys hold it: the rule of lookup/document_numbers.py, tested by the same table of cases. Empty: nothing is
-- left that could be a number. For the functions of cases, which compare what a reporter wrote; never granted.
create or replace function lookup_exact_number(written text)
    returns text
    language sql immutable
as $$
    select regexp_replace(normalize(upper(normalize(written, nfkc)), nfkc), '[\s./<\-\u2010-\u2015\u2212]+', '', 'g')
$$;
