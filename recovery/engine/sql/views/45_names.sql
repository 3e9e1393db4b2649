-- A name as it is compared, be it an expenditure area, a RAG or a code: without case and with single spaces.
CREATE OR REPLACE MACRO name_key(name) AS lower(trim(regexp_replace(name, '\s+', ' ', 'g')));
