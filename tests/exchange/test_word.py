"""A Word file is read as people see it in Word: headings, shown numbers, marks, tables, notes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from drafting.exchange.readers import Line, Mark, read_source
from drafting.exchange.readers.wordnumbers import formatted

Save = Callable[[WordDocument], bytes]
Pack = Callable[[dict[str, bytes]], bytes]
SPACE = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def lines_of(data: bytes) -> list[Line]:
    return [line for line in read_source("a.docx", data).lines if not line.is_blank]


def body(xml: bytes) -> dict[str, bytes]:
    return {"word/document.xml": b"<w:document %s><w:body>%s</w:body></w:document>" % (SPACE, xml)}


def paragraph(words: bytes, level: int | None = None, number: int = 1) -> bytes:
    listed = b""
    if level is not None:
        listed = b'<w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr></w:pPr>' % (
            level,
            number,
        )
    return b"<w:p>%s<w:r><w:t>%s</w:t></w:r></w:p>" % (listed, words)


def numbering(*levels: tuple[str, str, int], nums: bytes = b"") -> dict[str, bytes]:
    written = b"".join(
        b'<w:lvl w:ilvl="%d"><w:start w:val="%d"/><w:numFmt w:val="%s"/>'
        b'<w:lvlText w:val="%s"/></w:lvl>' % (at, start, form.encode(), text.encode())
        for at, (form, text, start) in enumerate(levels)
    )
    one = b'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    part = (
        b'<w:numbering %s><w:abstractNum w:abstractNumId="7">%s</w:abstractNum>%s%s</w:numbering>'
    )
    return {"word/numbering.xml": part % (SPACE, written, one, nums)}


def markers(data: bytes) -> list[tuple[str, int]]:
    return [(line.marker, line.depth) for line in lines_of(data) if line.kind == "item"]


def test_headings_keep_their_level_and_the_title_is_outermost(
    word_document: WordDocument, saved: Save
) -> None:
    for level in (0, 1, 2):
        word_document.add_heading(f"Level {level}", level)
    word_document.add_paragraph("Words")
    found = [(line.kind, line.level) for line in lines_of(saved(word_document))]
    assert found == [("heading", 0), ("heading", 1), ("heading", 2), ("paragraph", 0)]


def test_the_list_styles_of_word_give_bullets_numbers_and_depth(
    word_document: WordDocument, saved: Save
) -> None:
    for style in ("List Number", "List Number", "List Bullet", "List Bullet 2"):
        word_document.add_paragraph("Words", style=style)
    assert markers(saved(word_document)) == [("1.", 0), ("2.", 0), ("•", 0), ("•", 1)]


def test_marks_of_runs_are_kept_and_joined(word_document: WordDocument, saved: Save) -> None:
    added = word_document.add_paragraph("  All ")
    added.add_run("mig").bold = True
    added.add_run("rants").bold = True
    added.add_run(" have ")
    added.add_run("rights").italic = True
    (line,) = lines_of(saved(word_document))
    assert line.text == "All migrants have rights"
    assert line.marks == (Mark(4, 12, "strong"), Mark(18, 24, "emphasis"))


def test_numbers_are_counted_as_word_shows_them(zipped: Pack) -> None:
    levels = numbering(("decimal", "%1.", 1), ("lowerLetter", "(%2)", 1), ("lowerRoman", "%3)", 1))
    shape = (0, 1, 1, 2, 0, 1)
    data = zipped(body(b"".join(paragraph(b"x", level) for level in shape)) | levels)
    assert markers(data) == [
        ("1.", 0), ("(a)", 1), ("(b)", 1), ("i)", 2), ("2.", 0), ("(a)", 1),
    ]  # fmt: skip


def test_compound_numbers_a_start_and_a_restart_are_shown(zipped: Pack) -> None:
    restart = (
        b'<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        b'<w:startOverride w:val="9"/></w:lvlOverride></w:num>'
    )
    levels = numbering(("decimal", "%1.", 3), ("decimal", "%1.%2", 1), nums=restart)
    shape = ((0, 1), (1, 1), (1, 1), (0, 2), (0, 1))
    data = zipped(body(b"".join(paragraph(b"x", *each) for each in shape)) | levels)
    assert [marker for marker, _ in markers(data)] == ["3.", "3.1", "3.2", "9.", "10."]


def test_a_list_without_numbers_is_plain_paragraphs(zipped: Pack) -> None:
    data = zipped(body(paragraph(b"x", 0)) | numbering(("none", "", 1)))
    assert [line.kind for line in lines_of(data)] == ["paragraph"]


@pytest.mark.parametrize(
    ("count", "form", "shown"),
    [
        (4, "upperRoman", "IV"), (27, "lowerLetter", "aa"), (3, "decimalZero", "03"),
        (1994, "lowerRoman", "mcmxciv"), (2, "hebrew1", "2"), (0, "lowerRoman", "0"),
        (26, "upperLetter", "Z"), (0, "lowerLetter", "0"),
    ],
)  # fmt: skip
def test_numbers_are_written_in_the_formats_of_word(count: int, form: str, shown: str) -> None:
    assert formatted(count, form) == shown


def test_a_table_keeps_its_words_row_by_row(word_document: WordDocument, saved: Save) -> None:
    table = word_document.add_table(rows=2, cols=2)
    for cell, words in zip(table._cells, ("Who", "What", "States", "firewalls"), strict=True):
        cell.text = words
    assert [line.as_written for line in lines_of(saved(word_document))] == [
        "Who | What", "States | firewalls",
    ]  # fmt: skip


def test_tracked_changes_are_read_as_accepted(zipped: Pack) -> None:
    words = (
        b"<w:p><w:r><w:t>States </w:t></w:r><w:del><w:r><w:delText>should</w:delText></w:r></w:del>"
        b"<w:ins><w:r><w:t>must</w:t></w:r></w:ins></w:p>"
    )
    assert [line.text for line in lines_of(zipped(body(words)))] == ["States must"]


def test_notes_follow_at_the_end_with_their_sign(zipped: Pack) -> None:
    words = b'<w:p><w:r><w:t>Rights</w:t></w:r><w:r><w:footnoteReference w:id="5"/></w:r></w:p>'
    note = b'<w:footnotes %s><w:footnote w:id="5">%s</w:footnote></w:footnotes>'
    parts = body(words) | {"word/footnotes.xml": note % (SPACE, paragraph(b"Article 2"))}
    assert [line.as_written for line in lines_of(zipped(parts))] == ["Rights[^1]", "[^1] Article 2"]


def test_links_breaks_boxes_and_field_results_keep_their_words(zipped: Pack) -> None:
    words = (
        b'<w:p><w:hyperlink xmlns:r="x" r:id="a"><w:r><w:t>here</w:t></w:r></w:hyperlink><w:r>'
        b"<w:br/>"
        b'<w:t>on</w:t><w:tab/><w:sym w:char="F0B7"/><w:noBreakHyphen/></w:r>'
        b"<w:r><w:instrText>PAGE</w:instrText></w:r>"
        b"<w:r><w:pict><w:txbxContent>"
        + paragraph(b"boxed")
        + b"</w:txbxContent></w:pict></w:r></w:p>"
    )
    link = b'<r><Relationship Id="a" Type="x/hyperlink" Target="https://a.org"/></r>'
    first, second = lines_of(zipped(body(words) | {"word/_rels/document.xml.rels": link}))
    assert first.text == "here\non\t•\u2011"
    assert first.marks == (Mark(0, 4, "link", "https://a.org"),)
    assert second.text == "boxed"


def test_a_quotation_style_makes_a_quotation(word_document: WordDocument, saved: Save) -> None:
    word_document.add_paragraph("All are rights holders.", style="Quote")
    (line,) = lines_of(saved(word_document))
    assert (line.kind, line.quote, line.marks) == ("quotation", 1, ())


def test_a_numbered_heading_keeps_its_number_as_marker(
    word_document: WordDocument, saved: Save
) -> None:
    heading = word_document.add_heading("Context", 1)
    listed = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>'
    heading._p.get_or_add_pPr().append(parse_xml(listed))
    assert heading._p.pPr.find(qn("w:numPr")) is not None
    (line,) = lines_of(saved(word_document))
    assert (line.kind, line.text) == ("heading", "Context")


def test_letters_are_composed_even_over_the_seam_of_two_runs(
    word_document: WordDocument, saved: Save
) -> None:
    added = word_document.add_paragraph("Libert")
    added.add_run("e").bold = True
    added.add_run("\u0301 pour tous")
    assert lines_of(saved(word_document))[0].text == "Liberté pour tous"


def test_the_main_part_is_found_under_any_name_and_in_the_strict_form(zipped: Pack) -> None:
    relation = b'<r><Relationship Id="a" Type="x/officeDocument" Target="/word/main.xml"/></r>'
    strict = SPACE.replace(b"schemas.openxmlformats.org/wordprocessingml/2006", b"purl.oclc.org/x")
    words = body(b"<w:sdt><w:sdtContent>%s</w:sdtContent></w:sdt>" % paragraph(b"boxed in"))
    part = words["word/document.xml"].replace(SPACE, strict)
    data = zipped({"word/main.xml": part, "_rels/.rels": relation})
    assert [line.text for line in lines_of(data)] == ["boxed in"]


def test_an_outline_level_makes_a_heading_without_a_style(zipped: Pack) -> None:
    outline = b'<w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r>'
    data = zipped(body(paragraph(b"Aims").replace(b"<w:r>", outline, 1)))
    assert [(line.kind, line.level) for line in lines_of(data)] == [("heading", 2)]


def test_a_style_is_tied_to_its_level_of_a_list(zipped: Pack) -> None:
    styles = (
        b'<w:styles %s><w:style w:styleId="Deep"><w:name w:val="Deep"/><w:pPr><w:numPr>'
        b'<w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="Same">'
        b'<w:basedOn w:val="Deep"/></w:style></w:styles>'
    )
    levels = numbering(("decimal", "%1.", 1), ("lowerLetter", "%2)", 1))["word/numbering.xml"]
    tied = levels.replace(b'<w:lvl w:ilvl="1">', b'<w:lvl w:ilvl="1"><w:pStyle w:val="Deep"/>')
    styled = b'<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    parts = body(styled % b"Deep" + styled % b"Same")
    parts |= {"word/styles.xml": styles % SPACE, "word/numbering.xml": tied}
    assert markers(zipped(parts))[0] == ("a)", 1)


@pytest.mark.parametrize(
    "xml",
    [
        paragraph(b"x", 7), paragraph(b"x", 0, 99),
        b'<w:p><w:r><w:sym w:char="zz"/><w:sym w:char="FFFFFFFF"/><w:t>x</w:t></w:r></w:p>',
        b'<w:p><w:r><w:t>x</w:t><w:footnoteReference/></w:r></w:p>',
        b"<w:p><w:r><w:t>x</w:t></w:r><?p?></w:p>",
        b'<w:p><w:pPr><w:outlineLvl w:val="-9"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>',
    ],
)  # fmt: skip
def test_what_a_word_file_says_wrongly_is_passed_over(zipped: Pack, xml: bytes) -> None:
    (line,) = lines_of(zipped(body(xml) | numbering(("decimal", "%1.", 1))))
    assert line.text.startswith("x")
