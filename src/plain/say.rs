//! What is said: the question with its answers, what was recorded, lists, help.

use super::commands::Entry;
use super::{conflicts, history};
use crate::assessment::{Answer, Mode, PadLine, Say, confidence, credit, evidence_kind};
use crate::lang::{Lang, fill};
use crate::rubric::{Kind, Question};
use crate::text::clean_line;
use crate::tui::app::{Section, Work, digit_of, findings};
use crate::tui::view::{review_line, section_name};

/// The number before each choice: its value on a ladder, else its place.
pub fn labels(question: &Question) -> Vec<String> {
    let label = |choice: usize| match (digit_of(question, choice), question.kind) {
        (Some(digit), _) => digit.to_string(),
        (None, Kind::Ladder) => question.choices[choice].value.to_string(),
        (None, Kind::Practice { .. }) => choice.to_string(),
    };
    (0..question.choices.len()).map(label).collect()
}

/// Where one is, the question and its choices, each with what is typed to choose it where somebody answers.
pub fn question(work: &Work, names_dimension: bool, has_labels: bool, lang: Lang) -> Vec<String> {
    let words = &lang.words().plain;
    let question = work.question();
    let area = work.rubric.area(question.area);
    let mut lines = vec![String::new()];
    if names_dimension {
        lines.push(work.rubric.dimension(area.dimension).name.get(lang).to_string());
    }
    let place = [(work.at + 1).to_string(), work.asked.len().to_string()];
    lines.push(fill(words.question, &[question.id.as_str(), area.name.get(lang), &place[0], &place[1]]));
    if let (Mode::Interview, Some(prompt)) = (work.assessment.mode(), &question.prompt) {
        lines.push(prompt.get(lang).to_string());
    }
    lines.push(question.text.get(lang).to_string());
    for (label, choice) in labels(question).iter().zip(&question.choices) {
        let text = choice.text.get(lang);
        lines.push(if has_labels { fill(words.choice, &[label, text]) } else { format!("- {text}") });
    }
    lines
}

/// What was said about the question here; nothing if nothing was.
pub fn said(work: &Work, lang: Lang) -> Vec<String> {
    let words = lang.words();
    let id = &work.question().id;
    let mut lines = Vec::new();
    let known = work.answer_here().map(|known| answer(work, known, lang));
    if work.voice.is_some() {
        // A rater sees the own vote and nothing else that somebody said.
        return known.map(|vote| fill(words.plain.vote, &[&vote])).into_iter().collect();
    }
    lines.extend(known.map(|known| fill(words.plain.answer, &[&known])));
    let disputed = work.assessment.conflicts(&work.rubric).into_iter().filter(|c| c.thing.question() == Some(id));
    let disputed: Vec<_> = disputed.collect();
    if !disputed.is_empty() {
        lines.push(words.plain.in_dispute.to_owned());
        lines.extend(conflicts::lines(&Say { rubric: &work.rubric, lang }, &disputed));
    }
    if let Some(who) = work.assessment.speaker(id) {
        lines.push(fill(words.plain.speaker_said, &[&who]));
    }
    if let Some(rating) = work.assessment.rating(&work.rubric, work.question()) {
        lines.push(fill(words.plain.rating_said, &[&answer(work, &rating, lang)]));
    }
    lines.extend(last_time(work, lang));
    if work.assessment.is_marked(id) {
        lines.push(words.ask.marked.to_owned());
    }
    if let Some(known) = work.assessment.confidence(id) {
        lines.push(fill(words.plain.confidence_said, &[confidence(known, lang)]));
    }
    for (_, item) in work.assessment.evidence(id) {
        lines.push(fill(words.plain.evidence_said, &[evidence_kind(item.kind, lang), &item.text]));
    }
    if let Some(note) = work.assessment.note(id) {
        lines.push(fill(words.plain.note_said, &[&note]));
    }
    for line in work.talk.pad.iter().filter(|line| line.line.question.as_ref() == Some(id)) {
        lines.push(fill(words.plain.pad_said, &[&line.at.time(), &line.line.text]));
    }
    lines
}

/// What was said last time, now that something is said.
fn last_time(work: &Work, lang: Lang) -> Option<String> {
    let words = &lang.words().plain;
    let question = work.question();
    let again = work.assessment.last_time(&work.rubric, question)?;
    let template = if again.has_moved { words.last_moved } else { words.last_same };
    Some(fill(template, &[question.id.as_str(), &answer(work, &again.answer, lang)]))
}

/// What an answer that was given just now still wants: something to show, and what moved since last time.
pub fn wanted(work: &Work, lang: Lang) -> Vec<String> {
    let question = work.question();
    let wants = matches!(work.answer_here(), Some(Answer::Level { value, .. })
        if work.rubric.wants_evidence(question, *value) && work.assessment.evidence(&question.id).is_empty());
    let show = wants.then(|| fill(lang.words().plain.show_it, &[question.id.as_str()]));
    show.into_iter().chain(last_time(work, lang)).collect()
}

/// Every line of the pad, numbered from 1.
pub fn pad(work: &Work, lang: Lang) -> Vec<String> {
    let words = &lang.words().plain;
    if work.talk.pad.is_empty() {
        return vec![words.pad_none.to_owned()];
    }
    let line = |(n, line): (usize, &PadLine)| {
        fill(words.pad_line, &[&(n + 1).to_string(), &line.at.time(), &line.line.written()])
    };
    work.talk.pad.iter().enumerate().map(line).collect()
}

/// An answer to the question here.
pub fn answer(work: &Work, answer: &Answer, lang: Lang) -> String {
    answer_to(work.question(), answer, lang)
}

fn answer_to(question: &Question, answer: &Answer, lang: Lang) -> String {
    let words = lang.words();
    match answer {
        Answer::Unknown => words.ask.unknown.to_owned(),
        Answer::NotApplicable { reason } if reason.is_blank() => words.conflict.not_applicable.to_owned(),
        Answer::NotApplicable { reason } => fill(words.ask.not_applicable, &[&clean_line(reason)]),
        Answer::Level { value, toward } => {
            let labels = labels(question);
            let choice = question.choice(*value).unwrap_or_default();
            let next = labels.get(choice + 1);
            match toward.as_ref().zip(next) {
                Some((toward, next)) => fill(words.plain.choice_toward, &[&labels[choice], next, credit(toward, lang)]),
                None => fill(words.plain.choice_value, &[&labels[choice]]),
            }
        }
    }
}

/// Every question with its answer.
pub fn outline(work: &Work, lang: Lang) -> Vec<String> {
    let words = lang.words();
    let line = |ix: &crate::rubric::QuestionIx| {
        let question = work.rubric.question(*ix);
        let name = work.rubric.area(question.area).name.get(lang);
        let said =
            work.answer(*ix).map_or_else(|| words.ask.unanswered.to_owned(), |known| answer_to(question, known, lang));
        fill(words.plain.choice, &[&format!("{} {name}", question.id), &said])
    };
    work.asked.iter().map(line).collect()
}

/// Why the question here matters, what to ask to see, and where it comes from.
pub fn why(work: &Work, lang: Lang) -> Vec<String> {
    let words = &lang.words().ask;
    let question = work.question();
    let why = question.why.iter().map(|t| t.get(lang).to_string());
    let evidence = question.evidence.iter().map(|t| fill(words.ask_to_see, &[t.get(lang)]));
    let sources = question.sources.iter().map(|s| fill(words.source, &[s]));
    why.chain(evidence).chain(sources).collect()
}

/// Who said what of the question here when.
pub fn history(work: &Work, lang: Lang) -> Vec<String> {
    let entries = work.assessment.history_of(&work.question().id);
    if entries.is_empty() {
        return vec![lang.words().history.none.to_owned()];
    }
    history::lines(&Say { rubric: &work.rubric, lang }, &work.assessment, &entries)
}

/// What is open or should be looked at, list by list.
pub fn review(work: &Work, lang: Lang) -> Vec<String> {
    let words = &lang.words().review;
    let findings = findings(work);
    if findings.is_empty() {
        return vec![lang.words().ask.none_open.to_owned()];
    }
    let mut lines = Vec::new();
    for section in Section::ALL {
        let of_section: Vec<_> = findings.iter().filter(|f| f.section == section).collect();
        if !of_section.is_empty() {
            lines.push(fill(words.section, &[section_name(lang, section), &of_section.len().to_string()]));
            lines.extend(of_section.iter().map(|f| review_line(lang, work, f)));
        }
    }
    lines
}

/// Every command of a table, and before them the answers where somebody answers.
pub fn help(work: &Work, table: &[Entry], is_lead: bool, lang: Lang) -> Vec<String> {
    let (words, comma) = (&lang.words().plain, lang.words().report.comma);
    let labels = labels(work.question());
    let mut lines = Vec::new();
    if let ([first, .., last], false) = (&labels[..], is_lead) {
        lines.push(fill(words.help_answer, &[&format!("{first}-{last}")]));
        let with_credit = |credit: &crate::rubric::Credit| format!("{first}+{}", credit.id);
        let examples: Vec<String> = work.rubric.toward.iter().map(with_credit).collect();
        if work.question().may_go_toward(0) && !examples.is_empty() && work.voice.is_none() {
            lines.push(fill(words.help_toward, &[&examples.join(comma)]));
        }
    }
    for entry in table {
        let typed: Vec<&str> = entry.typed.iter().map(|t| if t.is_empty() { words.help_enter } else { t }).collect();
        let takes = entry.takes.map_or_else(String::new, |takes| format!(" {}", takes(words)));
        lines.push(fill(words.choice, &[&format!("{}{takes}", typed.join(comma)), (entry.words)(words)]));
    }
    lines
}
