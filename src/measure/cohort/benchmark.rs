//! A benchmark that can be handed on: cut points, and no row of anybody.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::cell::{ALL_FROM, Cut, Shown};
use super::position::{Standing, band, percentile_rank};
use super::tallies::Tallies;
use super::summary::Summary;
use super::tally::Tally;
use crate::measure::{Measured, cut};
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
    /// How many organisations were in the pool.
    pub n: u32,
    /// How many organisations a cell had at least.
    pub k: u32,
    /// For `overall`, dimensions and areas by id: how many organisations, and their cut points.
    pub items: BTreeMap<String, (u32, Vec<Cut>)>,
}

impl Benchmark {
    /// The cut points of a pool's whole; `None` if they may not be told.
    pub fn of(summary: &Summary) -> Option<Self> {
        let (cell, n, k) = (summary.cells.first()?, summary.n?, summary.k?);
        (!cell.overall.cuts.is_empty()).then_some(())?;
        let rubric = summary.rubric;
        let item = |id: String, shown: &Shown| Some((id, (shown.n?, shown.cuts.clone())));
        let mut items: BTreeMap<_, _> = item(OVERALL.to_owned(), &cell.overall).into_iter().collect();
        items.extend(rubric.dimensions.iter().zip(&cell.dimensions).filter_map(|(d, s)| item(d.id.to_string(), s)));
        items.extend(rubric.areas.iter().zip(&cell.areas).filter_map(|(a, s)| item(a.id.to_string(), s)));
        Some(Self { rubric: rubric.id.clone(), version: rubric.version, n, k, items })
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
            "organisations": self.n,
            "k": self.k,
            "items": self.items.iter().map(item).collect::<Map<_, _>>(),
        })
    }

    /// Reads the file; `None` if it is none.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let json: Value = serde_json::from_slice(bytes).ok()?;
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
        let rubric = json.get("rubric")?;
        Some(Self {
            rubric: Id::new(rubric.get("id")?.as_str()?)?,
            version: Version::parse(rubric.get("version")?.as_str()?)?,
            n: number(json.get("organisations"))?,
            k: number(json.get("k"))?,
            items: json.get("items")?.as_object()?.iter().map(item).collect::<Option<_>>()?,
        })
    }

    /// Whether results of a rubric can be held against it: the same rubric and major version.
    pub fn fits(&self, rubric: &Rubric) -> bool {
        self.rubric == rubric.id && self.version.major == rubric.version.major
    }

    /// Where a result stands: the whole, then dimensions and areas in the rubric's order; `None`
    /// where it has no score or the others may not be told. Scores are cut to a tenth like the cut
    /// points, so that nobody stands above a number that looks the same. With the pool itself a
    /// large one also gives the exact rank.
    pub fn standings(&self, rubric: &Rubric, measured: &Measured, pool: Option<&Tallies>) -> Vec<Option<Standing>> {
        let standing = |id: &str, score: Option<f64>, tally: Option<&Tally>| {
            let (n, cuts) = self.items.get(id)?;
            let score = score?;
            let rank = tally.filter(|_| *n >= ALL_FROM).and_then(|tally| {
                let all = tally.sorted();
                let (below, equal) = all.around(score);
                Some((percentile_rank(below, equal, all.n())?, equal))
            });
            (!cuts.is_empty()).then(|| Standing { score, band: band(cuts, cut(score)), rank })
        };
        let overall = standing(OVERALL, measured.overall.node.score(), pool.map(|p| &p.overall));
        let dimensions = rubric.dimensions.iter().zip(&measured.dimensions).enumerate();
        let areas = rubric.areas.iter().zip(&measured.areas).enumerate();
        let dimensions = dimensions
            .map(|(i, (d, node))| standing(d.id.as_str(), node.score(), pool.and_then(|p| p.dimensions.get(i))));
        let areas =
            areas.map(|(i, (a, node))| standing(a.id.as_str(), node.score(), pool.and_then(|p| p.areas.get(i))));
        std::iter::once(overall).chain(dimensions).chain(areas).collect()
    }
}
