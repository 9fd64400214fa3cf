//! Every screen in the middle of its work, so that each of its keys has something to do.

#![allow(dead_code, reason = "each test file uses its part")]

use std::sync::{Arc, LazyLock};

use gradus::assessment::{Answer, Change, Event, Field, Mode, RubricRef, Thing, Value};
use gradus::lang::Lang;
use gradus::measure::reliability::Findings;
use gradus::measure::trend::Standing;
use gradus::rubric::check::{Finding, check};
use gradus::rubric::{Id, Rubric, SHIPPED};
use gradus::text::Clean;
use gradus::tui::app::{News, Offer, Previewed, Reading};
use gradus::tui::keys::Place;

use super::findings::findings;
use super::stage::{Stage, elsewhere, entry, fresh, icp, now};

/// What is found in the shipped rubric, and what forty organisations show of it: to look takes longer than all
/// else here.
static FOUND: LazyLock<Vec<Finding>> = LazyLock::new(|| check(SHIPPED[0].json.as_bytes()));
static STUDIED: LazyLock<Findings> = LazyLock::new(|| findings(40));

/// Answers that leave something to do: gaps, evidence that is missing, a question not known.
const ANSWERS: &str = "N1.1=3 N2.1=2+partly N3.1=2 N4.1=2 N5.1=1+mostly N6.1=3 R1.1=3 R2.1=2 R3.1=4 R4.1=3 \
    R5.1=2 O1.1=2 O2.1=1 O3.1=unknown O4.1=1 O5.1=2 O6.1=2 A1.1=4 A2.1=3 A3.1=4 A4.1=3 A5.1=3";

/// A screen in the middle of its work: the cursor is neither first nor last.
pub fn at(place: Place, lang: Lang, is_read_only: bool) -> Stage {
    let mut stage = match place {
        Place::Home => listed(lang),
        Place::Study => studied(lang),
        Place::Preview => previewed(lang),
        Place::Upgrade => offered(lang),
        _ => walked(place, lang, is_read_only),
    };
    stage.effects.clear();
    stage
}

fn walked(place: Place, lang: Lang, is_read_only: bool) -> Stage {
    let mut stage = Stage::answered(lang, 80, 24, ANSWERS);
    let mode = match place {
        Place::Agenda | Place::Raters | Place::Room | Place::Cover | Place::Ballot => Mode::Workshop,
        _ => Mode::Interview,
    };
    let work = stage.app.work.as_mut().unwrap();
    let ids = ["a", "b", "c"].map(|id| Id::new(id).unwrap());
    let mut changes = vec![Change::text(Thing::Setup(Field::Mode), mode.as_str())];
    if mode == Mode::Workshop {
        changes.extend(ids.iter().map(|id| Change::rater(id, id.as_str(), "", None)));
    }
    work.record_several(changes, now(), &mut Vec::new());
    if is_read_only {
        work.read_only = Some(Clean::line("READ ONLY"));
    }
    let keys = match place {
        Place::Setup => "S<Down><Down><Down><Down><Down>",
        Place::Ask => "]bb<Down><Down>",
        Place::Review => "r<Down>",
        Place::Conflict => "C<Down>",
        Place::Result => "v<Down><Down><Right>",
        Place::Why => "vy<Down>",
        Place::Plan => "vp<Down><Down>",
        Place::Trend => "vt",
        Place::Agenda => "W<Down><Down>",
        Place::Raters => "Wr<Down>",
        Place::Room => "W<Enter>",
        Place::Cover => "W<Enter><Enter>",
        Place::Ballot => "W<Enter><Enter><Enter>",
        Place::Home | Place::Upgrade | Place::Study | Place::Preview => unreachable!("{place:?} is no part of a walk"),
    };
    if place == Place::Conflict {
        stage.app.told(News::Arrived(disputes()));
    }
    stage.keys(keys);
    if place == Place::Trend {
        // As many changes as there are answers.
        let [low, high] = ["=1", "=4"].map(|level| ANSWERS.replace("=3", level).replace("=2", level));
        let earlier = ["A1.1=3", &low, &high];
        let standing = |answers: &str| {
            let work = Stage::answered(lang, 80, 24, answers).app.work.unwrap();
            Standing::new(work.rubric, &work.assessment)
        };
        stage.app.told(News::Others(earlier.map(standing).into()));
        stage.keys("<Left>");
    }
    stage
}

/// Two answers and between them a note, of which there are three versions too long for the screen.
fn disputes() -> Vec<Event> {
    let id = |question: &str| Id::new(question).unwrap();
    let level = || Answer::Level { value: 5.0, toward: None }.to_value();
    let note = |said: &str| Value::text(&said.repeat(200));
    let said = |by: &str, thing: Thing, is: Value| elsewhere(&format!("{by}.1"), by, 3, thing, is);
    vec![
        said("li", Thing::Answer(id("N1.1")), level()),
        said("wang", Thing::Note(id("N3.1")), note("one ")),
        said("zhao", Thing::Note(id("N3.1")), note("two ")),
        said("qian", Thing::Note(id("N3.1")), note("three ")),
        said("sun", Thing::Answer(id("R3.1")), level()),
    ]
}

fn listed(lang: Lang) -> Stage {
    let mut stage = Stage::new(lang, 80, 24);
    let list = ["One", "Two", "Three"].map(|subject| entry(subject, 3, Some(2)));
    stage.app.told(News::Listed(list.into()));
    stage.keys("<Down>");
    stage
}

/// Many lines of what assessments of this computer show.
fn studied(lang: Lang) -> Stage {
    let mut stage = listed(lang);
    stage.keys("R");
    stage.app.told(News::Studied(Reading::Done(Box::new(((*icp()).clone(), STUDIED.clone())))));
    stage.keys("<PageDown>");
    stage
}

/// A rubric file that is being written, with findings.
fn previewed(lang: Lang) -> Stage {
    let mut stage = Stage::new(lang, 80, 24);
    stage.app.told(News::Previewed(Box::new(Previewed {
        rubric: Some((*icp()).clone()),
        findings: FOUND.clone(),
        path: Clean::line("own.json"),
        at: now(),
    })));
    stage.keys("3<Enter>2<Enter><Down>");
    stage
}

/// A newer version of the rubric, which changes what every question is.
fn offered(lang: Lang) -> Stage {
    let [old, new]: [&[u8]; 2] =
        [include_bytes!("../data/models/versions-1.json"), include_bytes!("../data/models/versions-2.json")];
    let [old, new] = [old, new].map(|file| Arc::new(Rubric::read(file).unwrap()));
    let mut work = fresh(Arc::clone(&old), "East Steel");
    for question in &old.questions {
        let answer = Answer::parse("2", &old, question).unwrap();
        work.record(Change::answer(&question.id, Some(&answer)), now(), &mut Vec::new());
    }
    let version = Clean::line(&new.version.to_string());
    let reference = RubricRef { id: new.id.clone(), version, sha256: "ab".repeat(32).into() };
    let steps = work.assessment.upgrade(&old, &new).unwrap();
    let mut stage = Stage::new(lang, 80, 24);
    stage.app.told(News::Opened(Box::new(work), Vec::new()));
    stage.app.told(News::Offered(Box::new(Offer { rubric: new, reference, embed: None, steps, cursor: 0 })));
    stage.keys("U<Down>");
    stage
}
