from __future__ import annotations

from recovery.ui.markup import anchor, escape, folded, paragraph, plain


def test_html_is_escaped_with_its_quotes():
    assert escape('<a href="x">\'') == "&lt;a href=&quot;x&quot;&gt;&#x27;"
    assert paragraph("<b>", "rf-note") == '<p class="rf-note">&lt;b&gt;</p>'


def test_a_label_is_never_read_as_markdown():
    assert plain("![x](https://x.test) £5 $y$ :smile:") == ("\\!\\[x\\]\\(https\\://x\\.test\\) £5 \\$y\\$ \\:smile\\:")


def test_an_anchor_is_a_plain_identifier():
    assert anchor("Risk-adjusted QIPP (£)") == "risk-adjusted-qipp"


def test_what_is_folded_opens_behind_its_own_line():
    assert folded("A & B", "<p>x</p>") == ('<details class="rf-more"><summary>A &amp; B</summary><p>x</p></details>')
