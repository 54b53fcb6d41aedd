"""The report that reading is measured on."""

from __future__ import annotations

import qa
from eval.reading.report import make_report


def test_a_report_has_its_pages_tables_and_notes_and_is_made_alike() -> None:
    report = make_report(8)
    document = qa.read(report, name="report.pdf")
    assert len(document.page_starts) == 8
    assert document.text.count("Table: ") == 2
    assert "Report of the harbour board" not in document.text.replace("Report of the harbour board", "", 1)
    assert report == make_report(8)
