//! What of an assessment goes into a pool: what counts, and the rest only if it is asked for.

use serde_json::{Map, Value, json};

use crate::assessment::{Assessment, Room};
use crate::measure::room::counted;
use crate::order;
use crate::rubric::Rubric;
use crate::store::pool::Said;
use crate::store::pool::extra::{Extra, NAMES, Voted, Votes, Wanted};

/// What counts of an assessment, and what else of it is wanted.
pub(super) fn said(rubric: &Rubric, assessment: &Assessment, wanted: Wanted) -> Said {
    let room = assessment.room(rubric);
    let answers = counted(rubric, assessment, &room);
    let votes = if wanted.votes { votes(rubric, &room) } else { Votes::default() };
    (answers, Extra { votes, texts: texts(rubric, assessment, wanted) })
}

fn texts(rubric: &Rubric, assessment: &Assessment, wanted: Wanted) -> Map<String, Value> {
    let mut texts = Map::new();
    if wanted.names {
        let names = NAMES.iter().filter_map(|f| Some((f.as_str().to_owned(), json!(assessment.setup(*f)?.as_str()))));
        texts.extend(names);
    }
    let mut of_questions = |name: &str, of: &dyn Fn(&crate::rubric::Id) -> Option<Value>| {
        let said = rubric.questions.iter().filter_map(|q| Some((q.id.to_string(), of(&q.id)?)));
        let said: Map<_, _> = order::gathered(said);
        texts.extend((!said.is_empty()).then(|| (name.to_owned(), Value::Object(said))));
    };
    if wanted.notes {
        of_questions("notes", &|id| Some(json!(assessment.note(id)?.as_str())));
    }
    if wanted.evidence {
        of_questions("evidence", &|id| {
            let items: Vec<Value> = assessment
                .evidence(id)
                .iter()
                .map(|(_, e)| json!({ "kind": e.kind.as_str(), "text": e.text.as_str() }))
                .collect();
            (!items.is_empty()).then(|| json!(items))
        });
    }
    texts
}

/// The votes that speak for each question, where at least two were given for a level.
fn votes(rubric: &Rubric, room: &Room) -> Votes {
    let voted = room.tables.iter().filter_map(|(ix, table)| {
        let (_, round) = table.last_seen()?;
        let tally = round.tally(rubric.question(*ix));
        let question = u16::try_from(ix.0).ok()?;
        (tally.levels() >= 2).then(|| Voted { question, counts: tally.counts.into() })
    });
    Votes::new(voted)
}
