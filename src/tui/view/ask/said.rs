//! What was said about the question: the answer, who gave it, last time, evidence, notes.

use ratatui::style::Style;

use super::{Block, DETAILS};
use crate::assessment::{Again, Answer, Mode, Say, confidence, credit as credit_word, evidence_kind};
use crate::lang::fill;
use crate::measure::{shown, shown_answer};
use crate::rubric::Kind;
use crate::text;
use crate::tui::app::{App, Work};
use crate::tui::view::chrome::of;

/// The answer in words and numbers, then evidence, note and confidence: the last gives way first.
pub fn blocks(app: &App, work: &Work, columns: usize) -> Vec<Block> {
    let words = &app.words().ask;
    let theme = app.theme;
    let question = work.question();
    let id = &question.id;
    let label = |word: &str| (text::pad(word, 11), theme.dim());
    let mut answer = Block::new(0);
    let mut line = match work.answer_here() {
        None => vec![(words.unanswered.to_owned(), theme.dim())],
        Some(Answer::Unknown) => vec![(words.unknown.to_owned(), theme.strong())],
        Some(Answer::NotApplicable { reason }) => {
            let said = fill(words.not_applicable, &[&text::clean_line(reason)]);
            vec![(text::fit(&said, columns).into_owned(), theme.strong())]
        }
        Some(Answer::Level { value, toward }) => {
            toward_line(app, work, *value, toward.as_ref().map(crate::rubric::Id::as_str))
        }
    };
    if work.assessment.is_marked(id) {
        line.push((format!("  ⚑ {}", words.marked), theme.warning()));
    }
    // Who said it stands behind the answer, or under it where that is too narrow.
    let spoken = spoken(app, work);
    let wide = |pieces: &[(String, Style)]| pieces.iter().map(|(t, _)| text::width(t)).sum::<usize>();
    if wide(&line) + wide(&spoken) <= columns {
        line.extend(spoken);
        answer.lines.push(line);
    } else {
        answer.lines.extend([line, spoken]);
    }
    if work.is_disputed(id) {
        let say = Say { rubric: &work.rubric, lang: app.lang };
        let mut kinds: Vec<&str> =
            work.disputed.iter().filter(|t| t.question() == Some(id)).map(|t| say.kind(t)).collect();
        kinds.dedup();
        let line = fill(words.conflict, &[&kinds.join(app.words().store.comma)]);
        answer = answer.text(&line, columns, theme.alarm());
    }
    let mut blocks = vec![answer];
    let confidence = work.assessment.confidence(id).map(|c| confidence(c, app.lang));
    let evidence = work.assessment.evidence(id);
    let mut details = Block::new(DETAILS);
    if let Some(again) = work.assessment.last_time(&work.rubric, question) {
        let line = last_time(app, work, &again);
        let style = if again.has_moved { theme.accent() } else { theme.dim() };
        details.lines.push(vec![(text::fit(&line, columns).into_owned(), style)]);
    }
    for (_, item) in evidence.iter().rev().take(2) {
        let kind = evidence_kind(item.kind, app.lang);
        let text = text::fit(&text::clean_line(&item.text), columns.saturating_sub(22)).into_owned();
        details.lines.push(vec![label(words.evidence), (format!("{kind}  "), theme.dim()), (text, Style::default())]);
    }
    if evidence.is_empty() && wants_evidence(work) {
        details.lines.push(vec![label(words.evidence), (words.evidence_wanted.to_owned(), theme.warning())]);
        if work.assessment.mode() == Mode::Interview {
            let talk = &app.words().talk;
            let ask = question.evidence.as_ref().map(|e| fill(talk.evidence_ask, &[of(app, e)]));
            for sentence in ask.into_iter().chain([talk.evidence_doubt.to_owned()]) {
                let lines = text::wrap(&sentence, columns.saturating_sub(11)).into_iter();
                details.lines.extend(lines.map(|l| vec![label(""), (l.to_owned(), theme.dim())]));
            }
        }
    }
    for line in work.talk.pad.iter().filter(|l| l.line.question.as_ref() == Some(id)).rev().take(2) {
        let said = format!("{}  {}", line.at.time(), line.line.text);
        let said = text::fit(&said, columns.saturating_sub(11)).into_owned();
        details.lines.push(vec![label(app.words().talk.pad), (said, Style::default())]);
    }
    if let Some(note) = work.note_here() {
        let room = columns.saturating_sub(11);
        for (n, line) in text::wrap_first(&note, room, 2).into_iter().enumerate() {
            let name = if n == 0 { label(words.note) } else { label("") };
            details.lines.push(vec![name, (line.to_owned(), Style::default())]);
        }
    }
    if let Some(confidence) = confidence {
        details.lines.push(vec![label(words.confidence), (confidence.to_owned(), Style::default())]);
    }
    if !details.lines.is_empty() {
        blocks.push(details);
    }
    blocks
}

/// The interviewer's own rating: its level, and that with its credit.
pub fn own_rating(work: &Work) -> Option<(f64, f64)> {
    match work.assessment.rating(&work.rubric, work.question())? {
        ref rating @ Answer::Level { value, .. } => Some((value, value + rating.credit(&work.rubric))),
        Answer::Unknown | Answer::NotApplicable { .. } => None,
    }
}

/// Who gave the answer, or whom it is asked of, and what the interviewer makes of it.
fn spoken(app: &App, work: &Work) -> Vec<(String, Style)> {
    let (words, theme) = (&app.words().talk, app.theme);
    let mut pieces = Vec::new();
    if work.answer_here().is_some() {
        let who = work.assessment.speaker(&work.question().id);
        pieces.extend(who.map(|who| (format!("   {} {who}", words.said_by), theme.dim())));
    } else if work.assessment.mode() == Mode::Interview {
        let who = work.talk.interviewee.as_ref();
        let said = who.map_or_else(|| words.interviewee_none.to_owned(), |who| fill(words.interviewee_is, &[who]));
        pieces.push((format!("   {said}"), theme.dim()));
    }
    if let Some((_, own)) = own_rating(work) {
        let own = shown_answer(work.question(), own);
        pieces.push((format!("   ◆ {} {own}", words.rating), theme.strong()));
    }
    pieces
}

/// What was said last time, and that somebody may want to know what moved.
fn last_time(app: &App, work: &Work, again: &Again) -> String {
    let words = &app.words().talk;
    let said = Say { rubric: &work.rubric, lang: app.lang }.answer(&again.answer);
    let said = match again.at {
        Some(at) => format!("{} {said}", at.date()),
        None => said,
    };
    let is_noted = work.assessment.note(&work.question().id).is_some();
    let template = match (again.has_moved, is_noted) {
        (false, _) => words.last_same,
        (true, false) => words.last_moved,
        (true, true) => words.last_moved_noted,
    };
    fill(template, &[&said])
}

/// From the rubric's level on, a claim wants something to show.
fn wants_evidence(work: &Work) -> bool {
    let question = work.question();
    let answer = work.answer_here();
    matches!(answer, Some(Answer::Level { value, .. }) if work.rubric.wants_evidence(question, *value))
}

/// `toward 3   none · partly · mostly        2.5`
fn toward_line(app: &App, work: &Work, value: f64, toward: Option<&str>) -> Vec<(String, Style)> {
    let words = &app.words().ask;
    let theme = app.theme;
    let question = work.question();
    let choice = question.choice(value).unwrap_or_default();
    if let Kind::Practice { .. } = question.kind {
        return vec![(fill(words.practice, &[&shown_answer(question, value)]), theme.strong())];
    }
    if !question.may_go_toward(choice) || work.rubric.toward.is_empty() || work.voice.is_some() {
        let level = fill(words.level, &[&value.to_string()]);
        return vec![(level, theme.strong())];
    }
    let next = question.choices[choice + 1].value;
    let mut line = vec![(format!("{}   ", fill(words.toward, &[&next.to_string()])), theme.dim())];
    let mut credit = 0.0;
    let options = std::iter::once((None, words.toward_none))
        .chain(work.rubric.toward.iter().map(|c| (Some(c), credit_word(&c.id, app.lang))));
    for (n, (option, word)) in options.enumerate() {
        if n > 0 {
            line.push((" / ".to_owned(), theme.dim()));
        }
        let is_this = option.map(|c| c.id.as_str()) == toward;
        if is_this {
            credit = option.map_or(0.0, |c| c.value);
        }
        let mark = if is_this { "▸" } else { "" };
        line.push((format!("{mark}{word}"), if is_this { theme.strong() } else { theme.dim() }));
    }
    line.push((format!("   {}", shown(value + credit)), theme.strong()));
    line
}
