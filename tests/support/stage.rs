//! The whole full-screen program without a terminal: keys in, screen and effects out.

#![allow(dead_code, reason = "each test file uses its part of the stage")]

use std::collections::HashSet;
use std::num::NonZero;
use std::sync::{Arc, LazyLock};

use gradus::assessment::{
    Answer, Assessment, AssessmentId, Author, Change, Deed, Event, EventId, Field, Header, RubricRef, Session, Stamp,
    Thing, Value,
};
use gradus::lang::Lang;
use gradus::measure::plan::target_scores;
use gradus::measure::room::session;
use gradus::measure::{Subject, explain, fragility, measured, replies};
use gradus::rubric::{Choice, Rubric, SHIPPED};
use gradus::text::Clean;
use gradus::tui::app::{App, Effect, Entry, News, OutlineLine, Relation, Summary, Work, agenda};
use gradus::tui::key::{Input, Key};
use gradus::tui::painter::Painter;
use gradus::tui::theme::{Colours, Theme};
use gradus::tui::widget::cell::{Cell, Hue, Tint};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::{Color, Modifier};

/// A moment that every test agrees on.
pub fn now() -> Stamp {
    Stamp::parse("2026-11-21T10:12:05.120+08:00").unwrap()
}

/// The shipped rubric, read once.
pub fn icp() -> Arc<Rubric> {
    static ICP: LazyLock<Arc<Rubric>> = LazyLock::new(|| Arc::new(SHIPPED[0].read().unwrap()));
    Arc::clone(&ICP)
}

/// An assessment of a rubric without any event but its subject.
pub fn fresh(rubric: Arc<Rubric>, subject: &str) -> Work {
    let header = Header {
        assessment: AssessmentId::from_random([7; 16]),
        session: Session::parse("stage000").unwrap(),
        rubric: RubricRef {
            id: rubric.id.clone(),
            version: Clean::line(&rubric.version.to_string()),
            sha256: "0".repeat(64).into(),
        },
        created: now(),
    };
    let author = Author { session: header.session, by: "".into() };
    let mut assessment = Assessment::new(&header);
    assessment.record(&author, now(), Change::text(Thing::Setup(Field::Subject), subject));
    Work::new(rubric, assessment, author, Clean::line("/data/2026-11-21-east-steel.gradus"))
}

/// What somebody else said so many minutes later, knowing nothing of what was there.
pub fn elsewhere(id: &str, by: &str, minute: i64, thing: Thing, is: Value) -> Event {
    Event::from(Deed {
        id: EventId::parse(id).unwrap(),
        at: Stamp { unix_ms: now().unix_ms + minute * 60_000, ..now() },
        by: by.into(),
        after: Box::default(),
        thing,
        is,
        undoes: None,
        redoes: None,
        imported: false,
        extra: Vec::new(),
    })
}

/// Empties the screen.
const CLEAR: &str = "\x1b[2J";

/// The program with a terminal of a size in a language.
pub struct Stage {
    /// Its state.
    pub app: App,
    painter: Painter,
    /// What a terminal makes of all that was sent to it, each frame over the one before.
    terminal: vt100::Parser,
    /// Rows in which emulators differ, so that nobody knows what is left of them.
    odd: HashSet<u16>,
    /// What it is to show.
    cells: Buffer,
    /// Every effect so far.
    pub effects: Vec<Effect>,
}

impl Stage {
    /// On the home screen with an empty list.
    pub fn new(lang: Lang, columns: u16, rows: u16) -> Self {
        let mut app = App::new(lang, Theme::new(Colours::Many));
        app.new_rubric = Some(icp());
        let size = Size::new(columns, rows);
        let cells = Buffer::empty(Rect::from((Position::ORIGIN, size)));
        let mut stage = Self {
            app,
            painter: Painter::new(size),
            terminal: emulator(size),
            odd: HashSet::new(),
            cells,
            effects: Vec::new(),
        };
        stage.draw();
        stage
    }

    /// With an open assessment of the shipped rubric and these answers, such as `R3.1=2 O2.1=unknown`.
    pub fn answered(lang: Lang, columns: u16, rows: u16, answers: &str) -> Self {
        let subject = match lang {
            Lang::Zh => "华东钢铁",
            Lang::En => "East Steel",
        };
        let mut work = fresh(icp(), subject);
        for pair in answers.split_whitespace() {
            let (id, answer) = pair.split_once('=').unwrap();
            let question = work.rubric.question(work.rubric.question_ix(id).unwrap()).clone();
            let answer = Answer::parse(answer, &work.rubric, &question).unwrap();
            work.record(Change::answer(&question.id, Some(&answer)), now(), &mut Vec::new());
        }
        work.saved = gradus::tui::app::Saved::Yes;
        let mut stage = Self::new(lang, columns, rows);
        stage.app.told(News::Opened(Box::new(work), Vec::new()));
        stage.draw();
        stage
    }

    /// Another size of the terminal.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        let size = Size::new(columns, rows);
        self.cells.resize(Rect::from((Position::ORIGIN, size)));
        self.terminal.screen_mut().set_size(nonzero(rows), nonzero(columns));
        self.draw();
    }

    /// Presses keys, written as they are typed; `<Enter>`, `<Down>` … are named keys.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for key in parse(keys) {
            self.input(Input::Key(key));
        }
        self
    }

    /// Column and row of the terminal's cursor.
    pub fn cursor(&self) -> (u16, u16) {
        let (row, column) = self.terminal.screen().cursor_position();
        (column, row)
    }

    /// One input, and the frame after it.
    pub fn input(&mut self, input: Input) {
        let effects = self.app.handle(input, now());
        self.effects.extend(effects);
        self.draw();
    }

    /// Draws a frame over the one before, and sees that a terminal then shows it.
    pub fn draw(&mut self) {
        let sent = self.painter.draw(&mut self.app, self.cells.area.as_size());
        self.terminal.process(sent.as_bytes());
        if sent.contains(CLEAR) {
            self.odd.clear();
        }
        self.cells.reset();
        for (y, row) in (0..).zip(self.painter.rows()) {
            for (x, cell) in (0..).zip(&row) {
                let Tint { fg, bg, modifier } = cell.tint;
                let symbol = if cell.symbol.is_empty() { " " } else { cell.symbol };
                let colour = |hue| match hue {
                    Hue::Own => Color::Reset,
                    Hue::Number(n) => Color::Indexed(n),
                };
                let shown = self.cells[(x, y)].set_symbol(symbol);
                (shown.fg, shown.bg, shown.modifier) = (colour(fg), colour(bg), modifier);
            }
            if !row.iter().all(|cell| is_plain(cell.symbol)) {
                self.odd.insert(y);
            }
            for (x, cell) in (0..).zip(&row).filter(|_| !self.odd.contains(&y)) {
                let seen = self.terminal.screen().cell(y, x).unwrap();
                assert!(looks(seen, cell), "{x},{y}: {seen:?} and not {cell:?}\n{}", self.screen());
            }
        }
    }

    /// Fails if anything that the screens keep of the open assessment is not what its events say now.
    pub fn nothing_is_stale(&self) {
        let Some(work) = &self.app.work else { return };
        let (rubric, assessment) = (&work.rubric, &work.assessment);
        assert_eq!(work.replies, replies(rubric, assessment));
        assert_eq!(format!("{:?}", work.measured), format!("{:?}", measured(rubric, assessment)));
        assert_eq!(work.agenda(), agenda(work));
        assert_eq!(*work.session(), session(rubric, &assessment.room(rubric)));
        assert_eq!(work.targets(), target_scores(rubric, &work.measured, &assessment.intent()));
        assert_eq!(work.note_here(), assessment.note(&work.question().id));
        for (lang, columns) in [(Lang::Zh, 40), (Lang::En, 40), (Lang::En, 41)] {
            let wrapped = |choice: &Choice| gradus::text::wrap(choice.text.get(lang), columns).join("\n");
            let lines: Vec<String> = work.choice_lines(lang, columns).iter().map(|lines| lines.join("\n")).collect();
            assert_eq!(lines, work.question().choices.iter().map(wrapped).collect::<Vec<_>>());
        }
        let listed = work.outline().iter().filter_map(|line| match line {
            OutlineLine::Dimension(_) => None,
            OutlineLine::Question(place, question) => Some((*place, *question)),
        });
        assert!(listed.eq(work.asked.iter().copied().enumerate()));
        for subject in [Subject::Overall, self.app.result.focus] {
            let explained = explain(rubric, &work.replies, &work.measured, subject);
            assert_eq!(format!("{:?}", work.explanation(subject)), format!("{explained:?}"));
            assert_eq!(work.fragility(subject), fragility(rubric, &work.replies, &work.measured, subject));
        }
    }

    /// The style of the first cell of a text on screen.
    pub fn style_at(&self, text: &str) -> ratatui::style::Style {
        let screen = self.screen();
        let found = screen.lines().enumerate().find_map(|(y, line)| Some((y, line.split_once(text)?.0)));
        let (y, before) = found.unwrap_or_else(|| panic!("no {text:?} in\n{screen}"));
        self.cells[(gradus::text::width(before) as u16, y as u16)].style()
    }

    /// Every cell of the screen.
    pub fn cells(&self) -> &Buffer {
        &self.cells
    }

    /// The screen as lines; a wide character takes the place of its two cells.
    pub fn screen(&self) -> String {
        let buffer = &self.cells;
        let mut out = String::new();
        for y in 0..buffer.area.height {
            let mut skip = 0;
            let mut line = String::new();
            for x in 0..buffer.area.width {
                if skip > 0 {
                    skip -= 1;
                    continue;
                }
                let symbol = buffer[(x, y)].symbol();
                skip = gradus::text::width(symbol).saturating_sub(1);
                line.push_str(symbol);
            }
            out.push_str(line.trim_end());
            out.push('\n');
        }
        out
    }
}

/// A terminal that shows nothing.
pub fn emulator(size: Size) -> vt100::Parser {
    vt100::Parser::new(nonzero(size.height), nonzero(size.width), 0)
}

fn nonzero(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap()
}

/// Whether every emulator shows a character alike. They differ in how they join marks and emoji, and this
/// one, unlike a terminal, does not print the replacement character.
fn is_plain(symbol: &str) -> bool {
    let mut chars = symbol.chars();
    let is_plain =
        |c| matches!(c, '\0'..='\u{2ff}' | '─'..='╿' | '█'..='▟' | '⠀'..='⣿' | '一'..='鿿' | '　'..='〗' | '！'..='～');
    chars.next().is_none_or(|c| is_plain(c) || "‹›←→…✓⚑◆▸▴▾".contains(c)) && chars.next().is_none()
}

/// Whether a terminal shows a cell.
fn looks(seen: &vt100::Cell, cell: &Cell) -> bool {
    let Tint { fg, bg, modifier } = cell.tint;
    let colour = |hue| match hue {
        Hue::Own => vt100::Color::Default,
        Hue::Number(n) => vt100::Color::Idx(n),
    };
    let colours = colour(fg) == seen.fgcolor() && colour(bg) == seen.bgcolor();
    let marks = [
        (seen.bold(), Modifier::BOLD),
        (seen.dim(), Modifier::DIM),
        (seen.italic(), Modifier::ITALIC),
        (seen.underline(), Modifier::UNDERLINED),
        (seen.inverse(), Modifier::REVERSED),
    ];
    let is_covered = cell.symbol.is_empty();
    let has_style = colours && marks.iter().all(|(is, mark)| *is == modifier.contains(*mark));
    seen.contents().trim_end() == cell.symbol.trim_end()
        && seen.is_wide_continuation() == is_covered
        && (is_covered || has_style)
}

/// Keys as they are typed.
pub fn parse(keys: &str) -> Vec<Key> {
    let mut parsed = Vec::new();
    let mut rest = keys;
    while let Some(c) = rest.chars().next() {
        if let Some((name, after)) = rest.strip_prefix('<').and_then(|r| r.split_once('>')) {
            parsed.push(match name {
                "Enter" => Key::Enter,
                "Esc" => Key::Esc,
                "Up" => Key::Up,
                "Down" => Key::Down,
                "Left" => Key::Left,
                "Right" => Key::Right,
                "Tab" => Key::Tab,
                "Backspace" => Key::Backspace,
                "PageUp" => Key::PageUp,
                "PageDown" => Key::PageDown,
                "Home" => Key::Home,
                "End" => Key::End,
                other => panic!("no key {other}"),
            });
            rest = after;
        } else {
            parsed.push(Key::Char(c));
            rest = &rest[c.len_utf8()..];
        }
    }
    parsed
}

/// An entry of the home list.
pub fn entry(subject: &str, answered: usize, level: Option<u8>) -> Entry {
    let rubric = icp();
    Entry {
        path: Clean::line("/data/2026-10-03-an-assessment.gradus"),
        relation: Relation::Alone,
        content: Ok(Summary {
            subject: Clean::line(subject),
            part: Clean::default(),
            rubric: rubric.title.clone(),
            progress: (answered, 24),
            level: level.map(|l| (l, rubric.scale.name(l).unwrap().name.clone())),
            changed: now(),
            archived: false,
            disputes: 0,
        }),
    }
}
