-- A name as it is compared, be it an expenditure area or a RAG: without case and with single spaces.
CREATE OR REPLACE MACRO name_key(name) AS lower(trim(regexp_replace(name, '\s+', ' ', 'g')));
-- A code of a measure as it is compared: without case and punctuation (EM10a is E.M.10.a), but for a point between digits.
CREATE OR REPLACE MACRO code_key(code) AS trim(
    regexp_replace(regexp_replace(lower(code), '[^\pL\pN]+', '.', 'g'), '\.?(\pL+)\.?', '\1', 'g'), '.'
);
