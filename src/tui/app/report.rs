//! What report is wanted: format, content, names, file.

use super::{App, Editor, Effect, Overlay, Purpose};
use crate::report::{Format, Names, Options, Scope};
use crate::tui::key::Key;

/// A row of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportRow {
    /// The format.
    Format,
    /// Everything, or the summary.
    Scope,
    /// Whether names are shown.
    Names,
    /// The file.
    Place,
    /// The row that writes it.
    Write,
}

/// The state of the window.
#[derive(Clone, Debug)]
pub struct ReportView {
    /// The format.
    pub format: Format,
    /// What it is to tell.
    pub options: Options,
    /// The file, if somebody named one.
    place: Option<String>,
    /// Place of the cursor among the rows.
    pub cursor: usize,
}

impl Default for ReportView {
    fn default() -> Self {
        Self { format: Format::Html, options: Options::default(), place: None, cursor: 0 }
    }
}

/// A report to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The format.
    pub format: Format,
    /// What it tells.
    pub options: Options,
    /// The file, from where the program was started.
    pub place: String,
    /// Whether a file that stands there may be replaced.
    pub replaces: bool,
}

impl Order {
    /// The same, now that a file that stands there may be replaced.
    #[must_use]
    pub fn replacing(self) -> Self {
        Self { replaces: true, ..self }
    }
}

impl ReportView {
    /// The rows of the window: tables for programs have no summary.
    pub fn rows(&self) -> &'static [ReportRow] {
        use ReportRow::{Format as F, Names as N, Place, Scope as S, Write};
        match self.format {
            Format::Html | Format::Xlsx | Format::Markdown => &[F, S, N, Place, Write],
            Format::Csv | Format::Json => &[F, N, Place, Write],
        }
    }

    fn row(&self) -> ReportRow {
        self.rows()[self.cursor.min(self.rows().len() - 1)]
    }

    /// Another choice in the row under the cursor.
    fn change(&mut self, forward: bool) {
        match self.row() {
            ReportRow::Format => {
                let all = Format::ALL;
                let here = all.iter().position(|f| *f == self.format).unwrap_or(0);
                let step = if forward { 1 } else { all.len() - 1 };
                self.format = all[(here + step) % all.len()];
            }
            ReportRow::Scope => {
                let scope = &mut self.options.scope;
                *scope = if *scope == Scope::Full { Scope::Summary } else { Scope::Full };
            }
            ReportRow::Names => {
                let names = &mut self.options.names;
                *names = if *names == Names::Shown { Names::LeftOut } else { Names::Shown };
            }
            ReportRow::Place | ReportRow::Write => {}
        }
    }
}

impl App {
    /// Opens the window.
    pub(super) fn ask_for_report(&mut self) {
        self.report.cursor = 0;
        self.overlay = Some(Overlay::Report);
    }

    /// A key while the window is open.
    pub(super) fn over_report(&mut self, key: Key, effects: &mut Vec<Effect>) {
        let last = self.report.rows().len() - 1;
        self.overlay = Some(Overlay::Report);
        match (key, self.report.row()) {
            (Key::Esc, _) => self.overlay = None,
            (Key::Ctrl('c'), _) => {
                self.overlay = None;
                self.leave_program(effects);
            }
            (Key::Up, _) => self.report.cursor = self.report.cursor.saturating_sub(1),
            (Key::Down | Key::Tab, _) => self.report.cursor = (self.report.cursor + 1).min(last),
            (Key::Left, _) => self.report.change(false),

            (Key::Enter, ReportRow::Write) => self.order_report(effects),
            (Key::Enter, ReportRow::Place) => {
                self.overlay = Editor::new(self, Purpose::ReportPlace).map(|e| Overlay::Edit(Box::new(e)));
            }
            (Key::Enter | Key::Right, _) => self.report.change(true),
            _ => {}
        }
    }

    fn order_report(&mut self, effects: &mut Vec<Effect>) {
        let place = self.report_place();
        let ReportView { format, options, .. } = self.report;
        // The plan in the report is that of the screen.
        let options = Options { capacity: self.plan.capacity, ..options };
        self.overlay = None;
        effects.push(Effect::Report(Order { format, options, place, replaces: false }));
    }

    /// The file that the report would be written to: as named, else the name of the assessment's
    /// file with another ending, in the folder in which the program was started.
    pub fn report_place(&self) -> String {
        let named = self.report.place.clone();
        named.unwrap_or_else(|| {
            let path = self.work.as_ref().map_or("", |w| &w.path);
            let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
            let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
            format!("{stem}.{}", self.report.format.as_str())
        })
    }

    /// A file is named; nothing typed means the usual one.
    pub(super) fn set_report_place(&mut self, typed: &str) {
        self.report.place = None;
        if !typed.is_empty() && typed != self.report_place() {
            self.report.place = Some(typed.to_owned());
        }
        self.overlay = Some(Overlay::Report);
    }
}
