//! A JSON report comes back: into the very assessment that it was made from, as the entries
//! that are missing there; into another one, as what it says about each question and area.

mod said;

use serde::Deserialize;
use serde_json::Value as Json;
use serde_json::value::RawValue;

use super::fault::{Bad, ImportFault};
use super::plan::plan;
use super::{BadRow, Import};
use crate::assessment::{Assessment, Deed, Event, EventId, Stamp, Thing, Value};
use crate::report::csv::BOM;
use crate::report::json::FORMAT;
use crate::rubric::Rubric;
use crate::text::Clean;

/// The members of a report that an import reads.
#[derive(Deserialize)]
struct File<'f> {
    gradus_report: u64,
    assessment: String,
    rubric: FileRubric,
    #[serde(borrow)]
    events: Option<Vec<&'f RawValue>>,
    answers: Option<Vec<said::FileAnswer>>,
    #[serde(default)]
    conflicts: Vec<said::FileConflict>,
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
    let file: File =
        serde_json::from_str(text).map_err(|e| ImportFault::BadJson { line: e.line(), column: e.column().max(1) })?;
    if file.gradus_report > FORMAT {
        return Err(ImportFault::NewerJson(file.gradus_report));
    }
    let there = [Clean::line(&file.rubric.id), Clean::line(&file.rubric.version)];
    let in_use = assessment.rubric_in_use();
    let here = [Clean::line(in_use.id.as_str()), in_use.version];
    if there != here {
        return Err(ImportFault::OtherRubric { there, here });
    }
    let Some(entries) = file.events else {
        let answers = file.answers.ok_or(ImportFault::NoEvents)?;
        let (said, bad) = said::of_answers(answers, &file.conflicts, rubric);
        return Ok(Import { bad, ..plan(said, rubric, assessment) });
    };
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
        let (said, unreadable) = said::of_events(events, rubric, assessment);
        bad.extend(unreadable);
        plan(said, rubric, assessment)
    };
    import.bad = bad;
    Ok(import)
}

fn event(file: FileEvent) -> Option<Event> {
    let named = |id: Option<String>| id.map_or(Some(None), |id| EventId::parse(&id).map(Some));
    let is = match file.is_text {
        // The text must be JSON, or it could not be written to a file.
        Some(text) => Value::read(&text)?,
        None => Value::json(&file.is),
    };
    let extra = file.extra.into_iter().map(|(name, json)| {
        serde_json::from_str::<&RawValue>(&json).is_ok().then(|| (name.into(), json.as_str().into()))
    });
    Some(Event::from(Deed {
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
    }))
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
