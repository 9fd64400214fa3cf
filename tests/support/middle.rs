//! Every screen in the middle of its work, so that each of its keys has something to do.

#![allow(dead_code, reason = "each test file uses its part")]

use gradus::assessment::{Change, Field, Mode, Thing};
use gradus::lang::Lang;
use gradus::rubric::Id;
use gradus::tui::app::News;
use gradus::tui::keys::Place;

use super::stage::{Stage, entry, now};

/// Answers that leave something to do: gaps, evidence that is missing, a question not known.
const ANSWERS: &str = "N1.1=3 N2.1=2+partly N3.1=2 N4.1=2 N5.1=1+mostly N6.1=3 R1.1=3 R2.1=2 R3.1=4 R4.1=3 \
    R5.1=2 O1.1=2 O2.1=1 O3.1=unknown O4.1=1 O5.1=2 O6.1=2 A1.1=4 A2.1=3 A3.1=4 A4.1=3 A5.1=3";

/// A screen in the middle of its work: the cursor is neither first nor last.
pub fn at(place: Place, lang: Lang, is_read_only: bool) -> Stage {
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
        work.read_only = Some(gradus::text::Clean::line("READ ONLY"));
    }
    let keys = match place {
        Place::Home => "",
        Place::Setup => "S<Down><Down><Down><Down><Down>",
        Place::Ask => "]bb<Down><Down>",
        Place::Review => "r<Down>",
        Place::Result => "v<Down><Down><Right>",
        Place::Why => "vy<Down>",
        Place::Plan => "vp<Down><Down>",
        Place::Trend => "vt",
        Place::Agenda => "W<Down><Down>",
        Place::Raters => "Wr<Down>",
        Place::Room => "W<Enter>",
        Place::Cover => "W<Enter><Enter>",
        Place::Ballot => "W<Enter><Enter><Enter>",
        Place::Conflict | Place::Upgrade | Place::Study | Place::Preview => {
            panic!("{place:?} needs a file from elsewhere")
        }
    };
    stage.keys(keys);
    if place == Place::Home {
        stage.app.work = None;
        stage.app.place = Place::Home;
        let list = ["One", "Two", "Three"].map(|subject| entry(subject, 3, Some(2)));
        stage.app.told(News::Listed(list.into()));
        stage.keys("<Down>");
    }
    stage.effects.clear();
    stage
}

/// The places that a walk reaches without a file from elsewhere.
pub const REACHED: [Place; 12] = [
    Place::Home,
    Place::Setup,
    Place::Ask,
    Place::Review,
    Place::Result,
    Place::Why,
    Place::Plan,
    Place::Agenda,
    Place::Raters,
    Place::Room,
    Place::Cover,
    Place::Ballot,
];
