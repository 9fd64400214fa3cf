//! A JSON report comes back: into the very assessment that it was made from, as the entries
//! that are missing there; into another one, as what it says about each question.

use serde::Deserialize;
use serde_json::Value as Json;
use serde_json::value::RawValue;

use super::fault::{Bad, ImportFault};
use super::plan::{Item, plan};
use super::row::Entry;
use super::{BadRow, Import};
use crate::assessment::{Answer, Assessment, AssessmentId, Event, EventId, Header, Session, Stamp, Thing, Value};
use crate::report::csv::BOM;
use crate::report::json::FORMAT;
use crate::rubric::{Question, QuestionIx, Rubric};
use crate::text::Clean;

/// The members of a report that an import reads.
#[derive(Deserialize)]
struct File<'f> {
    gradus_report: u64,
    assessment: String,
    rubric: FileRubric,
    #[serde(borrow)]
    events: Option<Vec<&'f RawValue>>,
}

#[derive(Deserialize)]
struct FileRubric {
    id: String,
    version: String,
}

#[derive(Deserialize)]
struct FileEvent {
    e: String,
    at: String,
    #[serde(default)]
    by: String,
    #[serde(default)]
    after: Vec<String>,
    thing: String,
    is: Json,
    is_text: Option<String>,
    undoes: Option<String>,
    redoes: Option<String>,
    #[serde(default)]
    imported: bool,
    #[serde(default)]
    extra: Vec<(String, String)>,
}

/// Reads a report and holds it against an assessment.
pub(super) fn read(bytes: &[u8], rubric: &Rubric, assessment: &Assessment) -> Result<Import, ImportFault> {
    let bytes = bytes.strip_prefix(BOM).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|e| ImportFault::NotUtf8 { byte: e.valid_up_to() })?;
    let file: File = serde_json::from_str(text).map_err(|e| ImportFault::BadJson(Clean::line(&e.to_string())))?;
    if file.gradus_report > FORMAT {
        return Err(ImportFault::NewerJson(file.gradus_report));
    }
    let there = [Clean::line(&file.rubric.id), Clean::line(&file.rubric.version)];
    let in_use = assessment.rubric_in_use();
    let here = [Clean::line(in_use.id.as_str()), in_use.version];
    if there != here {
        return Err(ImportFault::OtherRubric { there, here });
    }
    let entries = file.events.ok_or(ImportFault::NoEvents)?;
    let mut bad = Vec::new();
    let mut events = Vec::with_capacity(entries.len());
    for (number, entry) in (1..).zip(&entries) {
        match serde_json::from_str::<FileEvent>(entry.get()).ok().and_then(event) {
            Some(event) => events.push(event),
            None => bad.push(BadRow { number, bad: Bad::BadEntry(number) }),
        }
    }
    let mut import = if file.assessment == assessment.id.as_str() {
        of_the_same(events, assessment, &mut bad)
    } else {
        of_another(events, rubric, assessment, &mut bad)
    };
    import.bad = bad;
    Ok(import)
}

fn event(file: FileEvent) -> Option<Event> {
    let named = |id: Option<String>| id.map_or(Some(None), |id| EventId::parse(&id).map(Some));
    let is = match file.is_text {
        // The text must be JSON, or it could not be written to a file.
        Some(text) => Value::from_parsed(serde_json::from_str(&text).ok()?),
        None => Value::json(&file.is),
    };
    let extra = file.extra.into_iter().map(|(name, json)| {
        serde_json::from_str::<&RawValue>(&json).is_ok().then(|| (name.into(), json.as_str().into()))
    });
    Some(Event {
        id: EventId::parse(&file.e)?,
        at: Stamp::parse(&file.at)?,
        by: file.by.into(),
        after: file.after.iter().map(|id| EventId::parse(id)).collect::<Option<_>>()?,
        thing: Thing::parse(&file.thing),
        is,
        undoes: named(file.undoes)?,
        redoes: named(file.redoes)?,
        imported: file.imported,
        extra: extra.collect::<Option<_>>()?,
    })
}

/// The entries that are missing here. One that says something else under the name of an
/// entry that is here was changed by somebody, and is not taken.
fn of_the_same(events: Vec<Event>, assessment: &Assessment, bad: &mut Vec<BadRow>) -> Import {
    let mut import = Import { all_events: events.len(), ..Import::default() };
    for (number, event) in (1..).zip(events) {
        match assessment.ledger().event(event.id) {
            None => import.events.push(event),
            Some(known) if *known == event => {}
            Some(_) => {
                let name = Clean::line(&event.id.to_string());
                bad.push(BadRow { number, bad: Bad::ChangedEntry(name) });
            }
        }
    }
    import
}

/// What the entries say in the end about each question.
fn of_another(events: Vec<Event>, rubric: &Rubric, assessment: &Assessment, bad: &mut Vec<BadRow>) -> Import {
    // Only what its events say is asked of it, so any identity will do.
    let header = Header {
        assessment: AssessmentId::from_random([0; 16]),
        session: Session::from_random([0; 8]),
        rubric: assessment.rubric.clone(),
        created: assessment.created,
    };
    let mut there = Assessment::new(&header);
    for event in events {
        there.apply(event);
    }
    let mut entries = Vec::new();
    for (q, question) in rubric.questions.iter().enumerate() {
        let items = items(&there, rubric, question);
        match items {
            Ok(items) if items.is_empty() => {}
            Ok(items) => entries.push(Entry { question: QuestionIx(q), items }),
            Err(answer) => {
                bad.push(BadRow { number: q + 1, bad: Bad::UnreadableAnswer(question.id.clone(), answer) });
            }
        }
    }
    plan(&entries, rubric, assessment)
}

/// Everything said about a question; of two answers that disagree, the one that is shown. Fails
/// with an answer that is none to the question.
fn items(there: &Assessment, rubric: &Rubric, question: &Question) -> Result<Vec<Item>, Clean> {
    let id = &question.id;
    let shown = there.ledger().shown(&Thing::Answer(id.clone()));
    let read = |e: &Event| Answer::read(&e.is, rubric, question).map_err(|_| Clean::line(e.is.as_json()));
    let mut items: Vec<Item> = shown.map(read).transpose()?.map(Item::Answer).into_iter().collect();
    items.extend(there.note(id).map(Item::Note));
    items.extend(there.evidence(id).into_iter().map(|(_, evidence)| Item::Evidence(evidence)));
    items.extend(there.confidence(id).map(Item::Confidence));
    items.extend(there.is_marked(id).then_some(Item::Mark));
    Ok(items)
}
