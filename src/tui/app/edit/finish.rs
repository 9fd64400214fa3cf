//! A field is left: what was typed takes effect.

use super::{Editor, Purpose};
use crate::assessment::{Answer, Change, Evidence, Stamp, Thing, Value};
use crate::text::Clean;
use crate::tui::app::{App, Effect};

impl App {
    /// Leaves a field: what was typed takes effect.
    pub(in crate::tui::app) fn finish(&mut self, editor: Editor, now: Stamp, effects: &mut Vec<Effect>) {
        let text = editor.text();
        let changed = text != editor.before;
        match &editor.purpose {
            Purpose::Jump => self.jump(text, editor.cursor),
            Purpose::Search => {}
            Purpose::Interviewee => self.take_interviewee(text, editor.cursor, now, effects),
            Purpose::Pad => {
                self.keep_line(&editor, now, effects);
                effects.push(Effect::Draft(None));
            }
            Purpose::Rename(entry) => {
                if changed && !text.trim().is_empty() {
                    let change = Change::text(Thing::Setup(crate::assessment::Field::Subject), text.trim());
                    effects.push(Effect::ChangeListed(*entry, change));
                }
            }
            Purpose::Setup(field) => self.set_setup(*field, text.trim(), now, effects),
            Purpose::Owner(_) | Purpose::Due(_) => self.set_measure(&editor.purpose, text.trim(), now, effects),
            Purpose::MergePath => self.add_to_merge(text.trim()),
            Purpose::MergeInto => self.compare_merge(text.trim(), effects),
            Purpose::SaveElsewhere if text.trim().is_empty() => self.call_off(&editor.purpose),
            Purpose::SaveElsewhere => effects.push(Effect::SaveElsewhere(text.trim().to_owned())),
            Purpose::ReportPlace => self.set_report_place(text.trim()),
            Purpose::Room(field) => self.finish_room(field, text.trim(), changed, now, effects),
            Purpose::Note | Purpose::Evidence | Purpose::Reason => {
                self.keep(&editor, text, changed, now, effects);
                effects.push(Effect::Draft(None));
            }
        }
    }

    fn keep(&mut self, editor: &Editor, text: &str, changed: bool, now: Stamp, effects: &mut Vec<Effect>) {
        let words = self.words();
        let Some(work) = &mut self.work else { return };
        let question = work.question().id.clone();
        let blank = text.trim().is_empty();
        match editor.purpose {
            Purpose::Note if changed => {
                work.record(Change::text(Thing::Note(question), text), now, effects);
            }
            Purpose::Evidence => {
                let Some(item) = editor.item.clone() else { return };
                let items = work.assessment.evidence(&question);
                let known = items.iter().find(|(id, _)| *id == item).map(|(_, evidence)| evidence);
                let evidence = Evidence { kind: editor.kind, text: Clean::block(text) };
                if known == Some(&evidence) || (known.is_none() && blank) {
                    return;
                }
                let is = if blank { Value::cleared() } else { evidence.to_value() };
                work.record(Change::new(Thing::Evidence(question, item), is), now, effects);
            }
            Purpose::Reason if blank => self.message = Some(words.ask.na_needs_reason.to_owned()),
            Purpose::Reason => {
                let answer = Answer::NotApplicable { reason: Clean::block(text.trim()) };
                let change = work.said(Change::answer(&question, Some(&answer)));
                work.highlight = None;
                let is_said = work.assessment.ledger().shown(&change.thing).is_some_and(|e| e.is == change.is);
                if !is_said || work.assessment.has_conflict(&question) {
                    work.record(change, now, effects);
                }
            }
            _ => {}
        }
    }
}
