//! The workbook: what a spreadsheet user goes on working in.
//!
//! Text from data is always a string cell with the quote prefix, never a formula or a link;
//! the numbers are numbers, cut as they are printed everywhere else.

mod answers;
mod areas;
mod peers;
mod plan;
mod room;
pub(super) mod sheet;
mod summary;

use zip::result::ZipResult;

use super::book::{self, Book};
use super::{Names, Report, Scope};
use sheet::{Sheet, Widths};

/// The workbook.
pub(super) fn workbook(report: &Report) -> ZipResult<Vec<u8>> {
    let answers = (report.options.scope == Scope::Full).then(|| answers::sheet(report));
    let always = [summary::sheet(report), areas::sheet(report)].map(Some);
    let sometimes =
        [peers::sheet(report), room::sheet(report), Some(plan::sheet(report)), plan::trend(report), answers];
    let sheets = always.into_iter().chain(sometimes).chain([Some(about(report))]).flatten().collect();
    Book { title: report.words().kind, made: report.made.at, sheets }.bytes()
}

/// Who, when, with what; how the numbers come about; what the result is not.
fn about(report: &Report) -> book::Sheet {
    let w = report.words();
    let mut sheet = Sheet::new(w.sheet_about, &[18, 90], Widths::Fixed, report.lang);
    sheet.row(&[w.kind, &report.title], true);
    for (label, value) in &report.facts {
        sheet.row(&[label, value], false);
    }
    sheet.end();
    sheet.row(&[w.how, ""], true);
    let rules = report.rules.iter().cloned().chain(report.honest());
    let left_out = (report.options.names == Names::LeftOut).then(|| w.names_left_out.to_owned());
    for line in rules.chain(left_out) {
        sheet.row(&["", &line], false);
    }
    sheet.done()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::lang::Lang;
    use crate::report::book::tab;

    #[test]
    fn a_spreadsheet_takes_what_our_words_call_things() {
        for lang in Lang::ALL {
            let (w, words) = (&lang.words().report, lang.words());
            let of_report = [w.sheet_summary, w.sheet_areas, w.sheet_peers, w.sheet_answers, w.sheet_about];
            let others = [words.room.title_report, words.plan.title, words.trend.title, words.form.sheet];
            let names: Vec<&str> = of_report.into_iter().chain(others).collect();
            for name in &names {
                assert_eq!(tab(name), *name);
            }
            // Tabs are told apart in any case.
            assert_eq!(names.iter().map(|name| name.to_lowercase()).collect::<BTreeSet<_>>().len(), names.len());
            let units = |text: &str| text.encode_utf16().count();
            assert!(units(words.form.not_in_list_title) <= 32 && units(words.form.not_in_list) <= 255);
        }
    }
}
