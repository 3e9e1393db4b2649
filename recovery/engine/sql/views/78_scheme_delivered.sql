-- The kept schemes that are not withdrawn with their ratings and delivery.
CREATE OR REPLACE MACRO scheme_delivered(organisation, programme, year, month, as_at, day) AS TABLE
SELECT rated.*, done.* EXCLUDE (ref)
FROM scheme_rated(organisation, programme, year, month, as_at, day) AS rated
JOIN scheme_delivery(organisation, year, month, as_at) AS done ON done.ref = rated.ref;
