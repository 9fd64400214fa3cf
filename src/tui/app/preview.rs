//! Preview: the question screen on a rubric file that is being written. Nothing is recorded.

use std::sync::Arc;

use super::motion::scrolled;
use super::{App, Effect, Overlay, Place, Saved, Work};
use crate::assessment::{
    Assessment, AssessmentId, Author, Change, Field, Header, RubricRef, Session, Stamp, Thing, depth_word,
};
use crate::lang::fill;
use crate::rubric::check::Finding;
use crate::rubric::{Depth, Rubric};
use crate::text::Clean;
use crate::tui::key::Key;
use crate::tui::keys::Action;

/// What is known of the file.
pub struct Preview {
    /// What the checker says of it, as it was last read.
    pub findings: Vec<Finding>,
}

/// A file as it was just read: its rubric, unless it is refused, and what the checker says.
pub struct Previewed {
    /// The rubric.
    pub rubric: Option<Rubric>,
    /// The findings.
    pub findings: Vec<Finding>,
    /// The file, as it is shown.
    pub path: Clean,
    /// When it was read.
    pub at: Stamp,
}

impl App {
    /// Shows a file that was read: answers tried before stay where their questions do. A file that is
    /// refused leaves the last good one on screen, with what is wrong over it.
    pub(super) fn previewed(&mut self, read: Previewed) {
        let words = self.words();
        let errors = read.findings.iter().filter(|f| f.is_error()).count();
        let warnings = read.findings.len() - errors;
        let counts = [read.path.as_str(), &errors.to_string(), &warnings.to_string()];
        self.message = Some(match read.findings.len() {
            0 => fill(words.check.clean, &counts[..1]),
            _ => format!("{} {}", fill(words.check.summary, &counts), words.ask.preview_look),
        });
        self.preview = Some(Preview { findings: read.findings });
        match read.rubric {
            None => self.overlay = Some(Overlay::Findings(0)),
            Some(rubric) => {
                self.work = Some(tried(Arc::new(rubric), self.work.take(), read.path, read.at));
                self.place = Place::Ask;
            }
        }
    }

    pub(super) fn act_preview(&mut self, action: Action, effects: &mut Vec<Effect>) {
        match action {
            Action::Reload => effects.push(Effect::Reload),
            _ => self.overlay = Some(Overlay::Findings(0)),
        }
    }

    /// Keys while the findings lie over the screen.
    pub(super) fn over_findings(&mut self, top: usize, key: Key, effects: &mut Vec<Effect>) {
        let page = self.page();
        let last = crate::tui::view::finding_lines(self).len().saturating_sub(1);
        match scrolled(key, top, page) {
            Some(top) => self.overlay = Some(Overlay::Findings(top.min(last))),
            None if key == Key::Char('R') => effects.push(Effect::Reload),
            None => {}
        }
    }
}

/// The rubric with what was tried on the one before.
fn tried(rubric: Arc<Rubric>, before: Option<Work>, path: Clean, at: Stamp) -> Work {
    // No store ever sees this name.
    let author = Author { session: Session::from_random([0; 8]), by: "".into() };
    let place = before.as_ref().map(|w| w.question().id.clone());
    let assessment = before.map_or_else(|| untouched(&rubric, &author, at), |w| w.assessment);
    let mut work = Work::new(rubric, assessment, author, path);
    work.saved = Saved::Nowhere;
    if let Some(ix) = place.and_then(|id| work.rubric.question_ix(id.as_str())) {
        work.go_to(ix);
    }
    work
}

/// An assessment at full depth, so that every question is seen.
fn untouched(rubric: &Rubric, author: &Author, at: Stamp) -> Assessment {
    let version = Clean::line(&rubric.version.to_string());
    let mut assessment = Assessment::new(&Header {
        assessment: AssessmentId::from_random([0; 16]),
        session: author.session,
        rubric: RubricRef { id: rubric.id.clone(), version, sha256: "".into() },
        created: at,
    });
    for (field, text) in [(Field::Subject, rubric.id.as_str()), (Field::Depth, depth_word(Depth::Full))] {
        assessment.record(author, at, Change::text(Thing::Setup(field), text));
    }
    assessment
}
