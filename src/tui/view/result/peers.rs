//! Where the numbers of the result stand among other organisations.

use crate::measure::Subject;
use crate::measure::cohort::{Position, Positions};
use crate::measure::say;
use crate::tui::app::{App, Work};

/// The places of an assessment's numbers; none without a benchmark.
pub struct Peers(Option<Positions>);

impl Peers {
    pub fn of(work: &Work) -> Self {
        Self(work.peers.as_ref().map(|benchmark| benchmark.positions(&work.rubric, &work.measured, None)))
    }

    fn position(&self, subject: Subject) -> Option<&Position> {
        let positions = self.0.as_ref()?;
        match subject {
            Subject::Overall => Some(&positions.overall),
            Subject::Dimension(d) => positions.dimensions.get(d.0),
            Subject::Area(a) => positions.areas.get(a.0),
            // A benchmark knows of nothing else.
            _ => None,
        }
    }

    /// Columns that a place takes with the gap before it; none where there are no others.
    pub const fn columns(&self) -> usize {
        if self.0.is_some() { " P25-50".len() } else { 0 }
    }

    /// The place of a number in a few columns; empty where there is none.
    pub fn band(&self, subject: Subject) -> String {
        self.position(subject).and_then(Position::standing).map_or_else(String::new, say::peers::band)
    }

    /// Where the number under the cursor stands, who the others are, and what of them is not told.
    pub fn line(&self, app: &App, work: &Work) -> Option<String> {
        let others = say::peers::others(work.peers.as_ref()?, self.0.as_ref()?, app.lang);
        let focus = app.result.focus;
        let place = self.position(focus).map_or_else(String::new, |p| say::peers::position(p, app.lang));
        let name = say::name(&work.rubric, focus, app.lang);
        let place = (!place.is_empty()).then(|| format!("{name}{}{place}", app.words().report.colon));
        Some(place.into_iter().chain(others).collect::<Vec<_>>().join(" · "))
    }
}
