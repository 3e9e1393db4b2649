"""From a figure on a page to what stands behind it."""

from __future__ import annotations


def test_a_line_leads_to_its_figures_findings_and_cells(visit):
    visit.open("Month-end variance")
    visit.picker("Look into a line").set_value("Mental Health Services")
    visit.run()
    assert "<h2>Mental Health Services</h2>" in visit.html
    assert "computed (706)" in visit.html
    trail = visit.html.split("Where each figure was read")[-1]
    assert "position.csv" in trail
    assert "B5" in trail


def test_a_cell_of_the_matrix_leads_to_its_schemes(visit):
    visit.open("QIPP gap")
    visit.picker("Area").set_value("Prescribing")
    visit.picker("Stage").set_value("3 Delivery")
    visit.run()
    assert "1 scheme in Prescribing at stage 3 Delivery, net value £0.2m." in visit.html
    schemes = visit.html.split("net value £0.2m.")[1]
    assert schemes.count('<th scope="row"') == 1


def test_the_risk_weights_show_with_their_date(visit):
    visit.open("QIPP gap")
    assert "1 Apr 2018" in visit.html.split("Risk weights in force")[-1]


def test_a_parent_shows_with_its_parts(visit):
    visit.open("Activity against plan")
    visit.picker("Measure").set_value("E.M.10")
    visit.run()
    by_month = [chart.key for chart in visit.app.get("plotly_chart") if chart.key.startswith("months ")]
    assert by_month == ["months E.M.10", "months E.M.10a", "months E.M.10b"]
    assert "A part of E.M.10, counted within it." in visit.html


def test_findings_are_filtered_by_table_and_severity(visit):
    visit.open("Data quality")
    visit.picker("Table").set_value("financial-plan")
    visit.picker("Severity").set_value("difference")
    visit.run()
    assert "2 findings" in visit.html
    assert "Planned QIPP" in visit.html
    visit.picker("Table").set_value("activity-actuals")
    visit.run()
    assert "No finding of this kind." in visit.html


def test_a_superseded_submission_can_be_looked_at_and_its_file_taken_away(visit):
    visit.open("Load data")
    picker = visit.picker("Look at a submission")
    april = next(label for label in picker.options if "Month-end position, month 1," in label)
    visit.picker("Look at a submission").set_value(int(april.split(":")[0]))
    visit.run()
    assert "This is not what the pages show for this month." in visit.html
    assert "Download the original file" in [button.label for button in visit.app.get("download_button")]


def test_invented_figures_are_labelled_and_published_ones_are_not(visit):
    visit.open("Month-end variance", month="2")
    assert "Illustrative" in visit.html
    visit.open("Month-end variance", month="3")
    assert "Illustrative" not in visit.html


def test_a_submission_that_no_figure_shows_alone_is_listed_row_by_row(visit):
    visit.open("Load data")
    actuals = next(
        label for label in visit.picker("Look at a submission").options if "Activity actuals, month 1," in label
    )
    visit.picker("Look at a submission").set_value(int(actuals.split(":")[0]))
    visit.run()
    shown = visit.html.split("Activity actuals, submission")[-1]
    assert "E.M.7a" in shown
    assert "April" in shown
