//! No sequence of keys, pastes and window sizes breaks the full screen, whatever the rubric says.
//!
//! `GRADUS_CASES` sets how many sequences are tried (16 unless said), `GRADUS_SEED` which ones.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "support/named.rs"]
mod named;
#[path = "support/odd.rs"]
mod odd;
#[allow(dead_code, reason = "each test file uses its part")]
#[path = "support/rubrics.rs"]
mod rubrics;
#[path = "support/stage.rs"]
mod stage;

use std::sync::{Arc, LazyLock};

use gradus::assessment::{
    Answer, Change, Evidence, EvidenceKind, Field, Mode, PadText, RoundState, Stamp, Thing, Value, Vote,
};
use gradus::lang::Lang;
use gradus::rubric::{Id, Rubric};
use gradus::text::{self, Clean};
use gradus::tui::app::{Effect, News, Saved, Work};
use gradus::tui::key::{Input, Key};
use gradus::tui::painter::Painter;
use named::NAMED;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use ratatui::layout::Size;
use stage::{Stage, elsewhere, emulator, entry, fresh, icp, now};

/// The shipped rubric and all odd ones.
static RUBRICS: LazyLock<Vec<Arc<Rubric>>> =
    LazyLock::new(|| [icp()].into_iter().chain(odd::rubrics().into_iter().map(|(_, r)| Arc::new(r))).collect());
static TEXTS: LazyLock<Vec<String>> = LazyLock::new(odd::texts);

/// What happens to the program.
#[derive(Clone, Debug)]
enum Step {
    Key(Key),
    /// One of the odd texts is pasted.
    Paste(usize),
    /// The window gets another size.
    Size(u16, u16),
    /// The mouse presses, for instance outside of the window.
    Press(u16, u16),
    /// The disk reports.
    Saved(u8),
    /// Somebody else's event arrives, about the n-th question, with an odd text.
    Arrives(u8, usize, usize),
    /// Another rubric's assessment is opened, at quick or full depth, held in one of the three ways.
    Opens(usize, bool, usize),
    /// So many seconds pass: a timer runs.
    Passes(i64),
    /// The file turns out to be an older copy.
    Older,
}

fn key() -> impl Strategy<Value = Key> {
    const HELD: [Key; 4] = [Key::AltEnter, Key::Ctrl('c'), Key::Ctrl('z'), Key::Ctrl('x')];
    prop_oneof![
        4 => prop::sample::select([&NAMED[..], &HELD].concat()),
        6 => prop::sample::select("0123459+uxnecmbrvzZwoLSydaADq?/[]=WWifhtspg#,".chars().collect::<Vec<_>>()).prop_map(Key::Char),
        1 => any::<char>().prop_map(Key::Char),
        1 => prop::sample::select("算界👩\u{301}\u{200d}\u{202e}ｗ\u{1b}".chars().collect::<Vec<_>>()).prop_map(Key::Char),
    ]
}

fn size() -> impl Strategy<Value = (u16, u16)> {
    prop_oneof![
        3 => (60u16..=140, 20u16..=50),
        1 => (1u16..=400, 1u16..=120),
        1 => (1u16..=62, 1u16..=22),
        1 => prop::sample::select(vec![(60, 20), (80, 24), (76, 20), (109, 24), (110, 24), (400, 120), (1, 1), (60, 120), (400, 20)]),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        24 => key().prop_map(Step::Key),
        2 => any::<prop::sample::Index>().prop_map(|i| Step::Paste(i.index(TEXTS.len()))),
        3 => size().prop_map(|(columns, rows)| Step::Size(columns, rows)),
        4 => (0u16..160, 0u16..52).prop_map(|(column, row)| Step::Press(column, row)),
        1 => (0u8..4).prop_map(Step::Saved),
        1 => (0u8..5, 0usize..50, any::<prop::sample::Index>())
            .prop_map(|(what, question, i)| Step::Arrives(what, question, i.index(TEXTS.len()))),
        1 => (any::<prop::sample::Index>(), any::<bool>(), 0..Mode::ALL.len())
            .prop_map(|(i, full, mode)| Step::Opens(i.index(RUBRICS.len()), full, mode)),
        1 => (0i64..400).prop_map(Step::Passes),
        1 => Just(Step::Older),
    ]
}

/// The program with an outside that answers at once.
struct Walk {
    stage: Stage,
    counter: u32,
}

impl Walk {
    fn new(lang: Lang, (columns, rows): (u16, u16)) -> Self {
        let mut stage = Stage::new(lang, columns, rows);
        stage.app.mouse = true;
        Self { stage, counter: 0 }
    }

    fn take(&mut self, step: &Step) {
        match step {
            Step::Key(key) => self.stage.input(Input::Key(*key)),
            Step::Paste(text) => self.stage.input(Input::Paste(TEXTS[*text].clone())),
            Step::Press(column, row) => self.stage.input(Input::Press(*column, *row)),
            Step::Size(columns, rows) => self.stage.resize(*columns, *rows),
            Step::Saved(how) => self.told(News::Saved(match how {
                0 => Saved::Yes,
                1 => Saved::Saving,
                2 => Saved::HereOnly(Clean::line(&TEXTS[3])),
                _ => Saved::Not(Clean::line("the disk is full")),
            })),
            Step::Arrives(what, question, text) => self.arrives(*what, *question, *text),
            Step::Opens(rubric, full, mode) => self.open(*rubric, *full, Mode::ALL[*mode]),
            Step::Passes(seconds) => {
                let now = now();
                self.stage.app.tell_time(Stamp { unix_ms: now.unix_ms + seconds * 1000, ..now });
                self.stage.draw();
            }
            Step::Older => self.told(News::Older("this file is older".to_owned())),
        }
        for effect in std::mem::take(&mut self.stage.effects) {
            match effect {
                Effect::Open(entry) | Effect::Duplicate(entry) => {
                    self.open(entry % RUBRICS.len(), false, Mode::default());
                }
                Effect::Create(changes) => {
                    assert!(!changes.is_empty());
                    self.open(0, false, Mode::default());
                }
                Effect::List => self.list(),
                Effect::SaveElsewhere(name) => self.told(News::KeptElsewhere(Clean::line(&name).to_string())),
                _ => {}
            }
        }
    }

    fn told(&mut self, news: News) {
        self.stage.app.told(news);
        self.stage.draw();
    }

    fn list(&mut self) {
        self.stage.app.work = None;
        let mut broken = entry("", 0, None);
        broken.content = Err(Clean::line(&TEXTS[8]).to_string());
        let entries = TEXTS.iter().map(|text| entry(text, 3, Some(2))).chain([broken]);
        self.told(News::Listed(entries.collect()));
    }

    fn open(&mut self, rubric: usize, full: bool, mode: Mode) {
        let mut work = fresh(Arc::clone(&RUBRICS[rubric]), "East Steel");
        let depth = full.then(|| Change::text(Thing::Setup(Field::Depth), "full"));
        work.record_several(depth.into_iter().chain(held(&work, mode)).collect(), now(), &mut Vec::new());
        self.told(News::Opened(Box::new(work), vec!["a notice".to_owned()]));
    }

    fn arrives(&mut self, what: u8, question: usize, text: usize) {
        let Some(work) = &self.stage.app.work else { return };
        let question = &work.rubric.questions[question % work.rubric.questions.len()];
        let (id, words) = (question.id.clone(), TEXTS[text].as_str());
        let value = question.choices[text % question.choices.len()].value;
        let (thing, is) = match what {
            0 => (Thing::Answer(id), Answer::Level { value, toward: None }.to_value()),
            1 => (Thing::Answer(id), Answer::NotApplicable { reason: Clean::block(words) }.to_value()),
            2 => (Thing::Note(id), Value::text(words)),
            3 => {
                let evidence = Evidence { kind: EvidenceKind::Record, text: Clean::block(words) };
                (Thing::Evidence(id, Id::new("other").unwrap()), evidence.to_value())
            }
            _ => (Thing::Setup(Field::Subject), Value::text(words)),
        };
        self.counter += 1;
        let event = elsewhere(&format!("other000.{}", self.counter), "li", 0, thing, is);
        self.told(News::Arrived(vec![event]));
    }

    /// No cell holds what would command a terminal, or a character that does not fit where it stands.
    fn is_clean(&self) -> Result<(), TestCaseError> {
        let buffer = self.stage.cells();
        for y in 0..buffer.area.height {
            let mut covered = 0;
            for x in 0..buffer.area.width {
                let symbol = buffer[(x, y)].symbol();
                prop_assert!(!symbol.chars().any(char::is_control), "{symbol:?} at {x},{y}");
                let wide = text::width(symbol);
                prop_assert!(usize::from(x) + wide <= usize::from(buffer.area.width), "{symbol:?} at {x},{y}");
                if covered > 0 {
                    prop_assert!(symbol.trim().is_empty(), "{symbol:?} at {x},{y} is under a wide character");
                }
                covered = if covered > 0 { covered - 1 } else { wide.saturating_sub(1) };
            }
        }
        Ok(())
    }
}

/// What an assessment that is held in this way begins with: people of odd names, votes in every state of a
/// round, lines of the pad.
fn held(work: &Work, mode: Mode) -> Vec<Change> {
    let id = |text: &str| Id::new(text).unwrap();
    let texts = || TEXTS.iter().cycle();
    let questions = || work.rubric.questions.iter().cycle().zip(0..4_u8);
    let mut changes = vec![Change::text(Thing::Setup(Field::Mode), mode.as_str())];
    match mode {
        Mode::OwnAssessment => {}
        Mode::Workshop => {
            let raters = ["a", "b", "c"].map(id);
            changes.extend(raters.iter().zip(texts()).map(|(r, text)| Change::rater(r, text, text, None)));
            changes.push(Change::rater(&id("d"), "", "", Some(1)));
            for (question, n) in questions() {
                let choice = |rater: usize| question.choices[rater * usize::from(n) % question.choices.len()].value;
                let votes = raters.iter().enumerate().map(|(r, rater)| (rater, Vote::Level(choice(r))));
                changes.extend(votes.map(|(rater, vote)| Change::vote(1, &question.id, rater, Some(vote))));
                let state = [RoundState::Open, RoundState::Revealed, RoundState::Elsewhere][usize::from(n % 3)];
                changes.push(Change::new(Thing::Round(1, question.id.clone()), state.to_value()));
                changes.push(Change::text(Thing::Statement(question.id.clone(), id("s")), &TEXTS[usize::from(n)]));
            }
            let question = &work.rubric.questions[0].id;
            changes.extend(texts().zip(["p", "q"]).map(|(text, item)| Change::parked(id(item), text, question)));
        }
        Mode::Interview => {
            let lines = texts().zip(["a.1", "a.2", "a.3"]).zip(questions());
            for ((text, item), (question, n)) in lines {
                let line = PadText { text: Clean::line(text), question: (n > 0).then(|| question.id.clone()) };
                changes.extend((!line.text.is_blank()).then(|| Change::pad(id(item), Some(&line))));
                let value = question.choices.last().unwrap().value;
                let claim = Answer::Level { value, toward: None };
                changes.push(Change::answer(&question.id, Some(&claim)).said_by(text));
                changes.push(Change::rating(&question.id, Some(&claim)));
            }
            changes.extend(Change::interviewee(&work.author, &TEXTS[0]));
        }
    }
    changes
}

/// A number from the environment.
fn number(name: &str, otherwise: u32) -> u32 {
    std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(otherwise)
}

fn runner() -> TestRunner {
    let config = Config { cases: number("GRADUS_CASES", 16), failure_persistence: None, ..Config::default() };
    let mut seed = [7; 32];
    seed[..4].copy_from_slice(&number("GRADUS_SEED", 0).to_le_bytes());
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &seed))
}

fn lang() -> impl Strategy<Value = Lang> {
    prop::sample::select(Lang::ALL.to_vec())
}

#[test]
fn no_keys_at_any_size_panic_or_leave_a_strange_cell() {
    let steps = (lang(), size(), 0..RUBRICS.len(), any::<bool>(), prop::collection::vec(step(), 1..60));
    let steps = (steps, prop::sample::select(Mode::ALL.to_vec()));
    let run = runner().run(&steps, |((lang, size, rubric, full, steps), mode)| {
        let mut walk = Walk::new(lang, size);
        walk.open(rubric, full, mode);
        walk.is_clean()?;
        for step in &steps {
            walk.take(step);
            walk.is_clean()?;
            walk.stage.nothing_is_stale();
        }
        Ok(())
    });
    run.unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn an_empty_home_takes_any_keys() {
    let steps = (lang(), size(), prop::collection::vec(key(), 1..40));
    let run = runner().run(&steps, |(lang, size, keys)| {
        let mut walk = Walk::new(lang, size);
        walk.is_clean()?;
        for key in keys {
            walk.take(&Step::Key(key));
            walk.is_clean()?;
        }
        Ok(())
    });
    run.unwrap_or_else(|failure| panic!("{failure}"));
}

/// Every screen and overlay of every odd rubric, at the sizes where the drawing changes its mind.
#[test]
fn every_screen_of_every_odd_rubric_is_clean() {
    const SCREENS: [&str; 14] = [
        "",
        "<Down>",
        "1+",
        "w",
        "n",
        "xabc<Enter>",
        "eabc<Enter>",
        "/a",
        "<Esc>o",
        "<Esc>?",
        "<Esc>r",
        "v",
        "y",
        "<Down><Enter>",
    ];
    for (n, rubric) in RUBRICS.iter().enumerate() {
        for size in [(60, 20), (80, 24), (120, 40)] {
            let mut walk = Walk::new(Lang::ALL[n % 2], size);
            walk.told(News::Opened(Box::new(fresh(Arc::clone(rubric), &TEXTS[n % TEXTS.len()])), Vec::new()));
            for keys in SCREENS {
                walk.stage.keys(keys);
                walk.is_clean().unwrap_or_else(|e| panic!("{size:?} {keys} {:?}: {e}", rubric.title.get(Lang::En)));
            }
        }
    }
}

/// The same of a room with votes in every state, and of an interview with a full pad, in both languages.
#[test]
fn every_screen_of_a_room_and_of_an_interview_is_clean() {
    const ROOM: [&str; 12] = [
        "W",
        "<End>",
        "<Home><Enter>",
        "e",
        "sabc<Enter>",
        "c<Esc>",
        "t",
        "a",
        "<Enter>1<Enter>",
        "<Esc><Esc>",
        "r",
        "<Enter>h",
    ];
    const INTERVIEW: [&str; 8] =
        ["i", "<Esc><Tab>", "#abc<Enter>", "<Up><Up><Enter>", "<Esc><Esc>", "g", "<Esc>h", "<Esc>v"];
    for (n, rubric) in (0..).step_by(5).zip(RUBRICS.iter().step_by(5)) {
        for (mode, screens) in [(Mode::Workshop, &ROOM[..]), (Mode::Interview, &INTERVIEW)] {
            for (lang, size) in
                [(Lang::Zh, (60, 20)), (Lang::En, (60, 20)), (Lang::Zh, (80, 24)), (Lang::En, (140, 45))]
            {
                let mut walk = Walk::new(lang, size);
                walk.open(n, true, mode);
                for keys in screens {
                    walk.stage.keys(keys);
                    walk.is_clean().unwrap_or_else(|e| panic!("{size:?} {keys} {:?}: {e}", rubric.title.get(Lang::En)));
                }
            }
        }
    }
}

/// What the buffer holds is what a terminal shows: no character reaches into its neighbour's cell.
#[test]
fn a_terminal_shows_what_was_drawn() {
    for rubric in RUBRICS.iter() {
        let mut stage = Stage::new(Lang::En, 80, 24);
        stage.app.told(News::Opened(Box::new(fresh(Arc::clone(rubric), "East Steel")), Vec::new()));
        let size = Size::new(80, 24);
        let mut emulator = emulator(size);
        emulator.process(Painter::new(size).draw(&mut stage.app, size).as_bytes());
        stage.draw();
        // Emulators differ in how they join marks and emoji; what stands beside them must not move.
        let buffer = stage.cells();
        for (x, y) in (0..24).flat_map(|y| (0..80).map(move |x| (x, y))) {
            let drawn = buffer[(x, y)].symbol();
            // This emulator, unlike a terminal, does not print the replacement character.
            let is_misread = (0..80).any(|x| buffer[(x, y)].symbol().contains('\u{fffd}'));
            if is_misread {
                continue;
            }
            if drawn.chars().all(|c| c.is_ascii_graphic() || matches!(c, '─'..='╿' | '一'..='鿿')) {
                let seen = emulator.screen().cell(y, x).map(vt100::Cell::contents);
                assert_eq!(
                    seen,
                    Some(drawn),
                    "{x},{y} of {:?}\n{}",
                    rubric.questions[0].text.get(Lang::En),
                    stage.screen()
                );
            }
        }
    }
}
