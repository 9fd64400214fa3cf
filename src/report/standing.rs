//! Where one assessment stands among others, item by item.

use serde_json::{Value, json};

use super::Report;
use super::marks::{Markdown, first};
use crate::lang::Lang;
use crate::measure::cohort::{Benchmark, OVERALL, Position, Positions, Tallies};
use crate::measure::say::peers;
use crate::measure::{Measured, shown};
use crate::rubric::{Id, Rubric, Text};

/// The place of one dimension or area, or of the whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// `overall`, or an id of the rubric.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub position: Position,
}

/// Where a result stands among those of a benchmark, ready to be printed.
#[derive(Clone, Debug, PartialEq)]
pub struct PeersPart {
    /// Who the others are, when they were counted, and what of them is not told.
    pub notes: Vec<String>,
    /// Where the whole stands, in words.
    pub overall: String,
    /// The whole, then dimensions and areas.
    pub lines: Vec<Line>,
    /// Organisations in the benchmark.
    pub n: u32,
    /// Fewer organisations than this were not told of.
    pub k: u32,
    /// The day on which it was made.
    pub made: Option<Box<str>>,
}

impl PeersPart {
    /// Holds a result against a benchmark; with the pool that it was made of, also by exact rank.
    pub fn new(
        benchmark: &Benchmark,
        rubric: &Rubric,
        measured: &Measured,
        pool: Option<&Tallies>,
        lang: Lang,
    ) -> Self {
        let positions = benchmark.positions(rubric, measured, pool);
        let notes = peers::others(benchmark, &positions, lang);
        let lines = lines(rubric, &positions, lang);
        let overall = peers::position(&positions.overall, lang);
        Self { notes, overall, lines, n: benchmark.n, k: benchmark.k, made: benchmark.made.clone() }
    }

    /// The place of an item in a few columns; empty where there is none.
    pub fn band(&self, id: &str) -> String {
        let line = self.lines.iter().find(|line| line.id == id);
        line.and_then(|line| line.position.standing()).map_or_else(String::new, peers::band)
    }

    /// A row for each item that has a score: its name, its score as it is shown, its place in words.
    pub fn rows(&self, lang: Lang) -> impl Iterator<Item = [String; 3]> {
        let row = move |line: &Line| {
            let score = line.position.standing().map_or_else(String::new, |s| shown(s.score));
            [line.name.clone(), score, peers::position(&line.position, lang)]
        };
        self.lines.iter().filter(|line| line.position != Position::NoScore).map(row)
    }

    /// Everything for programs.
    pub fn members(&self) -> [(String, Value); 2] {
        let benchmark = json!({ "organisations": self.n, "k": self.k, "made": self.made });
        [("position".to_owned(), self.lines.iter().map(json).collect()), ("benchmark".to_owned(), benchmark)]
    }
}

/// The places below a heading of the second depth.
pub(super) fn markdown(md: &mut Markdown, part: &PeersPart, lang: Lang) {
    let words = lang.words();
    md.list(part.notes.iter().map(|note| first(note)));
    md.table([words.cohort.head_name, words.report.score, words.report.place], part.rows(lang));
}

impl Report<'_> {
    /// The same report, held against others. The benchmark is of its rubric.
    #[must_use]
    pub fn among(mut self, benchmark: &Benchmark) -> Self {
        let part = PeersPart::new(benchmark, self.rubric, self.measured, None, self.lang);
        self.headline.figure.place = part.band(OVERALL);
        for figure in self.groups.iter_mut().flat_map(|g| std::iter::once(&mut g.dimension).chain(&mut g.areas)) {
            figure.place = part.band(&figure.id);
        }
        self.peers = Some(part);
        self
    }
}

fn lines(rubric: &Rubric, positions: &Positions, lang: Lang) -> Vec<Line> {
    let overall = (OVERALL.to_owned(), lang.words().cohort.overall.to_owned());
    let named = |id: &Id, name: &Text| (id.to_string(), format!("{id} {}", name.get(lang)));
    let dimensions = rubric.dimensions.iter().map(|d| named(&d.id, &d.name));
    let areas = rubric.areas.iter().map(|a| named(&a.id, &a.name));
    let names = std::iter::once(overall).chain(dimensions).chain(areas);
    names.zip(positions.all()).map(|((id, name), position)| Line { id, name, position: *position }).collect()
}

/// A place for programs.
pub fn json(line: &Line) -> Value {
    let s = line.position.standing();
    json!({
        "item": line.id,
        "score": s.map(|s| s.score),
        "band": s.map(|s| [s.band.0, s.band.1]),
        "rank": s.and_then(|s| s.rank).map(|(rank, _)| rank),
        "equal": s.and_then(|s| s.rank).map(|(_, equal)| equal),
        "told": line.position != Position::NotTold,
    })
}
