//! What the user wants done: targets, weights and the fate of single steps.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};

use super::{Assessment, Change, Field, ReadyTargets, Thing, Value};
use crate::rubric::Id;
use crate::text::Clean;

/// How far a measure is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MeasureStatus {
    /// Not begun.
    #[default]
    Open,
    /// Begun.
    Doing,
    /// Done; the next assessment shows whether it worked.
    Done,
}

impl MeasureStatus {
    /// All of them, in the order in which a measure goes through them.
    pub const ALL: [Self; 3] = [Self::Open, Self::Doing, Self::Done];

    /// The word in an event and in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Doing => "doing",
            Self::Done => "done",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.as_str() == text)
    }

    /// The one after it; after the last the first.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Open => Self::Doing,
            Self::Doing => Self::Done,
            Self::Done => Self::Open,
        }
    }
}

/// Who does a step until when, and how far it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    /// Who answers for it; may be empty.
    pub owner: Clean,
    /// Until when, as typed; may be empty.
    pub due: Clean,
    /// How far it is.
    pub status: MeasureStatus,
}

impl Measure {
    /// The measure as an event holds it; one that says nothing clears.
    pub fn to_value(&self) -> Value {
        if *self == Self::default() {
            return Value::cleared();
        }
        Value::json(&json!({
            "owner": self.owner.as_str(), "due": self.due.as_str(), "status": self.status.as_str(),
        }))
    }

    /// Reads what an event holds.
    pub(super) fn read(value: &Value) -> Option<Self> {
        let value = value.parse();
        let text = |name: &str| Clean::line(value.get(name).and_then(Json::as_str).unwrap_or_default());
        let status = value.get("status").and_then(Json::as_str).and_then(MeasureStatus::parse);
        value.is_object().then(|| Self { owner: text("owner"), due: text("due"), status: status.unwrap_or_default() })
    }
}

/// Everything that was said about what is to be done. Ids need not be those of the rubric's areas.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Intent {
    /// Targets for all areas; they hold where nothing else is said.
    pub ready: Option<ReadyTargets>,
    /// Level to be reached, by area.
    pub targets: BTreeMap<Id, u8>,
    /// 1 (little) to 5 (much), by area.
    pub importance: BTreeMap<Id, u8>,
    /// 1 (days) to 5 (a year), by area and the level that the step leads to.
    pub efforts: BTreeMap<(Id, u8), u8>,
    /// Wave from 1, by area and the level that the step leads to.
    pub pins: BTreeMap<(Id, u8), u32>,
    /// Areas about which nothing is to be done.
    pub excluded: BTreeSet<Id>,
    /// Owner, date and status, by area and the level that the step leads to.
    pub measures: BTreeMap<(Id, u8), Measure>,
}

impl Assessment {
    /// What the user wants done. A value out of its range counts as not said.
    pub fn intent(&self) -> Intent {
        let mut intent =
            Intent { ready: self.setup(Field::Targets).map(|stored| ReadyTargets::read(&stored)), ..Intent::default() };
        for (thing, event) in self.ledger.all_shown() {
            let number = |from: u32, to: u32| {
                event.is.parse().as_u64().and_then(|n| u32::try_from(n).ok()).filter(|n| (from..=to).contains(n))
            };
            let small = |from, to| number(from, to).map(|n| n as u8);
            match thing {
                Thing::Target(area) => intent.targets.extend(small(0, 255).map(|n| (area.clone(), n))),
                Thing::Importance(area) => intent.importance.extend(small(1, 5).map(|n| (area.clone(), n))),
                Thing::Effort(area, level) => {
                    intent.efforts.extend(small(1, 5).map(|n| ((area.clone(), *level), n)));
                }
                Thing::Pin(area, level) => intent.pins.extend(number(1, 99).map(|n| ((area.clone(), *level), n))),
                Thing::Exclude(area) if event.is.as_json() == "true" => drop(intent.excluded.insert(area.clone())),
                Thing::Measure(area, level) => {
                    intent.measures.extend(Measure::read(&event.is).map(|m| ((area.clone(), *level), m)));
                }
                _ => {}
            }
        }
        intent
    }
}

impl Change {
    /// A number is set, or cleared.
    pub fn number(thing: Thing, number: Option<u32>) -> Self {
        Self::new(thing, number.map_or_else(Value::cleared, |n| Value::json(&json!(n))))
    }

    /// A mark is set, or cleared.
    pub fn flag(thing: Thing, is_set: bool) -> Self {
        Self::new(thing, if is_set { Value::json(&json!(true)) } else { Value::cleared() })
    }
}
