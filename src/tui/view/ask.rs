//! Ask: where I am, the question, its anchors from the lowest, and what was said.

mod said;

use ratatui::style::Style;

use super::chrome::{self, of};
use super::{outline, pad};
use crate::assessment::{Mode, rater};
use crate::lang::fill;
use crate::rubric::Question;
use crate::text;
use crate::tui::app::{App, Work, answered_choice, digit_of};
use crate::tui::key::Key;
use crate::tui::widget::pen::Pen;

/// Columns from which on the outline stands beside the question.
const OUTLINE_FROM: usize = 110;
/// Columns of the outline.
const OUTLINE: usize = 34;
/// Columns before an anchor's text beside its digit or value: marks and gaps.
const INDENT: usize = 5;
/// The order in which blocks give way when rows are short, the highest first; 0 never does.
const PROMPT: u8 = 1;
const WHY: u8 = 2;
const DETAILS: u8 = 3;
const ASKED: u8 = 4;
/// As many lines of anchors stay in sight beside the reason why a question matters.
const FEW_ANCHORS: usize = 6;

pub fn draw(app: &App, pen: &mut Pen) {
    let Some(work) = &app.work else { return };
    head(app, work, pen);
    let mut body = chrome::body(pen);
    let (width, height) = (body.width(), body.height());
    let beside = if app.pad.is_shown && width >= pad::BESIDE_FROM { pad::columns(width) + 1 } else { 0 };
    if beside > 0 {
        for row in 0..height {
            body.write(width - beside, row, "│", app.theme.dim());
        }
        if !app.is_on_pad() {
            pad::draw(app, work, &mut body.inner(width - beside + 1, 0, 0, height), None, false);
        }
    }
    let mut body = body.inner(0, beside, 0, height);
    if body.width() >= OUTLINE_FROM {
        let mut side = body.inner(0, 0, 0, height);
        let width = side.width();
        outline::draw(app, work, &mut side.inner(0, width - OUTLINE, 0, height), work.at, false);
        question(app, work, &mut side.inner(OUTLINE + 1, 0, 0, height));
    } else {
        question(app, work, &mut body);
    }
    chrome::foot(app, pen);
}

fn head(app: &App, work: &Work, pen: &mut Pen) {
    let words = app.words();
    let area = work.rubric.area(work.question().area);
    let dimension = work.rubric.dimension(area.dimension);
    let counter = format!("{}/{}", work.at + 1, work.asked.len());
    let full = format!("{} › {} {}", of(app, &dimension.name), area.id, of(app, &area.name));
    let subject = work.assessment.subject();
    let mode = match work.assessment.mode() {
        Mode::OwnAssessment => words.fields.mode_self,
        Mode::Workshop => words.fields.mode_workshop,
        Mode::Interview => words.fields.mode_interview,
    };
    let voice = work.voice.as_ref().and_then(|id| work.room.rater(id));
    let mode = voice.map_or_else(|| mode.to_owned(), |r| rater(r, app.lang).to_string());
    let title = format!("{subject} · {mode}");
    // When columns are short the names give way; the id and the counter stay.
    let room = pen.width().saturating_sub(text::width(&title) + text::width(&counter) + 20);
    let place = if text::width(&full) <= room.max(26) { full } else { format!("{} {}", area.id, of(app, &area.name)) };
    let place = text::fit(&place, pen.width().saturating_sub(30 + text::width(&counter))).into_owned();
    chrome::head(app, pen, &title, &format!("{place}   {counter}"));
}

/// A block of lines and how early it gives way when rows are short; 0 never.
struct Block {
    lines: Vec<Vec<(String, Style)>>,
    gives_way: u8,
}

impl Block {
    fn new(gives_way: u8) -> Self {
        Self { lines: Vec::new(), gives_way }
    }

    fn text(mut self, text: &str, columns: usize, style: Style) -> Self {
        self.lines.extend(text::wrap(text, columns).into_iter().map(|l| vec![(l.to_owned(), style)]));
        self
    }
}

pub(super) fn question(app: &App, work: &Work, pen: &mut Pen) {
    let columns = pen.width().saturating_sub(3);
    let mut above = heading(app, work, columns);
    let mut below = said::blocks(app, work, columns);
    let (anchors, focus) = anchors(app, work, columns);
    let rows = |blocks: &[Block]| blocks.iter().map(|b| b.lines.len() + 1).sum::<usize>();
    // One block after the other gives way until the anchors fit or only what must stay is left.
    // Why it matters was asked for, so it stays while a few anchors fit beside it.
    loop {
        let most = above.iter().chain(&below).map(|b| b.gives_way).max().unwrap_or(0);
        let needed = if most == WHY { anchors.len().min(FEW_ANCHORS) } else { anchors.len() };
        let missing = (rows(&above) + needed + rows(&below)).saturating_sub(pen.height());
        if most == 0 || missing == 0 {
            break;
        }
        if let Some(details) =
            below.iter_mut().find(|b| b.gives_way == DETAILS && most == DETAILS && b.lines.len() > missing)
        {
            details.lines.truncate(details.lines.len() - missing);
            break;
        }
        above.retain(|b| b.gives_way < most);
        below.retain(|b| b.gives_way < most);
    }
    let mut row = 0;
    for block in &above {
        row = write(pen, block, row) + 1;
    }
    let room = pen.height().saturating_sub(row + rows(&below)).max(3).min(anchors.len());
    let top = scrolled(&anchors, focus, room, work.scroll);
    for (line, anchor) in anchors[top..(top + room).min(anchors.len())].iter().enumerate() {
        let pieces: Vec<(&str, Style)> = anchor.pieces.iter().map(|(t, s)| (t.as_str(), *s)).collect();
        pen.pieces(1, row + line, &pieces);
        pen.spot(0, row + line, pen.width(), || choosing(work, anchor.choice));
    }
    // The blank rows around the anchors say that there is more.
    if top + room < anchors.len() {
        pen.write_right(row + room, app.words().ask.more_below, app.theme.accent());
    }
    if top > 0 {
        pen.write_right(row.saturating_sub(1), app.words().ask.more_above, app.theme.accent());
    }
    row += room + 1;
    for block in &below {
        row = write(pen, block, row) + 1;
    }
}

/// The keys that choose an anchor: its digit; beyond one digit those that move the highlight there, and take it
/// where it is.
fn choosing(work: &Work, choice: usize) -> Vec<Key> {
    if let Some(digit) = digit_of(work.question(), choice) {
        return vec![Key::Char(char::from(b'0' + digit))];
    }
    match work.highlight.or_else(|| answered_choice(work)) {
        None => vec![Key::Down; choice + 1],
        Some(here) if work.highlight == Some(choice) && here == choice => vec![Key::Enter],
        Some(here) if choice < here => vec![Key::Up; here - choice],
        Some(here) => vec![Key::Down; choice - here],
    }
}

fn write(pen: &mut Pen, block: &Block, row: usize) -> usize {
    for (i, line) in block.lines.iter().enumerate() {
        let pieces: Vec<(&str, Style)> = line.iter().map(|(t, s)| (t.as_str(), *s)).collect();
        pen.pieces(1, row + i, &pieces);
    }
    row + block.lines.len()
}

/// The open prompt of an interview, the question, why it matters.
fn heading(app: &App, work: &Work, columns: usize) -> Vec<Block> {
    let question = work.question();
    let mut blocks = Vec::new();
    if let (Mode::Interview, Some(prompt)) = (work.assessment.mode(), &question.prompt) {
        // Once somebody has answered, what belongs to the answer is worth more.
        let gives_way = if work.answer_here().is_some() { ASKED } else { PROMPT };
        blocks.push(Block::new(gives_way).text(of(app, prompt), columns, app.theme.accent()));
    }
    blocks.push(Block::new(0).text(of(app, &question.text), columns, app.theme.strong()));
    if app.shows_why {
        let mut block = Block::new(WHY);
        if let Some(why) = &question.why {
            block = block.text(of(app, why), columns, app.theme.dim());
        }
        if let Some(evidence) = &question.evidence {
            let line = fill(app.words().ask.ask_to_see, &[of(app, evidence)]);
            block = block.text(&line, columns, app.theme.dim());
        }
        for source in &question.sources {
            block = block.text(&fill(app.words().ask.source, &[source]), columns, app.theme.dim());
        }
        blocks.push(block);
    }
    blocks
}

/// One line of an anchor.
struct AnchorLine {
    choice: usize,
    pieces: Vec<(String, Style)>,
}

/// All anchors as lines, lowest first, and the choice that must be in sight.
fn anchors(app: &App, work: &Work, columns: usize) -> (Vec<AnchorLine>, Option<usize>) {
    let question = work.question();
    let answered = answered_choice(work);
    let own = said::own_rating(work).and_then(|(value, _)| question.choice(value));
    let mut lines = Vec::new();
    let labels: Vec<String> = (0..question.choices.len()).map(|i| label(question, i)).collect();
    let wide = labels.iter().map(|l| text::width(l)).max().unwrap_or(0);
    let indent = INDENT + wide;
    let wrapped = work.choice_lines(app.lang, columns.saturating_sub(indent));
    for (i, choice) in wrapped.iter().enumerate() {
        let is_answer = answered == Some(i);
        let is_highlight = work.highlight == Some(i);
        let style = if is_answer { app.theme.strong() } else { Style::default() };
        let mark = if is_highlight { "▸" } else { " " };
        // What the interviewer makes of it stands beside what was claimed.
        let tick = match (is_answer, own == Some(i)) {
            (true, true) => "✓◆",
            (true, false) => "✓ ",
            (false, true) => "◆ ",
            (false, false) => "  ",
        };
        for (n, line) in choice.iter().enumerate() {
            let pieces = if n == 0 {
                vec![
                    (mark.to_owned(), app.theme.accent()),
                    (tick.to_owned(), app.theme.good()),
                    (
                        format!("{}  ", text::pad_left(&labels[i], wide)),
                        if is_answer { app.theme.strong() } else { app.theme.accent() },
                    ),
                    (line.clone(), style),
                ]
            } else {
                vec![(" ".repeat(indent), style), (line.clone(), style)]
            };
            lines.push(AnchorLine { choice: i, pieces });
        }
    }
    (lines, work.highlight.or(answered))
}

/// The digit that gives an answer; beyond one digit its value, so that one sees what is highlighted.
fn label(question: &Question, choice: usize) -> String {
    digit_of(question, choice).map_or_else(|| question.choices[choice].value.to_string(), |d| d.to_string())
}

/// First line to show so that the focused anchor is in sight.
fn scrolled(anchors: &[AnchorLine], focus: Option<usize>, room: usize, wanted: usize) -> usize {
    let last = anchors.len().saturating_sub(room);
    let Some(focus) = focus else { return wanted.min(last) };
    let first = anchors.iter().position(|a| a.choice == focus).unwrap_or(0);
    let end = anchors.iter().rposition(|a| a.choice == focus).map_or(0, |p| p + 1);
    let lowest = end.saturating_sub(room);
    wanted.clamp(lowest.min(first), first.max(lowest)).min(last)
}
