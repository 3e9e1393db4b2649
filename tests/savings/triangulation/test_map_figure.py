"""Everything that can be mapped, with its amount and its area."""

from __future__ import annotations

from tests.measures.looking import at_month_3
from tests.savings.triangulation.gathered import engine


def test_every_line_area_and_code_has_its_row_with_what_it_saves():
    rows = {(row["side"], row["item"]): row for row in at_month_3(engine(), "triangulation-map").records()}
    assert rows["plan line", "Acute"]["saving"] == 13_969_000
    assert rows["target area", "Contract Adjustments (CSI)"]["area"] == ""
    assert rows["target area", "Contract Adjustments (CSI)"]["map"] == "not mapped"
    assert rows["position line", "Acute Services"]["area"] == "Acute"
    code = rows["activity code", "E.M.12"]
    assert code["about"].startswith("Total A&E Attendances")
    assert ("activity code", "E.M.7a") not in rows
