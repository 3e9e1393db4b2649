-- The newest weight of each stage and rating on a day: an organisation's own before its programme's default.
CREATE OR REPLACE MACRO weights_in_force(organisation, programme, day) AS TABLE
SELECT held.basis, held.key, held.effective_from, held.weight, held.reason, held.organisation <> '' AS is_own
FROM risk_weight AS held
WHERE held.effective_from <= day::DATE
    AND (held.organisation = organisation OR (held.organisation = '' AND held.programme = programme))
QUALIFY row_number() OVER (
    PARTITION BY held.basis, name_key(held.key)
    ORDER BY held.organisation <> '' DESC, held.effective_from DESC, held.change DESC
) = 1;
