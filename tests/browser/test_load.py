"""From dropping a workbook to the published figure, as a finance analyst does it."""

from __future__ import annotations

import re

import openpyxl
from playwright.sync_api import expect

HEADER = ["", "YTD Budget", "YTD Actual", "Variance", "Annual Budget", "Forecast Outturn", "Variance"]
LINES = {
    "Allocation": (394_923, 394_923, 1_184_770, 1_184_770),
    "Acute Services": (200_719, 203_458, 602_156, 604_100),
    "Community Services": (34_266, 34_501, 102_798, 103_002),
    "Total Expenditure": (234_985, 237_959, 704_954, 707_102),
}


def workbook(path, lines):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Position M04"
    sheet.append(["Month-end position, month 4 (July) 2018/19, £'000"])
    sheet.append(["Variance Fav/(adv)"])
    sheet.append(HEADER)
    for name, amounts in lines.items():
        if isinstance(amounts[1], str):
            sheet.append([name, *amounts])
            continue
        ytd_budget, actual, annual, forecast = amounts
        sign = -1 if name == "Allocation" else 1
        sheet.append(
            [name, ytd_budget, actual, sign * (ytd_budget - actual), annual, forecast, sign * (annual - forecast)]
        )
    book.save(path)
    return path


def drop(guest, path):
    guest.open()
    page = guest.open("load-data")
    page.locator("input[type=file]").set_input_files(path)
    return page


def test_a_dropped_workbook_is_understood_published_and_shown(visitor, own_server, tmp_path):
    guest = visitor(server=own_server)
    page = drop(guest, workbook(tmp_path / "month 4.xlsx", LINES))
    expect(page.get_by_text("Ready to publish: Month-end position.")).to_be_visible(timeout=30_000)
    understood = page.get_by_role("region", name=re.compile("As understood"))
    expect(understood).to_contain_text("Position M04")
    expect(understood).to_contain_text("July")
    expect(understood).to_contain_text("£'000")
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("Published: 1 table")).to_be_visible(timeout=30_000)
    page.get_by_role("link", name="Month-end variance").click()
    expect(page.locator("h1")).to_have_text("Month-end variance", timeout=30_000)
    expect(page.get_by_text("month 4 (July), 2018/19").first).to_be_visible()
    to_date_and_full_year = page.locator("tr", has=page.locator("th", has_text="Acute Services"))
    expect(to_date_and_full_year).to_contain_text(
        [re.compile(r"203,458.*\(2,739\)", re.DOTALL), re.compile(r"604,100.*\(1,944\)", re.DOTALL)]
    )
    assert guest.errors == []
    assert guest.hosts == {"127.0.0.1"}


def test_a_faulty_workbook_is_refused_with_its_cell_and_changes_nothing(visitor, own_server, tmp_path):
    faulty = {**LINES, "Community Services": (34_266, "to follow", "", 102_798, 103_002, -204)}
    guest = visitor(server=own_server)
    page = drop(guest, workbook(tmp_path / "month 4.xlsx", faulty))
    problems = page.get_by_role("region", name=re.compile(r"^Problems"))
    expect(problems).to_contain_text("to follow", timeout=30_000)
    expect(problems).to_contain_text("C6")
    expect(page.get_by_role("button", name="Publish")).to_be_disabled()
    guest.open("month-end-variance")
    expect(page.get_by_text("month 3 (June), 2018/19").first).to_be_visible()
