//! What an interview adds: the notes pad, who said an answer, and the interviewer's own rating.

use std::collections::HashMap;

use serde_json::{Value as Json, json};

use super::{Answer, Assessment, Author, Change, Event, Stamp, Thing, Value};
use crate::order;
use crate::rubric::{Id, Question, Rubric};
use crate::text::Clean;

/// The member of an answer that names who gave it.
const SAID: &str = "said";

/// What a line of the pad says, and about which question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PadText {
    /// Never blank.
    pub text: Clean,
    /// The question that it belongs to, once somebody said so.
    pub question: Option<Id>,
}

impl PadText {
    /// The line as an event holds it.
    pub fn to_value(&self) -> Value {
        Value::json(&match &self.question {
            Some(question) => json!({ "text": self.text.as_str(), "question": question.as_str() }),
            None => json!({ "text": self.text.as_str() }),
        })
    }

    /// Reads what an event holds.
    pub fn read(value: &Value) -> Option<Self> {
        let value = value.parse();
        let text = Clean::line(value.get("text")?.as_str()?);
        let question = value.get("question").and_then(Json::as_str).and_then(Id::new);
        (!text.is_blank()).then_some(Self { text, question })
    }

    /// The line as it is typed: the question first, as `#R3.1`.
    pub fn written(&self) -> String {
        self.question.as_ref().map_or_else(|| self.text.to_string(), |q| format!("#{q} {}", self.text))
    }
}

/// A line of the pad.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PadLine {
    /// Its name.
    pub item: Id,
    /// When it was first written.
    pub at: Stamp,
    /// What it says.
    pub line: PadText,
}

impl Change {
    /// A line of the pad is written, assigned or, without a text, taken away.
    pub fn pad(item: Id, line: Option<&PadText>) -> Self {
        Self::new(Thing::Pad(item), line.map_or_else(Value::cleared, PadText::to_value))
    }

    /// The same answer, given by `who`; nobody and a cleared answer leave it as it is.
    #[must_use]
    pub fn said_by(mut self, who: &str) -> Self {
        if let (Thing::Answer(_), Json::Object(mut members), false) = (&self.thing, self.is.parse(), who.is_empty()) {
            members.insert(SAID.to_owned(), json!(who));
            self.is = Value::json(&Json::Object(members));
        }
        self
    }

    /// The interviewer's own rating of a question; `None` takes it back.
    pub fn rating(question: &Id, answer: Option<&Answer>) -> Self {
        Self::new(Thing::Rating(question.clone()), answer.map_or_else(Value::cleared, Answer::to_value))
    }

    /// From now on this author's session interviews `who`; blank: nobody.
    pub fn interviewee(author: &Author, who: &str) -> Option<Self> {
        Some(Self::text(Thing::Interviewee(Id::new(author.session.as_str())?), who.trim()))
    }
}

/// Who gave a stored answer, if it says so.
pub(super) fn speaker_of(value: &Value) -> Option<Clean> {
    let who = Clean::line(value.parse().get(SAID)?.as_str()?);
    (!who.is_blank()).then_some(who)
}

impl Value {
    /// The same without who said it.
    #[must_use]
    pub fn without_speaker(&self) -> Self {
        let mut value = self.parse();
        let said = value.as_object_mut().and_then(|members| members.remove(SAID));
        if said.is_some() { Self::json(&value) } else { self.clone() }
    }
}

/// Whether two values say the same, whoever said it: two people who agree are no conflict.
pub(super) fn says_same(one: &Value, other: &Value) -> bool {
    let names_somebody = |value: &Value| value.as_json().contains(SAID);
    one == other
        || ((names_somebody(one) || names_somebody(other))
            && one.without_speaker().parse() == other.without_speaker().parse())
}

impl Assessment {
    /// The lines of the pad in the order in which they were written.
    pub fn pad(&self) -> Vec<PadLine> {
        let mut written: HashMap<&Id, Stamp> = HashMap::new();
        for event in self.ledger().events() {
            if let Thing::Pad(item) = &event.thing {
                let first = written.entry(item).or_insert(event.at);
                *first = (*first).min(event.at);
            }
        }
        let line = |(item, at): (&Id, Stamp)| {
            let shown = self.ledger().shown(&Thing::Pad(item.clone()))?;
            Some(PadLine { item: item.clone(), at, line: PadText::read(&shown.is)? })
        };
        let mut lines: Vec<PadLine> = written.into_iter().filter_map(line).collect();
        order::by(&mut lines, |a, b| (a.at.unix_ms, &a.item).cmp(&(b.at.unix_ms, &b.item)));
        lines
    }

    /// Who gave the answer to a question, if that was said.
    pub fn speaker(&self, question: &Id) -> Option<Clean> {
        speaker_of(&self.ledger().shown(&Thing::Answer(question.clone()))?.is)
    }

    /// Whom the author interviews: as said in this session, else as they said last, else as anybody did.
    pub fn interviewee(&self, author: &Author) -> Option<Clean> {
        let rank = |e: &&Event| (e.id.session == author.session, e.by == author.by, e.at.unix_ms, e.id);
        let said = self.ledger().events().iter().filter(|e| matches!(e.thing, Thing::Interviewee(_)));
        said.max_by_key(rank)?.is.as_text().map(|who| Clean::line(&who))
    }

    /// Everybody who was interviewed, in the order in which they were first named.
    pub fn interviewees(&self) -> Vec<Clean> {
        let mut all: Vec<Clean> = Vec::new();
        for event in self.ledger().events() {
            let who = match event.thing {
                Thing::Interviewee(_) => event.is.as_text().map(|who| Clean::line(&who)),
                Thing::Answer(_) => speaker_of(&event.is),
                _ => None,
            };
            all.extend(who.filter(|who| !all.contains(who)));
        }
        all
    }

    /// The interviewer's own rating of a question: a level, or none.
    pub fn rating(&self, rubric: &Rubric, question: &Question) -> Option<Answer> {
        let event = self.ledger().shown(&Thing::Rating(question.id.clone()))?;
        let answer = Answer::read(&event.is, rubric, question).ok()?;
        matches!(answer, Answer::Level { .. }).then_some(answer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{AssessmentId, Header, RubricRef, Session};

    fn by(session: &str, name: &str) -> Author {
        Author { session: Session::parse(session).unwrap(), by: name.into() }
    }

    fn empty() -> Assessment {
        Assessment::new(&Header {
            assessment: AssessmentId::from_random([1; 16]),
            session: Session::parse("a").unwrap(),
            rubric: RubricRef { id: id("icp"), version: Clean::default(), sha256: "".into() },
            created: at(0),
        })
    }

    fn id(text: &str) -> Id {
        Id::new(text).unwrap()
    }

    fn at(minute: i64) -> Stamp {
        Stamp { unix_ms: minute * 60_000, offset_minutes: 0 }
    }

    fn level(value: f64) -> Answer {
        Answer::Level { value, toward: None }
    }

    #[test]
    fn a_line_keeps_its_time_when_it_is_assigned_and_its_text_when_it_is_undone() {
        let (mut assessment, me) = (empty(), by("a", "li"));
        let mut line = PadText { text: Clean::line("two plants, one catalogue"), question: None };
        assessment.record(&me, at(1), Change::pad(id("a.1"), Some(&line)));
        line.question = Some(id("R3.1"));
        assessment.record(&me, at(9), Change::pad(id("a.1"), Some(&line)));
        let pad = assessment.pad();
        assert_eq!((pad.len(), pad[0].at, pad[0].line.written()), (1, at(1), "#R3.1 two plants, one catalogue".into()));
        let undo = assessment.undo("li").unwrap();
        assessment.record(&me, at(10), undo);
        assert_eq!(assessment.pad()[0].line.question, None);
        assessment.record(&me, at(11), Change::pad(id("a.1"), None));
        assert_eq!(assessment.pad(), []);
    }

    #[test]
    fn two_people_who_say_the_same_do_not_disagree() {
        let (mut one, mut two) = (empty(), empty());
        let answer = |value: f64, who: &str| Change::answer(&id("R3.1"), Some(&level(value))).said_by(who);
        one.record(&by("a", "li"), at(1), answer(2.0, "Wang"));
        one.apply(two.record(&by("b", "zhao"), at(2), answer(2.0, "Chen")));
        assert!(!one.has_conflict(&id("R3.1")));
        assert_eq!(one.speaker(&id("R3.1")).unwrap().as_str(), "Chen");
        one.apply(two.record(&by("b", "zhao"), at(3), answer(3.0, "Chen")));
        assert!(one.has_conflict(&id("R3.1")));
        assert_eq!(one.interviewees().iter().map(Clean::as_str).collect::<Vec<_>>(), ["Wang", "Chen"]);
    }

    #[test]
    fn undoing_an_answer_brings_back_who_said_the_one_before() {
        let (mut assessment, me) = (empty(), by("a", "li"));
        for (minute, value, who) in [(1, 2.0, "Wang"), (2, 3.0, "Chen")] {
            assessment.record(&me, at(minute), Change::answer(&id("R3.1"), Some(&level(value))).said_by(who));
        }
        let undo = assessment.undo("li").unwrap();
        assessment.record(&me, at(3), undo);
        assert_eq!(assessment.speaker(&id("R3.1")).unwrap().as_str(), "Wang");
        assert_eq!(Change::answer(&id("R3.1"), None).said_by("Wang"), Change::answer(&id("R3.1"), None));
    }

    #[test]
    fn an_interviewer_goes_on_with_their_own_interviewee() {
        let mut assessment = empty();
        let (li, zhao) = (by("a", "li"), by("b", "zhao"));
        assessment.record(&li, at(1), Change::interviewee(&li, "Wang").unwrap());
        assessment.record(&zhao, at(2), Change::interviewee(&zhao, "Chen").unwrap());
        let name = |author: &Author| assessment.interviewee(author).map(|who| who.to_string());
        assert_eq!((name(&li), name(&zhao)), (Some("Wang".into()), Some("Chen".into())));
        // A new session of the same person, and one of somebody who has not begun.
        assert_eq!((name(&by("c", "li")), name(&by("d", "sun"))), (Some("Wang".into()), Some("Chen".into())));
        assessment.record(&li, at(3), Change::interviewee(&li, " ").unwrap());
        assert_eq!(assessment.interviewee(&li), None);
    }
}
