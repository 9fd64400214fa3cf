//! A line of a [`collection`](crate::store::pool::collection) as it is written.

use serde_json::{Value, json};

use crate::assessment::row::{HalfYear, Row, Sheet, answer};
use crate::assessment::{Answer, depth_word};
use crate::desk::cohort::Cohort;
use crate::order;
use crate::rubric::{Depth, Question, Rubric};
use crate::store::pool::collection::FORMAT;
use crate::text::escape_hidden;

/// Writes the rows of a cohort.
pub(super) struct Lines<'c> {
    cohort: &'c Cohort,
    /// For each rubric of the pool its answers, once a row has some.
    answers: Vec<Option<Answers>>,
}

impl<'c> Lines<'c> {
    /// None yet.
    pub fn new(cohort: &'c Cohort) -> Self {
        Self { cohort, answers: cohort.pool.models.iter().map(|_| None).collect() }
    }

    /// The line of a row. Its answers are put together from texts that are made once: there are a few
    /// for each question, but a question for each organisation, a million of them.
    pub fn line(&mut self, row: &Row) -> String {
        let Self { cohort, answers } = self;
        let place = usize::from(row.sheet.model);
        let rubric = &cohort.pool.models[place].rubric;
        let mut line = String::from("{\"answers\":{");
        let of_rubric = answers[place].get_or_insert_with(|| Answers::new(rubric));
        of_rubric.write(&row.sheet, cohort.pool.codes(&row.sheet), &mut line);
        line.push_str("},");
        // Members stand in the order of their names, and no other one comes before the answers.
        line.push_str(&escape_hidden(&others(cohort, row).to_string())[1..]);
        line
    }
}

/// The answers to a rubric as they are written.
struct Answers {
    /// For each question what each code comes to; empty where that is no answer.
    texts: Vec<Vec<String>>,
    /// For each depth the questions that are asked, in the order of their ids: each with the place of its code.
    asked: [Vec<(usize, usize)>; 2],
}

impl Answers {
    fn new(rubric: &Rubric) -> Self {
        let texts = |question: &Question| -> Vec<String> {
            let text = |code| answer(rubric, question, code).map_or_else(String::new, |said| written(question, &said));
            let mut texts: Vec<String> = (0..=u8::MAX).map(text).collect();
            texts.truncate(texts.iter().rposition(|text| !text.is_empty()).map_or(0, |last| last + 1));
            texts
        };
        let asked = |depth: Depth| {
            let mut asked: Vec<(usize, usize)> = rubric.asked(depth).map(|q| q.0).enumerate().collect();
            order::by_key(&mut asked, |(_, question)| rubric.questions[*question].id.as_str());
            asked
        };
        Self { texts: rubric.questions.iter().map(texts).collect(), asked: [Depth::Quick, Depth::Full].map(asked) }
    }

    fn write(&self, sheet: &Sheet, codes: &[u8], line: &mut String) {
        let before = line.len();
        for (place, question) in &self.asked[sheet.depth as usize] {
            let Some(text) = self.texts[*question].get(usize::from(codes[*place])) else { continue };
            if !text.is_empty() && line.len() > before {
                line.push(',');
            }
            line.push_str(text);
        }
    }
}

/// A question with its answer; ids need no quoting.
fn written(question: &Question, said: &Answer) -> String {
    let said = match said {
        Answer::Level { value, toward: None } => json!({ "level": value }),
        Answer::Level { value, toward: Some(credit) } => json!({ "level": value, "toward": credit.as_str() }),
        Answer::Unknown => json!({ "unknown": true }),
        Answer::NotApplicable { .. } => json!({ "na": true }),
    };
    format!("\"{}\":{said}", question.id.as_str())
}

/// The other members.
fn others(cohort: &Cohort, row: &Row) -> Value {
    let model = &cohort.pool.models[usize::from(row.sheet.model)];
    let rubric = &model.rubric;
    let [sector, size] = &cohort.pool.strata[row.sheet.stratum as usize];
    let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let mut members = json!({
        "cohort": FORMAT,
        "assessment": row.id().as_str(),
        "organisation": format!("{:016x}", cohort.selection.alias(row)),
        "rubric": &*model.sha256,
        "period": HalfYear::of(row.changed).to_string(),
        "sector": said(sector),
        "size": said(size),
        "mode": row.mode.as_str(),
        "depth": depth_word(row.sheet.depth),
        "profile": rubric.profiles.get(usize::from(row.sheet.profile).wrapping_sub(1)).map(|p| p.id.as_str()),
    });
    let more = cohort.pool.extra(row).map(|extra| extra.members(rubric));
    if let (Some(more), Some(members)) = (more, members.as_object_mut()) {
        members.extend(more);
    }
    members
}
