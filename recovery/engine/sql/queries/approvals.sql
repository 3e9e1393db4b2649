-- Who decided what at which gateway, on what evidence and on which case, and does it still stand?
SELECT
    event.effective_on, decision.ref, held.title, decision.stage_name, decision.approval, decision.decision,
    event.done_by, decision.evidence,
    len(decision.conditions) AS conditions,
    (
        SELECT count(*)
        FROM scheme_condition AS made
        WHERE made.organisation = $organisation AND made.year = $year AND made.ref = decision.ref
            AND list_contains(decision.conditions, made.number)
            AND NOT EXISTS (
                FROM scheme_condition_met AS met
                WHERE met.organisation = $organisation AND met.year = $year AND met.ref = made.ref
                    AND met.number = made.number AND met.version <= held.version
            )
    ) AS conditions_open,
    decision.case_version, decision.net_value, event.recorded_at, event.via,
    EXISTS (
        FROM scheme_lapse AS gone
        WHERE gone.organisation = $organisation AND gone.year = $year AND gone.ref = decision.ref
            AND gone.approval_key = decision.approval_key AND gone.version <= held.version
            AND decision.version = (
                SELECT max(given.version)
                FROM scheme_decision AS given
                WHERE given.organisation = $organisation AND given.year = $year AND given.ref = gone.ref
                    AND given.approval_key = gone.approval_key AND given.version < gone.version
            )
    ) AS lapsed
FROM scheme_decision AS decision
JOIN scheme_version AS event USING (organisation, year, ref, version)
JOIN scheme_as_at($organisation, $year, $as_at) AS held
    ON held.ref = decision.ref AND decision.version <= held.version
WHERE decision.organisation = $organisation AND decision.year = $year
ORDER BY event.change DESC, decision.ref, decision.version DESC;
