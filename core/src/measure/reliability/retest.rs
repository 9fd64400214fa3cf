//! Which assessments are a second look at the same organisation (methods §3.5).

use crate::assessment::row::{Row, sort};
use crate::measure::cohort::{Scorer, is_complete};
use crate::rubric::Rubric;

const DAY: i64 = 86_400_000;
/// Earlier, people remember what they said; later, the organisation has changed.
const APART: std::ops::RangeInclusive<i64> = 14 * DAY..=42 * DAY;

/// For each organisation the first two assessments of the rubric at `model` that were changed last
/// two to six weeks apart and are complete enough, in the order of organisations.
pub fn retests<'c>(
    mut rows: Vec<Row>,
    model: usize,
    rubric: &Rubric,
    codes: &dyn Fn(&Row) -> &'c [u8],
) -> Vec<[Row; 2]> {
    rows.retain(|row| usize::from(row.sheet.model) == model);
    // Of copies the one that was changed last speaks.
    sort(&mut rows, &|a, b| a.id.cmp(&b.id).then(b.changed.cmp(&a.changed)).then_with(|| codes(b).cmp(codes(a))));
    rows.dedup_by_key(|row| row.id);
    let moment = |row: &Row| (row.organisation, row.changed, row.id);
    sort(&mut rows, &|a, b| moment(a).cmp(&moment(b)));
    let mut scorer = Scorer::new(rubric);
    let mut is_whole = |row: &Row| is_complete(scorer.shares(&row.sheet, codes(row)).0);
    let mut found = Vec::<[Row; 2]>::new();
    for organisation in rows.chunk_by(|a, b| a.organisation == b.organisation).filter(|o| o.len() > 1) {
        let whole: Vec<Row> = organisation.iter().filter(|row| is_whole(row)).copied().collect();
        let pair = whole.windows(2).find(|pair| APART.contains(&(pair[1].changed - pair[0].changed)));
        found.extend(pair.map(|pair| [pair[0], pair[1]]));
    }
    found
}
