//! Who may be in a pool: one row for each organisation, complete enough, of one rubric (methods §3.1, §4.3).

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

use super::scorer::Scorer;
use crate::assessment::row::{HalfYear, Row, sort};
use crate::measure::at_least;
use crate::measure::score::limits_scope;
use crate::rubric::{Id, Rubric};

/// What is asked of a row.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// The rubric; without it the one that most rows answer.
    pub rubric: Option<Id>,
    /// The first and the last half year; without them all.
    pub period: Option<(HalfYear, HalfYear)>,
}

/// Why a row is not in the pool; the first that fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Another copy of the same assessment is in, or was looked at: the one changed last.
    Copy,
    /// It answers another rubric.
    OtherRubric,
    /// It answers another major version.
    OtherVersion,
    /// It was changed last at another time.
    OtherPeriod,
    /// Too little is answered.
    Incomplete,
    /// Too much is marked not applicable.
    NotApplicable,
    /// A later assessment of the same organisation is in.
    Earlier,
}

impl Reason {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 7] = [
        Self::Copy,
        Self::OtherRubric,
        Self::OtherVersion,
        Self::OtherPeriod,
        Self::Incomplete,
        Self::NotApplicable,
        Self::Earlier,
    ];

    /// The word in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Copy => "copy",
            Self::OtherRubric => "other_rubric",
            Self::OtherVersion => "other_version",
            Self::OtherPeriod => "other_period",
            Self::Incomplete => "incomplete",
            Self::NotApplicable => "mostly_not_applicable",
            Self::Earlier => "earlier_of_the_same",
        }
    }
}

/// How many rows are out, by reason.
pub type Left = BTreeMap<Reason, u32>;

/// The rows of a pool.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Those that are in, in the order of their ids.
    pub rows: Vec<Row>,
    /// Those of the rubric and period that are not in, without earlier ones of the same
    /// organisation and half year; in the order of their ids.
    pub others: Vec<Row>,
    /// How many are out, by reason.
    pub left: Left,
    /// The place of the rubric version that gives names and scale; `None` if there is no row.
    pub model: Option<usize>,
    /// A number for each organisation that tells nobody its name: the first half of the smallest id
    /// among its assessments here.
    aliases: HashMap<u64, u64>,
}

impl Selection {
    /// The number that stands for the organisation of a row.
    pub fn alias(&self, row: &Row) -> u64 {
        self.aliases.get(&row.organisation).copied().unwrap_or(row.id[0])
    }

    /// How many rows share their sector, size class and half year with fewer than `k` in all: whoever knows
    /// those of an organisation may recognise it among the rows (methods §4.3).
    pub fn recognisable(&self, k: u32) -> u32 {
        let mut alike: BTreeMap<(u32, HalfYear), u32> = BTreeMap::new();
        for row in self.rows.iter().chain(&self.others) {
            *alike.entry((row.sheet.stratum, HalfYear::of(row.changed))).or_default() += 1;
        }
        alike.into_values().filter(|n| *n < k).sum()
    }

    /// The rows that are in and the others, in the order of their ids; `true` for those that are in.
    pub fn in_order(&self) -> impl Iterator<Item = (&Row, bool)> {
        let (mut rows, mut others) = (self.rows.iter().peekable(), self.others.iter().peekable());
        std::iter::from_fn(move || match (rows.peek(), others.peek()) {
            (Some(row), Some(other)) if other.id < row.id => Some((others.next()?, false)),
            (None, Some(_)) => Some((others.next()?, false)),
            _ => Some((rows.next()?, true)),
        })
    }
}

/// Chooses the rows. `models` are the rubrics by the rows' places and `codes` gives a row's answers.
pub fn select<'c>(
    mut rows: Vec<Row>,
    models: &[&Rubric],
    codes: &dyn Fn(&Row) -> &'c [u8],
    rules: &Rules,
) -> Selection {
    let mut left = Left::new();
    let count = |left: &mut Left, reason: Reason, n: usize| {
        if n > 0 {
            *left.entry(reason).or_default() += n as u32;
        }
    };
    let before = rows.len();
    sort(&mut rows, &|a, b| {
        // Of copies that were changed at the same moment any rule does that knows no order of files.
        let of_copies = || {
            let latest_first = b.changed.cmp(&a.changed);
            latest_first.then_with(|| codes(b).cmp(codes(a))).then(b.organisation.cmp(&a.organisation))
        };
        by_id(a, b).then_with(of_copies)
    });
    rows.dedup_by_key(|row| row.id);
    count(&mut left, Reason::Copy, before - rows.len());

    let Some(model) = prevailing(&rows, models, rules.rubric.as_ref()) else {
        count(&mut left, Reason::OtherRubric, rows.len());
        return Selection { left, ..Selection::default() };
    };
    let wanted = models[model];
    rows.retain(|row| {
        let rubric = models[usize::from(row.sheet.model)];
        let is_of_time = |(from, to): (HalfYear, HalfYear)| (from..=to).contains(&HalfYear::of(row.changed));
        let reason = if rubric.id != wanted.id {
            Reason::OtherRubric
        } else if rubric.version.major != wanted.version.major {
            Reason::OtherVersion
        } else if !rules.period.is_none_or(is_of_time) {
            Reason::OtherPeriod
        } else {
            return true;
        };
        count(&mut left, reason, 1);
        false
    });

    let mut scorers: Vec<Option<Scorer>> = models.iter().map(|_| None).collect();
    let latest_first = |a: &Row, b: &Row| b.changed.cmp(&a.changed).then_with(|| by_id(a, b));
    sort(&mut rows, &|a, b| a.organisation.cmp(&b.organisation).then_with(|| latest_first(a, b)));
    // The latest that is complete enough stands for its organisation.
    let (mut inside, mut last) = (None, None);
    let (mut others, mut aliases) = (Vec::<Row>::new(), HashMap::new());
    rows.retain(|row| {
        match last.filter(|last: &Row| last.organisation == row.organisation) {
            None => inside = None,
            // Only of those with several assessments is a number kept.
            Some(last) => {
                let alias = aliases.entry(row.organisation).or_insert(last.id[0]);
                *alias = row.id[0].min(*alias);
            }
        }
        last = Some(*row);
        let place = usize::from(row.sheet.model);
        let scorer = scorers[place].get_or_insert_with(|| Scorer::new(models[place]));
        let half = HalfYear::of(row.changed);
        let is_same = |r: &Row| r.organisation == row.organisation && HalfYear::of(r.changed) == half;
        let (completeness, not_applicable) = scorer.shares(&row.sheet, codes(row));
        let reason = if inside.is_some() {
            Reason::Earlier
        } else if !is_complete(completeness) {
            Reason::Incomplete
        } else if limits_scope(not_applicable) {
            Reason::NotApplicable
        } else {
            inside = Some(half);
            // It also stands for what was begun later in the same half year.
            others.pop_if(|r| is_same(r));
            return true;
        };
        if inside != Some(half) && !others.last().is_some_and(is_same) {
            others.push(*row);
        }
        count(&mut left, reason, 1);
        false
    });
    sort(&mut rows, &by_id);
    sort(&mut others, &by_id);
    Selection { rows, others, left, model: Some(model), aliases }
}

/// By the numbers of assessments: two halves are seldom the same, so that mostly one comparison does.
fn by_id(a: &Row, b: &Row) -> Ordering {
    a.id[0].cmp(&b.id[0]).then_with(|| a.id[1].cmp(&b.id[1]))
}

/// Whether enough of the weight is answered to count among others (methods §4.3).
pub(in crate::measure) fn is_complete(completeness: Option<f64>) -> bool {
    completeness.is_some_and(|share| at_least(share, 0.8))
}

/// The place of the rubric version that most rows answer, of the rubric and major version that most answer.
fn prevailing(rows: &[Row], models: &[&Rubric], wanted: Option<&Id>) -> Option<usize> {
    let mut of_version = vec![0_u32; models.len()];
    for row in rows {
        of_version[usize::from(row.sheet.model)] += 1;
    }
    let is_wanted = |place: &usize| of_version[*place] > 0 && wanted.is_none_or(|id| models[*place].id == *id);
    let of_major = |place: usize| -> u32 {
        let major = |r: &Rubric| (r.id.clone(), r.version.major);
        let same = (0..models.len()).filter(|p| major(models[*p]) == major(models[place]));
        same.map(|p| of_version[p]).sum()
    };
    // Ties go to the later version, then to the id that comes first; a shipped rubric has one hash.
    (0..models.len()).filter(is_wanted).max_by(|a, b| {
        let key = |p: usize| (of_major(p), of_version[p], models[p].version);
        key(*a).cmp(&key(*b)).then_with(|| models[*b].id.cmp(&models[*a].id))
    })
}
