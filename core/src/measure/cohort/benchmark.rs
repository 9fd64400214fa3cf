//! A benchmark that can be handed on: cut points, and no row of anybody.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::cell::{ALL_FROM, Cut, QUARTILES_FROM, Shown};
use super::position::{Position, Positions, Standing, band, percentile_rank};
use super::summary::Summary;
use super::tallies::Tallies;
use super::tally::Tally;
use crate::measure::{Measured, cut};
use crate::order;
use crate::rubric::{Id, Rubric, Version};

/// The version of the file.
const FORMAT: u64 = 1;
/// The id of the whole among the items.
pub const OVERALL: &str = "overall";

/// Cut points of a pool.
#[derive(Clone, Debug, PartialEq)]
pub struct Benchmark {
    /// The rubric.
    pub rubric: Id,
    /// Its version.
    pub version: Version,
    /// The day on which it was made; files of earlier versions do not say.
    pub made: Option<Box<str>>,
    /// How many organisations were in the pool.
    pub n: u32,
    /// How many organisations a cell had at least.
    pub k: u32,
    /// For `overall`, dimensions and areas by id: how many organisations, and their cut points.
    pub items: BTreeMap<String, (u32, Vec<Cut>)>,
}

impl Benchmark {
    /// The cut points of a pool's whole on a day such as `2026-11-22`; `None` if they may not be told.
    pub fn of(summary: &Summary, day: &str) -> Option<Self> {
        let (cell, n, k) = (summary.cells.first()?, summary.n?, summary.k?);
        (!cell.overall.cuts.is_empty()).then_some(())?;
        let rubric = summary.rubric;
        let item = |id: String, shown: &Shown| Some((id, (shown.n?, shown.cuts.clone())));
        let mut items: BTreeMap<_, _> = order::gathered(item(OVERALL.to_owned(), &cell.overall));
        items.extend(rubric.dimensions.iter().zip(&cell.dimensions).filter_map(|(d, s)| item(d.id.to_string(), s)));
        items.extend(rubric.areas.iter().zip(&cell.areas).filter_map(|(a, s)| item(a.id.to_string(), s)));
        Some(Self { rubric: rubric.id.clone(), version: rubric.version, made: Some(day.into()), n, k, items })
    }

    /// The file.
    pub fn to_json(&self) -> Value {
        let item = |(id, (n, cuts)): (&String, &(u32, Vec<Cut>))| {
            let cuts: Vec<Value> = cuts.iter().map(|(percent, score)| json!([percent, score])).collect();
            (id.clone(), json!({ "n": n, "cuts": cuts }))
        };
        json!({
            "gradus_benchmark": FORMAT,
            "rubric": { "id": self.rubric.as_str(), "version": self.version.to_string() },
            "made": self.made,
            "organisations": self.n,
            "k": self.k,
            "items": Value::Object(order::gathered(self.items.iter().map(item))),
        })
    }

    /// Reads the file; `None` if it is none.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        let json: Value = serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(text)).ok()?;
        (json.get("gradus_benchmark")?.as_u64()? == FORMAT).then_some(())?;
        let number = |value: Option<&Value>| value?.as_u64().and_then(|n| u32::try_from(n).ok());
        let item = |(id, item): (&String, &Value)| {
            let cut = |cut: &Value| {
                let percent = u8::try_from(cut.get(0)?.as_u64()?).ok().filter(|p| (1..100).contains(p))?;
                Some((percent, cut.get(1)?.as_f64().filter(|x| x.is_finite())?))
            };
            let cuts: Vec<Cut> = item.get("cuts")?.as_array()?.iter().map(cut).collect::<Option<_>>()?;
            let is_rising = cuts.windows(2).all(|c| c[0].0 < c[1].0 && c[0].1 <= c[1].1);
            is_rising.then_some(())?;
            Some((id.clone(), (number(item.get("n"))?, cuts)))
        };
        let items: Option<Vec<_>> = json.get("items")?.as_object()?.iter().map(item).collect();
        let rubric = json.get("rubric")?;
        Some(Self {
            rubric: Id::new(rubric.get("id")?.as_str()?)?,
            version: Version::parse(rubric.get("version")?.as_str()?)?,
            made: match json.get("made") {
                None | Some(Value::Null) => None,
                Some(day) => Some(day.as_str().filter(|day| is_day(day))?.into()),
            },
            n: number(json.get("organisations"))?,
            k: number(json.get("k"))?,
            items: order::gathered(items?),
        })
    }

    /// Whether results of a rubric can be held against it: the same rubric and major version.
    pub fn fits(&self, rubric: &Rubric) -> bool {
        self.rubric == rubric.id && self.version.major == rubric.version.major
    }

    /// Fewer organisations with a score than this have no cut points.
    pub fn least(&self) -> u32 {
        QUARTILES_FROM.max(self.k)
    }

    /// The score at a percentile, of the dimension or area of this id.
    pub fn at(&self, id: &str, percent: u8) -> Option<f64> {
        let (_, cuts) = self.items.get(id)?;
        cuts.iter().find(|(p, _)| *p == percent).map(|(_, score)| *score)
    }

    /// Where a result stands. Scores are cut to a tenth like the cut points, so that nobody stands
    /// above a number that looks the same. With the pool itself a large one also gives the exact rank.
    pub fn positions(&self, rubric: &Rubric, measured: &Measured, pool: Option<&Tallies>) -> Positions {
        let position = |id: &str, score: Option<f64>, tally: Option<&Tally>| {
            let Some(score) = score else { return Position::NoScore };
            let Some((n, cuts)) = self.items.get(id).filter(|(_, cuts)| !cuts.is_empty()) else {
                return Position::NotTold;
            };
            let rank = tally.filter(|_| *n >= ALL_FROM).and_then(|tally| {
                let all = tally.sorted();
                let (below, equal) = all.around(score);
                Some((percentile_rank(below, equal, all.n())?, equal))
            });
            Position::At(Standing { score, band: band(cuts, cut(score)), rank })
        };
        let dimensions = rubric.dimensions.iter().zip(&measured.dimensions).enumerate();
        let areas = rubric.areas.iter().zip(&measured.areas).enumerate();
        Positions {
            overall: position(OVERALL, measured.overall.node.score(), pool.map(|p| &p.overall)),
            dimensions: dimensions
                .map(|(i, (d, node))| position(d.id.as_str(), node.score(), pool.and_then(|p| p.dimensions.get(i))))
                .collect(),
            areas: areas
                .map(|(i, (a, node))| position(a.id.as_str(), node.score(), pool.and_then(|p| p.areas.get(i))))
                .collect(),
        }
    }
}

/// Whether a text is a day as it is written in the file.
fn is_day(text: &str) -> bool {
    let fits = |(b, shape): (u8, u8)| if shape == b'0' { b.is_ascii_digit() } else { b == shape };
    text.len() == 10 && text.bytes().zip(*b"0000-00-00").all(fits)
}
