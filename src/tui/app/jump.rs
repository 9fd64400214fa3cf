//! Jumping to a question by typing.

use super::{App, Place, Work};
use crate::lang::{Lang, fill};
use crate::order;
use crate::rubric::QuestionIx;
use crate::text::Clean;

impl App {
    /// The questions that a typed text means.
    pub fn jumps(&self, typed: &str) -> Vec<QuestionIx> {
        self.work.as_ref().map_or_else(Vec::new, |work| jumps(work, typed, self.lang))
    }

    pub(super) fn jump(&mut self, typed: &str, cursor: usize) {
        let found = self.jumps(typed);
        let Some(work) = &mut self.work else { return };
        match found.get(cursor) {
            Some(question) => {
                work.go_to(*question);
                self.place = Place::Ask;
            }
            None if typed.trim().is_empty() => {}
            None => self.message = Some(fill(self.words().ask.jump_none, &[&Clean::line(typed)])),
        }
    }
}

/// The questions that a typed text means: by id first, then by words in name or text.
pub fn jumps(work: &Work, typed: &str, lang: Lang) -> Vec<QuestionIx> {
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() {
        return Vec::new();
    }
    let rank = |ix: QuestionIx| {
        let question = work.rubric.question(ix);
        let area = work.rubric.area(question.area);
        let id = question.id.as_str().to_lowercase();
        let texts = [area.name.get(lang), question.text.get(lang)];
        if id == typed {
            Some(0)
        } else if id.starts_with(&typed) {
            Some(1)
        } else if texts.iter().any(|t| t.to_lowercase().contains(&typed)) {
            Some(2)
        } else {
            None
        }
    };
    let mut found: Vec<(i32, QuestionIx)> = work.asked.iter().filter_map(|q| Some((rank(*q)?, *q))).collect();
    order::by(&mut found, Ord::cmp);
    found.into_iter().map(|(_, q)| q).collect()
}
