//! The fast reader against the exact one, and folders against one another.

use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use super::collection::{self, Packed, packed, rubric_of};
use super::exact;
use super::model::Models;
use super::skim::{self, Found, skim};
use super::*;
use crate::assessment::{
    Agreement, Answer, Assessment, AssessmentId, Author, Change, Field, Hands, Header, Method, RoundState, RubricRef,
    Session, Stamp, Thing, Value, Vote,
};
use crate::lang::Lang;
use crate::measure::room::counted;
use crate::rubric::{Id, Question, Rubric, SHIPPED};
use crate::store::Places;
use crate::store::log::{Line, encode};
use crate::text::Clean;

const READING: Reading = Reading {
    said: |rubric, assessment, _| (counted(rubric, assessment, &assessment.room(rubric)), Extra::default()),
    wanted: Wanted { votes: false, names: false, notes: false, evidence: false },
};

/// Small numbers that look random and are always the same.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }
}

fn store() -> Store {
    let nowhere = || PathBuf::from("/nowhere/at/all");
    Store::on_disk(Places { data: nowhere(), state: nowhere() })
}

fn reference() -> (Rubric, RubricRef) {
    let rubric = SHIPPED[0].read().unwrap();
    let version = Clean::line(&rubric.version.to_string());
    let reference = RubricRef { id: rubric.id.clone(), version, sha256: SHIPPED[0].sha256.into() };
    (rubric, reference)
}

/// An assessment by several sessions that know of one another only in part, as lines.
fn written(seed: u64) -> Vec<u8> {
    let (rubric, reference) = reference();
    let mut dice = Dice(seed * 2 + 1);
    let at = |dice: &mut Dice| Stamp { unix_ms: 1_700_000_000_000 + dice.roll(50) as i64 * 1000, offset_minutes: 480 };
    let header = |session: &str| Header {
        assessment: AssessmentId::from_number(u128::from(seed)),
        session: Session::parse(session).unwrap(),
        rubric: reference.clone(),
        created: Stamp { unix_ms: 1_700_000_000_000, offset_minutes: 0 },
    };
    let mut bytes = Vec::new();
    let mut copies = vec![Assessment::new(&header("a"))];
    for (place, session) in ["a", "b7", "session3"][..=dice.roll(3)].iter().enumerate() {
        bytes.extend(encode(&Line::Header(header(session))));
        let mut copy = copies[dice.roll(place.max(1)).min(place.saturating_sub(1))].clone();
        for _ in 0..dice.roll(60) {
            let question = &rubric.questions[dice.roll(rubric.questions.len())];
            let level = |dice: &mut Dice, toward: &str| format!("{}{toward}", dice.roll(question.choices.len() - 1));
            let text = match dice.roll(8) {
                0 => "unknown".to_owned(),
                1 if question.na_allowed => "na:不归我们管 \"here\"".to_owned(),
                2 if question.na_allowed => "na:elsewhere".to_owned(),
                3 => level(&mut dice, "+partly"),
                4 => level(&mut dice, "+mostly"),
                _ => level(&mut dice, ""),
            };
            let answer = Answer::parse(&text, &rubric, question).unwrap();
            let fields =
                [Field::Subject, Field::Sector, Field::Size, Field::Mode, Field::Depth, Field::Profile, Field::Site];
            let values = ["interview", "full", "quick", "user", "small", "能源", "a \\ b", ""];
            let change = match dice.roll(10) {
                _ if seed % 4 == 3 && dice.roll(3) > 0 => of_room(&mut dice, question),
                0 => Change::answer(&question.id, None),
                1 => Change::text(Thing::Note(question.id.clone()), "a \"note\"\nof two lines"),
                2 | 3 => Change::text(Thing::Setup(fields[dice.roll(7)]), values[dice.roll(8)]),
                4 => Change::answer(&question.id, Some(&answer)).imported(),
                _ => Change::answer(&question.id, Some(&answer)),
            };
            let author = Author { session: Session::parse(session).unwrap(), by: "Li \u{1f600}".into() };
            let mut change = change;
            match dice.roll(12) {
                0 => change.undoes = copy.ledger().events().first().map(|e| e.id),
                1 => change.redoes = copy.ledger().events().last().map(|e| e.id),
                _ => {}
            }
            let event = copy.record(&author, at(&mut dice), change);
            bytes.extend(encode(&Line::Event(event)));
        }
        copies.push(copy);
    }
    bytes
}

/// A vote, a show of hands, a round or an agreement. Whoever agrees does so for all: else hardly a file
/// would be without votes alone.
fn of_room(dice: &mut Dice, question: &Question) -> Change {
    let id = || question.id.clone();
    let rater = |dice: &mut Dice| Id::new(["li", "wang", "chen"][dice.roll(3)]).unwrap();
    let level = |dice: &mut Dice| question.choices[dice.roll(question.choices.len())].value;
    match dice.roll(100) {
        0 => Change::vote(1, &id(), &rater(dice), Some(Vote::Unknown)),
        1 => Change::vote(2, &id(), &rater(dice), Some(Vote::Level(level(dice)))),
        2 => {
            let hands = Hands::parse("1 0 2 1", question).unwrap();
            Change::new(Thing::Hands(1, id()), hands.to_value(question))
        }
        3 => Change::new(Thing::Round(1, id()), RoundState::Revealed.to_value()),
        4 => Change::new(Thing::Agreed(id()), Value::cleared()),
        place => {
            let method = Method::ALL[place % Method::ALL.len()];
            let level = (method != Method::Defer).then(|| level(dice));
            let note = Clean::block(["", "谁来负责？", "", "said \"later\""][dice.roll(37) / 12]);
            Change::new(Thing::Agreed(id()), Agreement::new(method, level, note).unwrap().to_value())
        }
    }
}

fn exactly(models: &Models, bytes: &[u8]) -> Option<Found<'static>> {
    exact::read(&store(), models, READING, Path::new("file"), bytes, true).ok().map(|(found, _)| found)
}

#[test]
fn the_fast_reader_says_what_the_exact_one_says() {
    let models = Models::default();
    exactly(&models, &written(0)).unwrap();
    let known = models.all();
    // Of rooms and of others: how many files the fast reader read.
    let mut fast = [0; 2];
    for seed in 0..240 {
        let bytes = written(seed);
        let exact = exactly(&models, &bytes).unwrap();
        if let Some((found, _)) = skim(&bytes, &known, false) {
            assert_eq!(found, exact, "{seed}");
            fast[usize::from(seed % 4 == 3)] += 1;
        }
    }
    assert!((50..170).contains(&fast[0]) && (8..58).contains(&fast[1]), "{fast:?}");
}

#[test]
fn what_is_damaged_is_never_skimmed_over() {
    let models = Models::default();
    exactly(&models, &written(0)).unwrap();
    let known = models.all();
    let whole = (1..50).map(written).find(|bytes| bytes.len() > 4000 && skim(bytes, &known, false).is_some()).unwrap();
    let mut dice = Dice(99);
    for _ in 0..200 {
        let mut bytes = whole.clone();
        let at = dice.roll(bytes.len());
        match dice.roll(4) {
            0 => bytes.truncate(at),
            1 => bytes[at] ^= 1 << dice.roll(8),
            2 => drop(bytes.splice(at..at, *b"\n")),
            _ => {
                let lines: Vec<&[u8]> = whole.split_inclusive(|b| *b == b'\n').collect();
                let gone = dice.roll(lines.len());
                bytes =
                    lines.iter().enumerate().filter(|(i, _)| *i != gone).flat_map(|(_, l)| l.iter().copied()).collect();
            }
        }
        let Some((found, _)) = skim(&bytes, &known, false) else { continue };
        // The last lines may be gone without a trace.
        assert_eq!(Some(found), exactly(&models, &bytes));
    }
}

#[test]
fn a_packed_line_is_skimmed_as_it_is_read() {
    let models = Models::default();
    exactly(&models, &written(0)).unwrap();
    let known = models.all();
    let rubric = &known[0].rubric;
    let line = |change: &dyn Fn(&mut Json)| {
        let mut json = serde_json::json!({
            "cohort": 1, "assessment": AssessmentId::from_number(7).as_str(), "organisation": "00000000000000ff",
            "rubric": &*known[0].sha256, "period": "2026-H2", "sector": "能源", "size": null, "mode": "interview",
            "depth": "full", "profile": "user", "answers": {},
        });
        change(&mut json);
        json.to_string()
    };
    let answers = [
        serde_json::json!({ "level": 2.0 }),
        serde_json::json!({ "level": 1, "toward": "partly" }),
        serde_json::json!({ "level": 0.5 }),
        serde_json::json!({ "level": 99 }),
        serde_json::json!({ "unknown": true }),
        serde_json::json!({ "na": true }),
        serde_json::json!({ "na": "said \"so\"" }),
        serde_json::json!({ "level": 5, "toward": "mostly" }),
    ];
    let mut dice = Dice(5);
    let mut skimmed = 0;
    for seed in 0..300 {
        let text = line(&|json| {
            for question in rubric.questions.iter().take(seed % 20) {
                // Most are whole answers, so that some lines are.
                let place =
                    if dice_of(seed, question).is_multiple_of(9) { dice_of(seed, question) / 9 % 8 } else { seed % 2 };
                json["answers"][question.id.as_str()] = answers[place].clone();
            }
            match seed % 11 {
                0 => json["sector"] = "  ".into(),
                1 => json["size"] = "a \\ b".into(),
                2 => json["mode"] = Json::Null,
                3 => json["answers"]["no such question"] = serde_json::json!({ "level": 1 }),
                _ => {}
            }
        });
        let mut bytes = text.into_bytes();
        if seed % 3 == 0 {
            let at = dice.roll(bytes.len());
            bytes[at] ^= 1 << dice.roll(8);
        }
        let Some((found, place, organisation)) = skim::packed(&bytes, &known) else { continue };
        let Some(Packed::Row(row)) = packed(&bytes) else { panic!("{seed}") };
        assert_eq!(rubric_of(&row), Some(&*known[place].sha256));
        assert_eq!(collection::found(&row, &known[place], READING.wanted), Some((found, organisation)), "{seed}");
        skimmed += 1;
    }
    assert!((60..280).contains(&skimmed), "{skimmed}");
}

/// A number out of a seed and a question.
fn dice_of(seed: usize, question: &Question) -> usize {
    question.id.as_str().bytes().fold(seed, |n, b| (n * 31 + usize::from(b)) % 10_007)
}

#[test]
fn a_row_answers_as_the_assessment_does() {
    use crate::measure::cohort::Scorer;
    use crate::measure::measured;
    let folder = tempfile::tempdir().unwrap();
    for seed in 0..60 {
        std::fs::write(folder.path().join(format!("{seed}.gradus")), written(seed)).unwrap();
    }
    let (rubric, _) = reference();
    let mut scorer = Scorer::new(&rubric);
    let pool = store().gather(&[folder.path().to_owned()], 2, READING, Lang::En.words(), &mut |_| {}).unwrap();
    assert_eq!((pool.rows.len(), pool.left.len()), (60, 0));
    for row in &pool.rows {
        let bytes = written(row.id().number() as u64);
        let assessment = crate::store::assessment_in(&bytes).unwrap();
        let exact = measured(&rubric, &assessment);
        let fast = scorer.measured(&row.sheet, pool.codes(&row.sheet));
        assert_eq!((&exact.overall, &exact.dimensions, &exact.areas), (&fast.overall, &fast.dimensions, &fast.areas));
        assert_eq!((&exact.lenses, exact.balance), (&fast.lenses, fast.balance));
        let (share, _) = scorer.shares(&row.sheet, pool.codes(&row.sheet));
        assert_eq!(share.is_some(), exact.overall.node.completeness.is_some());
        let close = |a: f64, b: f64| (a - b).abs() < 1e-12;
        assert!(close(share.unwrap_or(0.0), exact.overall.node.completeness.unwrap_or(0.0)));
    }
}
