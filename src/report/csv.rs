//! CSV: a row per question, or per event. UTF-8 with a byte order mark, so that spreadsheets
//! read Chinese; CR LF at line ends, as the format has it.

use csv::{QuoteStyle, Terminator, Writer, WriterBuilder};

use super::answered::{Answered, Said};
use super::cells::guarded;
use super::columns::Column;
use super::names::is_telling;
use super::room::{RoomRow, wide_heads};
use super::{Names, Report, Rows};
use crate::assessment::{Event, PadLine, Say, moment};
use crate::measure::{say, shown_answer};
use crate::text::Clean;

/// What a spreadsheet knows UTF-8 by.
pub(super) const BOM: &[u8] = b"\xef\xbb\xbf";

/// The headers of a table of events: names of members, the same in every language.
const EVENT: [&str; 10] = ["event", "at", "by", "thing", "question", "is", "after", "undoes", "redoes", "imported"];

/// The table that the options ask for.
pub(super) fn table(report: &Report) -> Result<Vec<u8>, csv::Error> {
    let mut out =
        WriterBuilder::new().terminator(Terminator::CRLF).quote_style(QuoteStyle::Necessary).from_writer(BOM.to_vec());
    match report.options.rows {
        Rows::Questions => questions(report, &mut out)?,
        Rows::Events => events(report, &mut out)?,
        Rows::Steps => steps(report, &mut out)?,
    }
    out.into_inner().map_err(|e| csv::Error::from(e.into_error()))
}

fn questions(report: &Report, out: &mut Writer<Vec<u8>>) -> Result<(), csv::Error> {
    let columns = || Column::REPORT.into_iter().chain(report.peers.as_ref().map(|_| Column::Place));
    // A room adds its columns; without one the table is as narrow as ever.
    let has_room = !report.room.rows.is_empty();
    let room_heads = || wide_heads(report.lang).into_iter().filter(|_| has_room);
    out.write_record(columns().map(|column| column.name(report.lang)).chain(room_heads()))?;
    for answered in &report.answered {
        let row = report.room.rows.iter().find(|row| row.id == answered.id.as_str());
        let room = row.map(RoomRow::wide).unwrap_or_default().map(|cell| guarded(&cell, report.options.cells));
        let room = room.into_iter().filter(|_| has_room);
        out.write_record(columns().map(|column| cell(report, answered, column)).chain(room))?;
    }
    Ok(())
}

fn steps(report: &Report, out: &mut Writer<Vec<u8>>) -> Result<(), csv::Error> {
    let w = report.words();
    let heads = [w.wave, w.area, w.from, w.target, w.strand, w.effort, w.action, w.indicator];
    out.write_record(heads.into_iter().chain([w.owner, w.due, w.status, w.reason]))?;
    let text = |text: &str| guarded(text, report.options.cells);
    for (n, wave) in report.plan.waves.iter().enumerate() {
        for step in &wave.steps {
            let to = step.placed.step.to;
            let area = report.rubric.area(step.placed.step.area);
            out.write_record([
                (n + 1).to_string(),
                text(&format!("{} {}", area.id, step.name)),
                (to - 1).to_string(),
                to.to_string(),
                text(&step.strand),
                step.placed.effort.to_string(),
                text(&step.actions()),
                text(&step.indicators()),
                text(&step.measure.owner),
                text(&step.measure.due),
                step.status.to_owned(),
                text(&step.reason),
            ])?;
        }
    }
    Ok(())
}

/// What stands in a column. Numbers are ours and stay numbers; the rest is text from somebody.
fn cell(report: &Report, answered: &Answered, column: Column) -> String {
    let text = text(report, answered, column);
    let is_number = match column {
        Column::Answer => matches!(answered.said, Said::Rated { .. }),
        Column::Value => true,
        _ => false,
    };
    if is_number { text } else { guarded(&text, report.options.cells) }
}

/// What stands in a column, as text.
pub(super) fn text(report: &Report, answered: &Answered, column: Column) -> String {
    let (rubric, lang) = (report.rubric, report.lang);
    let (w, form) = (report.words(), &lang.words().form);
    let question = rubric.question(answered.question);
    let area = rubric.area(question.area);
    match column {
        Column::Question => answered.id.to_string(),
        Column::Dimension => rubric.dimension(area.dimension).name.get(lang).to_string(),
        Column::Area => format!("{} {}", area.id, area.name.get(lang)),
        Column::Text => answered.text.clone(),
        Column::Choices => String::new(),
        Column::Place => report.peers.as_ref().map_or_else(String::new, |p| p.band(area.id.as_str())),
        Column::Answer => match &answered.said {
            Said::Open => String::new(),
            Said::Unknown => form.unknown.to_owned(),
            Said::NotApplicable(_) => form.not_applicable.to_owned(),
            Said::Rated { level, .. } => say::value(*level),
        },
        Column::Toward => match &answered.said {
            Said::Rated { toward: Some(credit), .. } => say::credit(credit, lang).to_owned(),
            _ => String::new(),
        },
        Column::Value => answered.value().map_or_else(String::new, |value| shown_answer(question, value)),
        Column::Meaning => match &answered.said {
            Said::Rated { meaning, .. } => meaning.clone(),
            _ => String::new(),
        },
        Column::Reason => match &answered.said {
            Said::NotApplicable(reason) => reason.to_string(),
            _ => String::new(),
        },
        Column::Note => answered.note.as_ref().map_or_else(String::new, Clean::to_string),
        Column::Evidence => super::evidence::written(&answered.evidence, lang),
        Column::Confidence => answered.confidence.map_or_else(String::new, |c| say::confidence(c, lang).to_owned()),
        Column::Speaker => match &answered.speaker {
            Some(who) if report.options.names == Names::Shown => who.to_string(),
            _ => String::new(),
        },
        Column::Rating => answered.rating.as_ref().map_or_else(String::new, |r| Say { rubric, lang }.answer(r)),
        Column::Pad => {
            let line = |line: &PadLine| format!("{} {}", moment(line.at), line.line.text);
            answered.pad.iter().map(line).collect::<Vec<_>>().join("\n")
        }
        Column::Flags => {
            let flags = answered.flags(lang).join(w.comma);
            if answered.is_disputed() {
                format!("{flags}{}{}", w.colon, answered.versions.join(w.semicolon))
            } else {
                flags
            }
        }
    }
}

fn events(report: &Report, out: &mut Writer<Vec<u8>>) -> Result<(), csv::Error> {
    out.write_record(EVENT)?;
    let may_be_told = |e: &&Event| report.options.names == Names::Shown || !is_telling(&e.thing);
    for event in report.assessment.open_events().filter(may_be_told) {
        let by = if report.options.names == Names::Shown { event.author().to_string() } else { String::new() };
        let id = |id: Option<crate::assessment::EventId>| id.map_or_else(String::new, |id| id.to_string());
        let after: Vec<String> = event.after.iter().map(ToString::to_string).collect();
        let texts = [
            event.id.to_string(),
            event.at.to_string(),
            by,
            Clean::line(&event.thing.to_string()).to_string(),
            event.thing.question().map_or_else(String::new, ToString::to_string),
            content(event, report.options.names),
            after.join(" "),
            id(event.undoes),
            id(event.redoes),
            if event.imported { "true".to_owned() } else { String::new() },
        ];
        out.write_record(texts.map(|text| guarded(&text, report.options.cells)))?;
    }
    Ok(())
}

/// A text as itself, anything else as JSON.
fn content(event: &Event, names: Names) -> String {
    let is = if names == Names::Shown { event.is.clone() } else { event.is.without_speaker() };
    is.as_text().map_or_else(|| Clean::block(is.as_json()).to_string(), |text| text.to_string())
}
