#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;

use super::*;

fn texts(block: &Block) -> Vec<Vec<&str>> {
    block.lines.iter().map(|line| line.iter().map(BlockCell::trimmed).collect()).collect()
}

fn flaws(block: &Block) -> Vec<Vec<Option<CellFlaw>>> {
    block.lines.iter().map(|line| line.iter().map(|cell| cell.flaw).collect()).collect()
}

fn plain(text: &str) -> Vec<Vec<String>> {
    let block = read_block(text, None).unwrap();
    block.lines.into_iter().map(|line| line.into_iter().map(|cell| cell.text).collect()).collect()
}

#[test]
fn text_of_every_system_is_lines_of_cells() {
    for text in ["a\tb\nc\td", "a\tb\r\nc\td\r\n", "a\tb\rc\td\r", "\u{feff}a\tb\nc\td\n"] {
        assert_eq!(plain(text), [["a", "b"], ["c", "d"]], "{text:?}");
    }
    assert_eq!(plain("a"), [["a"]]);
    assert_eq!(plain("a\t\n\tb\n"), [["a", ""], ["", "b"]]);
    assert_eq!(plain("a\n\nb\n\n"), [["a"], [""], ["b"], [""]]);
    assert_eq!(plain("a\tb\nc\n"), [vec!["a", "b"], vec!["c"]]);
}

#[test]
fn quotation_marks_come_off_where_a_cell_needs_them() {
    assert_eq!(plain("\"two\r\nlines\"\tb\n"), [["two\nlines", "b"]]);
    assert_eq!(plain("a\t\"one\ttab\""), [["a", "one\ttab"]]);
    assert_eq!(plain("\"she said \"\"no\"\"\"\tb"), [["she said \"no\"", "b"]]);
    // Nothing in it needs them: they are part of the text.
    assert_eq!(plain("\"45bn\"\tb"), [["\"45bn\"", "b"]]);
    assert_eq!(plain("5\" pipe\tb\n\"open\tc"), [["5\" pipe", "b"], ["\"open", "c"]]);
    assert_eq!(plain("\"a\nb\" c"), [["\"a"], ["b\" c"]]);
}

#[test]
fn every_program_writes_its_table_in_its_own_way() {
    let samples = [
        ("Excel", include_str!("samples/excel.html"), "45,000,000,000.00", "1,250,000,000.00", "clipped text"),
        (
            "LibreOffice",
            include_str!("samples/libreoffice.html"),
            "45\u{a0}000\u{a0}000\u{a0}000,00",
            "1\u{a0}250\u{a0}000\u{a0}000,00",
            "",
        ),
        ("Google Sheets", include_str!("samples/google_sheets.html"), "45,000,000,000.00", "1,250,000,000.00", ""),
        ("Word", include_str!("samples/word.html"), "45,000,000,000.00", "1,250,000,000.00", ""),
    ];
    for (program, html, first, second, note) in samples {
        let block = read_block("", Some(html)).unwrap();
        let wanted =
            [["code", "amount", "note"], ["A017", first, "Grid & storage,\nsecond line"], ["A018", second, note]];
        assert_eq!(texts(&block), wanted, "{program}");
        assert!(flaws(&block).iter().flatten().all(Option::is_none), "{program}");
    }
}

#[test]
fn merged_cells_are_marked_wherever_they_reach() {
    let html = include_str!("samples/excel_merged.html");
    let merged = Some(CellFlaw::Merged);
    let block = read_block("", Some(html)).unwrap();
    assert_eq!(texts(&block), [["A017", "45bn", ""], ["", "1", "2"], ["a long text over its neighbour", "", "3"]]);
    assert_eq!(flaws(&block), [[merged, merged, merged], [merged, None, None], [None, None, None]]);
    // The plain text has the same shape: its cells, with what the table knows of them.
    let text = "A017\t45bn\t\r\n\t1\t2\r\na  long text over its neighbour\t\t3\r\n";
    let both = read_block(text, Some(html)).unwrap();
    assert_eq!(flaws(&both), flaws(&block));
    assert_eq!(both.lines[2][0].text, "a  long text over its neighbour");
}

#[test]
fn cells_that_reach_down_move_what_follows_them() {
    let html = "<table><tr><td>a<td rowspan=3>b<td>c</tr><tr><td>d<td>e</tr><tr><td>f</tr><tr><td>g<td>h</table>";
    let block = read_block("", Some(html)).unwrap();
    assert_eq!(texts(&block), [vec!["a", "b", "c"], vec!["d", "", "e"], vec!["f", ""], vec!["g", "h"]]);
}

#[test]
fn scripts_are_not_run_and_are_no_text() {
    let block = read_block("", Some(include_str!("samples/scripts.html"))).unwrap();
    assert_eq!(texts(&block), [["A017", "45bn", "a link"]]);
}

#[test]
fn html_that_is_no_one_table_is_told() {
    let one = "<table><tr><td>1</td></tr></table>";
    assert_eq!(read_block("", Some(&format!("{one}<p>{one}"))), Err(BlockRefusal::SeveralTables(2)));
    let inside = read_block("", Some(&format!("<table><tr><td>a{one}<td>b</table>"))).unwrap();
    assert_eq!(texts(&inside), [["a 1", "b"]]);
    assert_eq!(flaws(&inside), [[Some(CellFlaw::TableInside), None]]);
    // No table at all: the plain text says it all.
    assert_eq!(texts(&read_block("45bn", Some("<b>45bn</b>")).unwrap()), [["45bn"]]);
}

#[test]
fn nothing_is_no_block() {
    for (text, html) in [("", None), ("\r\n", None), (" \t\u{a0}\n", None), ("", Some("<table><tr><td>&nbsp;</table>"))]
    {
        assert_eq!(read_block(text, html), Err(BlockRefusal::Empty), "{text:?} {html:?}");
    }
}

#[test]
fn more_than_is_read_is_refused_with_its_size() {
    let million = "1\t2\t3\t4\t5\t6\t7\t8\t9\t10\n".repeat(100_000);
    let too_many = Err(BlockRefusal::TooManyCells { cells: 1_000_000, most: BLOCK_CELLS_MAX });
    assert_eq!(read_block(&million, None), too_many);
    let html = format!("<table>{}</table>", "<tr><td>1<td>2<td>3<td>4<td>5".repeat(200_000));
    assert_eq!(read_block("", Some(&html)), too_many);
    let long = "x".repeat(BLOCK_BYTES_MAX + 1);
    let too_long = BlockRefusal::TooLong { bytes: BLOCK_BYTES_MAX + 1, most: BLOCK_BYTES_MAX };
    assert_eq!(read_block(&long, None), Err(too_long));
    // Two hundred thousand are read.
    assert_eq!(read_block(&"1\t2\n".repeat(100_000), None).unwrap().cells(), BLOCK_CELLS_MAX);
}

#[test]
fn cells_that_claim_to_cover_everything_cost_no_more_than_their_number() {
    let wide = format!("<table>{}</table>", "<tr><td colspan=1000 rowspan=65534>x".repeat(100_000));
    assert!(matches!(read_block("", Some(&wide)), Err(BlockRefusal::TooManyCells { .. })));
    let huge = "<table><tr><td colspan=99999999999999999999>a<td rowspan=0>b</table>";
    assert_eq!(texts(&read_block("", Some(huge)).unwrap()), [["a", "b"]]);
    let open = format!("<table><tr><td>x{}", "<table><td>".repeat(100_000));
    assert_eq!(read_block("", Some(&open)).unwrap().cells(), 1);
    let marks = "\"x\t".repeat(50_000);
    assert_eq!(read_block(&marks, None).unwrap().lines[0].len(), 50_001);
}

#[test]
fn signs_that_cannot_be_seen_are_named() {
    for sign in
        ['\u{0}', '\u{7}', '\u{b}', '\u{200f}', '\u{202e}', '\u{2066}', '\u{200b}', '\u{2060}', '\u{ad}', '\u{7f}']
    {
        let block = read_block(&format!("a{sign}b\t45bn"), None).unwrap();
        assert_eq!(flaws(&block), [[Some(CellFlaw::HiddenSign(sign)), None]], "{sign:?}");
    }
    // Around a text blanks of every kind and marks of byte order mean nothing; within it blanks may group a number.
    let block = read_block("\u{feff}\u{a0}45\u{202f}000\u{2009}000\u{a0}\u{feff}", None).unwrap();
    assert_eq!(texts(&block), [["45\u{202f}000\u{2009}000"]]);
    assert_eq!(flaws(&block), [[None]]);
    let long = read_block(&"x".repeat(CELL_BYTES_MAX + 1), None).unwrap();
    assert_eq!(flaws(&long), [[Some(CellFlaw::TooLong(CELL_BYTES_MAX))]]);
}

/// Cells as a spreadsheet writes them.
fn written(cells: &[Vec<String>]) -> String {
    let cell = |text: &String| match text.contains(['\t', '\n', '\r']) || text.starts_with('"') {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.clone(),
    };
    let line = |line: &Vec<String>| line.iter().map(cell).collect::<Vec<_>>().join("\t");
    cells.iter().map(line).collect::<Vec<_>>().join("\r\n")
}

proptest! {
    #[test]
    fn what_a_spreadsheet_writes_is_read_again(cells in prop::collection::vec(prop::collection::vec("[a-c\"\t\n,. ]{0,5}", 2), 1..5)) {
        prop_assume!(cells.iter().flatten().any(|cell| !cell.trim().is_empty()));
        prop_assert_eq!(plain(&written(&cells)), cells.clone());
        prop_assert_eq!(plain(&(written(&cells) + "\r\n")), cells);
    }

    #[test]
    fn never_panics(text in "\\PC{0,40}", html in "(<(/?(table|tr|td|th|p|br|script|style|del)|td colspan=3|td rowspan=2|tr style='display:none')>|[ab ]|&amp;|<!--){0,40}") {
        let _ = read_block(&text, Some(&html));
        let _ = read_block(&html, Some(&text));
    }
}

#[test]
fn signs_above_or_below_the_line_are_told_apart_from_those_on_it() {
    let off = Some(CellFlaw::OffLine);
    for (cell, flaw) in [
        ("5<sup>2</sup> bn", off),
        ("5000000000<sup>1</sup>", off),
        ("<p><span><sup><span>1)</span></sup></span> 5 bn</p>", off),
        ("5<span style='vertical-align: super'>2</span>", off),
        ("5<sub>a</sub>", off),
        ("<sup>5<sup>2</sup></sup> bn", off),
        ("<sup>5 bn</sup>", None),
        ("5 bn<sup> </sup>", None),
        ("5 bn<sup></sup>", None),
        ("<span style='vertical-align:top'>5</span> bn", None),
        ("5 bn<sup>", None),
    ] {
        let html = format!("<table><tr><td>{cell}</td><td>6 bn</td></tr></table>");
        assert_eq!(flaws(&read_block("", Some(&html)).unwrap()), [[flaw, None]], "{cell}");
        // What the HTML knows holds for the plain text beside it, too.
        assert_eq!(flaws(&read_block("52 bn\t6 bn\n", Some(&html)).unwrap()), [[flaw, None]], "{cell}");
    }
}
