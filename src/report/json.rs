//! JSON: what programs read. `gradus show --json` prints the numbers; the report adds every
//! event, so that nothing is lost and it can be imported again. Texts that somebody typed stand
//! in it to the letter; what could command a terminal or hide its meaning is escaped.

mod conflicts;

use serde_json::{Map, Value, json};

use super::answered::{self, Answered, Said};
use super::names::is_name;
use super::standing::PeersPart;
use super::{Names, Report, plan, trend};
use crate::assessment::{Answer, Assessment, Event, Field, PadLine, Say, Value as Content, depth_word};
use crate::lang::Lang;
use crate::measure::say::Shift;
use crate::measure::{CapKind, Measured, Node, Range, supported, unsupported};
use crate::order;
use crate::rubric::{Area, AreaIx, Dimension, DimensionIx, Lens, Rubric};
use crate::text::escape_hidden;

pub use conflicts::conflicts;

/// The version of the format that this program writes and reads.
pub const FORMAT: u64 = 1;

/// The whole report.
pub(super) fn bytes(report: &Report) -> Vec<u8> {
    let (assessment, names) = (report.assessment, report.options.names);
    let mut whole = Map::new();
    whole.insert("gradus_report".into(), json!(FORMAT));
    whole.insert("program".into(), json!(report.made.version));
    whole.insert("made".into(), json!(report.made.at.to_string()));
    whole.extend(numbers(report.rubric, assessment, report.measured, names, report.lang));
    whole.insert("created".into(), json!(assessment.created.to_string()));
    whole.insert("changed".into(), json!(assessment.changed().to_string()));
    whole.insert("setup".into(), setup(assessment, names));
    whole.insert("rules".into(), json!(report.rules));
    let shift =
        |s: &Shift| json!({ "area": report.rubric.area(s.area).id.as_str(), "title": s.title, "text": s.paragraph });
    whole.insert("shifts".into(), report.shifts.iter().map(shift).collect());
    whole.insert("lift".into(), json!(report.lift));
    whole.insert("plan".into(), Value::Object(plan::json::members(&report.plan)));
    let since = report.trend.as_ref().map(|t| trend::json(&t.change, report.rubric, assessment));
    whole.extend(since.map(|since| ("since".to_owned(), since)));
    whole.extend(report.peers.iter().flat_map(PeersPart::members));
    // Events name people, and half of them would be no history. Covered votes are nobody's business yet.
    if names == Names::Shown {
        whole.insert("events".into(), assessment.open_events().map(event).collect());
    }
    let mut text = escape_hidden(&format!("{:#}", Value::Object(whole)));
    text.push('\n');
    text.into_bytes()
}

fn setup(assessment: &Assessment, names: Names) -> Value {
    let shown = Field::ALL.into_iter().filter(|f| *f != Field::Archived && (names == Names::Shown || !is_name(*f)));
    let fields = shown.filter_map(|f| Some((f.as_str().to_owned(), json!(assessment.typed_setup(f)?))));
    Value::Object(order::gathered(fields))
}

/// An event with the members of a line of the file.
///
/// Programs read `is`. Where its exact text would not come back from that, `is_text` holds it,
/// because an event is the same only if its text is.
fn event(event: &Event) -> Value {
    let mut members = Map::new();
    members.insert("e".into(), json!(event.id.to_string()));
    members.insert("at".into(), json!(event.at.to_string()));
    members.insert("by".into(), json!(event.by));
    members.insert("after".into(), event.after.iter().map(|id| json!(id.to_string())).collect());
    members.insert("thing".into(), json!(event.thing.to_string()));
    let is = event.is.parse();
    if Content::json(&is) != event.is {
        members.insert("is_text".into(), json!(event.is.as_json()));
    }
    members.insert("is".into(), is);
    for (name, id) in [("undoes", event.undoes), ("redoes", event.redoes)] {
        members.extend(id.map(|id| (name.to_owned(), json!(id.to_string()))));
    }
    if event.imported {
        members.insert("imported".into(), json!(true));
    }
    if !event.extra.is_empty() {
        members.insert("extra".into(), event.extra.iter().map(|(name, json)| json!([name, json])).collect());
    }
    Value::Object(members)
}

/// A question with what was said about it, and by whom if names are told.
fn spoken(assessment: &Assessment, rubric: &Rubric, answered: &Answered, names: Names) -> Value {
    let mut entry = answer(answered, assessment);
    let Value::Object(members) = &mut entry else { return entry };
    if let Some(who) = answered.speaker.as_ref().filter(|_| names == Names::Shown) {
        members.insert("said_by".into(), json!(who.as_str()));
    }
    let value = |answer: &Answer| {
        let mut value = answer.to_value().parse();
        if let (Answer::Level { value: level, .. }, Some(members)) = (answer, value.as_object_mut()) {
            members.insert("value".into(), json!(level + answer.credit(rubric)));
        }
        value
    };
    if let Some(rating) = &answered.rating {
        members.insert("rating".into(), value(rating));
    }
    if let Some(again) = &answered.last_time {
        let at = again.at.map(|at| at.to_string());
        members
            .insert("last_time".into(), json!({ "answer": value(&again.answer), "at": at, "moved": again.has_moved }));
    }
    if !answered.pad.is_empty() {
        members.insert("pad".into(), pad(answered.pad.iter()));
    }
    entry
}

/// Lines of the pad with their times.
fn pad<'a>(lines: impl Iterator<Item = &'a PadLine>) -> Value {
    lines.map(|line| json!({ "at": line.at.to_string(), "text": line.line.text.as_str() })).collect()
}

/// The headline of the supported numbers, and what of the claimed score nobody checked.
fn supported_headline(rubric: &Rubric, claimed: &Measured, supported: &Measured) -> Value {
    let mut headline = headline(rubric, supported);
    let parts = rubric.dimensions.iter().zip(claimed.dimensions.iter().zip(&supported.dimensions));
    let dimension = |(d, (claimed, supported)): (&Dimension, (&Node, &Node))| {
        json!({
            "id": d.id.as_str(), "score": supported.score(), "level": supported.level(),
            "unsupported": unsupported(claimed, supported),
        })
    };
    if let Some(members) = headline.as_object_mut() {
        let index = unsupported(&claimed.overall.node, &supported.overall.node);
        members.insert("unsupported".into(), json!(index));
        members.insert("dimensions".into(), parts.map(dimension).collect());
    }
    headline
}

/// Every number of an assessment, with scores in full precision.
pub fn numbers(
    rubric: &Rubric,
    assessment: &Assessment,
    measured: &Measured,
    names: Names,
    lang: Lang,
) -> Map<String, Value> {
    let node = &measured.overall.node;
    let counts = node.counts;
    let dimension = |(d, n): (&Dimension, &Node)| of_node(d.id.as_str(), d.name.get(lang), n);
    let area = |(a, n): (&Area, &Node)| of_node(a.id.as_str(), a.name.get(lang), n);
    let lens = |(l, s): (&Lens, &crate::measure::LensScore)| json!({ "id": l.id.as_str(), "name": l.name.get(lang).as_str(), "score": s.score, "coverage": s.coverage });
    let dimensions: Vec<Value> = rubric.dimensions.iter().zip(&measured.dimensions).map(dimension).collect();
    let areas: Vec<Value> = rubric.areas.iter().zip(&measured.areas).map(area).collect();
    let lenses: Vec<Value> = rubric.lenses.iter().zip(&measured.lenses).map(lens).collect();
    let subject = (names == Names::Shown).then(|| assessment.typed_setup(Field::Subject).unwrap_or_default());
    let all = answered::all(rubric, assessment, names, lang);
    let answers: Vec<Value> = all.iter().map(|a| spoken(assessment, rubric, a, names)).collect();
    let say = Say { rubric, lang };
    let lines = assessment.pad();
    let unassigned = pad(lines.iter().filter(|line| line.line.question.is_none()));
    let room = assessment.room(rubric);
    let mut json = json!({
        "assessment": assessment.id.as_str(),
        "rubric": {
            "id": rubric.id.as_str(), "version": rubric.version.to_string(), "sha256": assessment.rubric_in_use().sha256,
        },
        "subject": subject,
        "mode": assessment.mode().as_str(),
        "depth": depth_word(assessment.depth()),
        "coverage": node.completeness,
        "counts": {
            "asked": counts.asked, "rated": counts.rated, "unknown": counts.unknown,
            "not_applicable": counts.not_applicable, "unanswered": counts.unanswered,
        },
        "headline": headline(rubric, measured),
        "supported": supported(rubric, assessment).map(|m| supported_headline(rubric, measured, &m)),
        "dimensions": dimensions,
        "areas": areas,
        "lenses": lenses,
        "balance": measured.balance,
        "answers": answers,
        "pad": unassigned,
        "conflicts": conflicts(&say, &assessment.conflicts(rubric), names),
        "self_declared": true,
    });
    if !room.is_empty() {
        json["room"] = super::room::json(rubric, assessment, names, lang);
    }
    match json {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

fn low<T: Copy>(range: Option<Range<T>>) -> Option<T> {
    range.map(|r| r.low)
}

fn high<T: Copy>(range: Option<Range<T>>) -> Option<T> {
    range.map(|r| r.high)
}

fn of_node(id: &str, name: &str, node: &Node) -> Value {
    json!({
        "id": id,
        "name": name,
        "status": node.status.as_str(),
        "score": node.score(),
        "score_low": low(node.bounds),
        "score_high": high(node.bounds),
        "level": node.level(),
        "level_low": low(node.levels),
        "level_high": high(node.levels),
        "coverage": node.completeness,
        "na_share": node.na_share,
        "scope_limited": node.is_scope_limited(),
        "score_na_as_lowest": node.as_lowest,
    })
}

fn headline(rubric: &Rubric, measured: &Measured) -> Value {
    let overall = &measured.overall;
    let node = &overall.node;
    let cap = |cap: &crate::measure::Cap| {
        let (kind, id) = match cap.kind {
            CapKind::Dimension(DimensionIx(d)) => ("dimension", &rubric.dimensions[d].id),
            CapKind::Area(AreaIx(a)) => ("area", &rubric.areas[a].id),
        };
        json!({ "kind": kind, "id": id.as_str(), "level": cap.level, "limit": cap.limit })
    };
    json!({
        "status": node.status.as_str(),
        "level": node.level(),
        "level_low": low(node.levels),
        "level_high": high(node.levels),
        // While open answers leave several levels possible, none of them is the uncapped one.
        "uncapped": overall.uncapped.filter(|u| u.low == u.high).map(|u| u.low),
        "score": node.score(),
        "score_low": low(node.bounds),
        "score_high": high(node.bounds),
        "caps": overall.caps.iter().map(cap).collect::<Vec<_>>(),
    })
}

/// A question with what was said about it; what was not said is left out.
fn answer(answered: &Answered, assessment: &Assessment) -> Value {
    let mut entry = Map::new();
    let mut set = |name: &str, value: Value| entry.insert(name.to_owned(), value);
    set("id", json!(answered.id.as_str()));
    match &answered.said {
        Said::Open => set("state", json!("unanswered")),
        Said::Unknown => set("state", json!("unknown")),
        Said::NotApplicable(reason) => {
            set("reason", json!(assessment.typed_reason(&answered.id).unwrap_or_else(|| reason.to_string())));
            set("state", json!("not_applicable"))
        }
        Said::Rated { level, toward, value, .. } => {
            set("level", json!(level));
            set("value", json!(value));
            if let Some(toward) = toward {
                set("toward", json!(toward.as_str()));
            }
            set("state", json!("level"))
        }
    };
    if let Some(note) = assessment.typed_note(&answered.id) {
        set("note", json!(note));
    }
    if !answered.evidence.is_empty() {
        let items = assessment.typed_evidence(&answered.id).into_iter();
        set("evidence", items.map(|(kind, text)| json!({ "kind": kind.as_str(), "text": text })).collect());
    }
    if let Some(confidence) = answered.confidence {
        set("confidence", json!(confidence.as_str()));
    }
    if answered.marked {
        set("marked", json!(true));
    }
    if answered.is_disputed() {
        set("conflict", json!(true));
    }
    Value::Object(entry)
}
