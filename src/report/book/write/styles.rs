//! The looks that cells refer to by number.

use super::MAIN;
use crate::report::book::style::{Shown, Style};
use crate::report::book::tags::Tags;

/// The fonts: of a cell and of a head.
const FONTS: &str = "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>\
    <font><b/><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>";
/// The fills that every workbook has.
const NO_FILLS: [&str; 2] = ["none", "gray125"];
/// The lines around a cell and around a head.
const BORDERS: &str = "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>\
    <border><left/><right/><top/><bottom style=\"thin\"><color auto=\"1\"/></bottom><diagonal/></border></borders>";
/// The one number format that not every workbook has.
const TENTHS: &str = "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"0.0\"/></numFmts>";
/// What an empty cell looks like: number 0.
const EMPTY: &str = "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>";

/// Looks in the order in which they were met.
#[derive(Default)]
pub(super) struct Styles {
    met: Vec<Style>,
}

impl Styles {
    /// The number of a look.
    pub fn number(&mut self, style: Style) -> usize {
        let known = self.met.iter().position(|met| *met == style);
        1 + known.unwrap_or_else(|| {
            self.met.push(style);
            self.met.len() - 1
        })
    }

    /// The part that holds them.
    pub fn part(&self) -> String {
        let mut fills: Vec<u32> = Vec::new();
        for fill in self.met.iter().filter_map(|style| style.fill) {
            if !fills.contains(&fill) {
                fills.push(fill);
            }
        }
        let mut xml = Tags::new("styleSheet", &[("xmlns", MAIN)]);
        xml.fixed(TENTHS);
        xml.fixed(FONTS);
        xml.open("fills", &[("count", &(NO_FILLS.len() + fills.len()).to_string())]);
        for none in NO_FILLS {
            xml.open("fill", &[]);
            xml.empty("patternFill", &[("patternType", none)]);
            xml.close();
        }
        for fill in &fills {
            xml.open("fill", &[]);
            xml.open("patternFill", &[("patternType", "solid")]);
            xml.empty("fgColor", &[("rgb", &format!("FF{fill:06X}"))]);
            xml.empty("bgColor", &[("indexed", "64")]);
            xml.close();
            xml.close();
        }
        xml.close();
        xml.fixed(BORDERS);
        xml.fixed(
            "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>",
        );
        xml.open("cellXfs", &[("count", &(1 + self.met.len()).to_string())]);
        xml.fixed(EMPTY);
        for style in &self.met {
            look(&mut xml, *style, &fills);
        }
        xml.close();
        xml.fixed("<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>");
        xml.done()
    }
}

fn look(xml: &mut Tags, style: Style, fills: &[u32]) {
    let flag = |on: bool| if on { "1" } else { "0" };
    let number = match style.number {
        Shown::Plain => "0",
        Shown::Hundredths => "2",
        Shown::Percent => "9",
        Shown::Tenths => "164",
    };
    let fill = fills.iter().position(|fill| Some(*fill) == style.fill).map_or(0, |at| NO_FILLS.len() + at);
    let head = flag(style.is_head);
    xml.open(
        "xf",
        &[
            ("numFmtId", number),
            ("fontId", head),
            ("fillId", &fill.to_string()),
            ("borderId", head),
            ("xfId", "0"),
            ("quotePrefix", flag(style.is_text)),
            ("applyNumberFormat", flag(style.number != Shown::Plain)),
            ("applyFont", head),
            ("applyFill", flag(fill > 0)),
            ("applyBorder", head),
            ("applyAlignment", "1"),
        ],
    );
    let across = if style.is_centred { "center" } else { "general" };
    xml.empty("alignment", &[("horizontal", across), ("vertical", "top"), ("wrapText", flag(style.is_text))]);
    xml.close();
}
