//! What was said in a room, in words.

use serde_json::Value as Json;

use super::{Say, method};
use crate::assessment::{Agreement, Assessment, Called, Hands, RoundState, Thing, Value, Vote};
use crate::lang::{Lang, fill};
use crate::rubric::{Id, Question};
use crate::text::clean_line;

impl Say<'_> {
    /// The name of a thing in its assessment: raters are called by their names.
    pub fn named(&self, assessment: &Assessment, thing: &Thing) -> String {
        let name = |id: &Id| {
            let known = assessment.ledger().shown(&Thing::Rater(id.clone())).map(|e| Called::read(&e.is));
            name_of(&known.unwrap_or_default(), id, self.lang)
        };
        match thing {
            Thing::Rater(id) | Thing::Left(id) => format!("{} {}", self.kind(thing), name(id)),
            Thing::Vote(_, question, id) => format!("{question} {} {}", self.kind(thing), name(id)),
            _ => self.thing(thing),
        }
    }

    /// What something in a room was said to be; `None` if it cannot be read.
    pub(super) fn of_room(&self, thing: &Thing, value: &Value) -> Option<String> {
        let words = &self.lang.words().conflict;
        let question = || thing.question().and_then(|id| self.question(id));
        match thing {
            Thing::Rater(id) => {
                let called = Called::read(value);
                let name = name_of(&called, id, self.lang);
                let role = called.role.as_str();
                Some(if role.is_empty() { name } else { format!("{name}{}{role}", self.lang.words().room.comma) })
            }
            Thing::Left(_) => (value.as_json() == "true").then(|| words.left.to_owned()),
            Thing::Vote(..) => Some(self.vote(Vote::read(value, question()?)?)),
            Thing::Hands(..) => self.hands(value, question()?),
            Thing::Round(..) => Some(match RoundState::read(value)? {
                RoundState::Revealed => words.revealed.to_owned(),
                RoundState::Open | RoundState::Elsewhere => words.covered.to_owned(),
            }),
            Thing::Agreed(_) => self.agreed(value, question()?),
            Thing::Statement(..) => value.as_text().map(|text| text.to_string()),
            Thing::Parked(_) => Some(clean_line(value.parse().get("text").and_then(Json::as_str)?).into_owned()),
            _ => None,
        }
    }

    fn vote(&self, vote: Vote) -> String {
        let words = &self.lang.words().conflict;
        match vote {
            Vote::Level(value) => fill(self.lang.words().ask.level, &[&value.to_string()]),
            Vote::Unknown => words.unknown.to_owned(),
            Vote::NotApplicable => words.not_applicable.to_owned(),
        }
    }

    /// `2:3 4:1`, then who doesn't know and for whom it does not apply.
    fn hands(&self, value: &Value, question: &Question) -> Option<String> {
        let (hands, words) = (Hands::read(value, question)?, &self.lang.words().room);
        let raised = question.choices.iter().zip(&hands.counts).filter(|(_, count)| **count > 0);
        let levels = raised.map(|(choice, count)| format!("{}:{count}", choice.value)).collect::<Vec<_>>().join(" ");
        let others = [(hands.unknown, words.unknown), (hands.not_applicable, words.na)];
        let others = others.iter().filter(|(n, _)| *n > 0).map(|(n, word)| fill(word, &[&n.to_string()]));
        Some(
            std::iter::once(levels).chain(others).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(words.comma),
        )
    }

    fn agreed(&self, value: &Value, question: &Question) -> Option<String> {
        let agreement = Agreement::read(value, question)?;
        let by = method(agreement.method(), self.lang);
        let level = agreement.level().map(|level| fill(self.lang.words().ask.level, &[&level.to_string()]));
        Some(level.map_or_else(|| by.to_owned(), |level| fill(self.lang.words().room.agreed_by, &[&level, by])))
    }
}

/// The name, else the number of the seat, else the id.
pub(super) fn name_of(called: &Called, id: &Id, lang: Lang) -> String {
    match (called.name.is_blank(), called.seat) {
        (false, _) => called.name.to_string(),
        (true, Some(seat)) => fill(lang.words().room.seat, &[&seat.to_string()]),
        (true, None) => id.to_string(),
    }
}
