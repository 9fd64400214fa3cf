//! A study of a rubric for people.

use super::ReliabilityReport;
use crate::lang::{ReliabilityWords, fill};
use crate::measure::reliability::{Basis, FEWEST, REPLICATES, Repeated, SEED, Standing};
use crate::measure::say::reliability::{advice, coefficient, estimate, of_dimensions, of_rooms, reason, with_interval};
use crate::measure::shown_percent;
use crate::report::cohort::block::Block;
use crate::rubric::{Construct, Depth};

/// The study as blocks.
pub(super) fn blocks(report: &ReliabilityReport) -> Vec<Block> {
    let (rubric, lang) = (report.rubric, report.lang);
    let words = lang.words();
    let w = &words.reliability;
    let depth = match report.findings.depth {
        Depth::Quick => words.fields.depth_quick,
        Depth::Full => words.fields.depth_full,
    };
    let mut blocks = vec![
        Block::Title(fill(w.title, &[rubric.title.get(lang)])),
        Block::Line(fill(words.cohort.rubric, &[rubric.id.as_str(), &rubric.version.to_string()])),
    ];
    if report.told().is_empty() {
        blocks.push(Block::Line(fill(words.cohort.pool_small, &[&FEWEST.to_string()])));
        return blocks;
    }
    blocks.extend([
        Block::Line(fill(w.pool, &[&report.findings.organisations.to_string(), depth])),
        Block::Line(fill(w.method, &[&REPLICATES.to_string(), &SEED.to_string()])),
    ]);
    let groups = report.findings.dimensions.iter().find_map(|d| d.groups);
    blocks.extend(groups.map(|groups| Block::Line(fill(w.grouped, &[&groups.to_string()]))));
    blocks.extend([Block::Line(w.hint.to_owned()), Block::Heading(w.dimensions), dimensions(report, w)]);
    let meanings = of_dimensions(&report.findings.dimensions, rubric, lang);
    blocks.extend(meanings.into_iter().map(Block::Line));
    blocks.extend([Block::Heading(w.questions), questions(report, w), Block::Heading(w.advice)]);
    blocks.extend(advice(&report.findings.dimensions, rubric, lang).into_iter().map(Block::Line));
    blocks.push(Block::Heading(w.rooms));
    blocks.extend(of_rooms(&report.findings.rooms, lang).into_iter().map(Block::Line));
    blocks.push(Block::Heading(w.repeated));
    again(report, w, &mut blocks);
    blocks
}

fn dimensions(report: &ReliabilityReport, w: &ReliabilityWords) -> Block {
    let head = [w.head_dimension, w.head_construct, w.head_n, w.head_basis, w.head_alpha, w.head_lambda2];
    let rows = report.findings.dimensions.iter().map(|found| {
        let dimension = report.rubric.dimension(found.dimension);
        let construct = match dimension.construct {
            Some(Construct::Reflective) => w.reflective,
            Some(Construct::Formative) => w.formative,
            None => w.undeclared,
        };
        let basis = match found.basis {
            Basis::Listwise => fill(w.listwise, &[&found.complete.to_string()]),
            Basis::Pairwise => fill(w.pairwise, &[&found.rarest_pair.to_string()]),
        };
        vec![
            format!("{} {}", dimension.id, dimension.name.get(report.lang)),
            construct.to_owned(),
            found.rows.to_string(),
            basis,
            estimate(&found.alpha, w),
            estimate(&found.lambda2, w),
        ]
    });
    Block::Table(head.map(str::to_owned).into(), rows.collect())
}

fn questions(report: &ReliabilityReport, w: &ReliabilityWords) -> Block {
    let head = [w.head_question, w.head_n, w.head_item_rest, w.head_without, w.head_unknown, w.head_na];
    let rows = report.findings.dimensions.iter().flat_map(|d| &d.questions).map(|found| {
        let question = report.rubric.question(found.question);
        let area = report.rubric.area(question.area);
        let share = |share: Option<f64>| share.map_or_else(|| "-".to_owned(), |x| format!("{}%", shown_percent(x)));
        let [unknown, not_applicable] = found.tally.shares().map(share);
        vec![
            format!("{} {}", question.id, area.name.get(report.lang)),
            found.tally.rated().to_string(),
            estimate(&found.item_rest, w),
            found.alpha_without.map_or_else(|_| "-".to_owned(), coefficient),
            unknown,
            not_applicable,
        ]
    });
    Block::Table(head.map(str::to_owned).into(), rows.collect())
}

fn again(report: &ReliabilityReport, w: &ReliabilityWords, blocks: &mut Vec<Block>) {
    if report.findings.repeated.iter().all(|found| found.n == 0) {
        blocks.push(Block::Line(w.never_twice.to_owned()));
        return;
    }
    let named = report.rubric.dimensions.iter().zip(&report.findings.repeated);
    let name = |d: &crate::rubric::Dimension| format!("{} {}", d.id, d.name.get(report.lang));
    let row = |name: String, found: &Repeated| {
        let number = |x: Option<f64>| x.map_or_else(|| "-".to_owned(), coefficient);
        let icc = with_interval(found.icc, found.interval, w);
        vec![name, found.n.to_string(), icc, number(found.sem), number(found.sdc)]
    };
    let (few, stated): (Vec<_>, Vec<_>) = named.partition(|(_, found)| found.standing == Standing::TooFew);
    if !stated.is_empty() {
        let head = [w.head_dimension, w.head_n, w.head_icc, w.head_sem, w.head_sdc];
        let rows = stated.iter().map(|(d, found)| row(name(d), found)).collect();
        blocks.push(Block::Table(head.map(str::to_owned).into(), rows));
        blocks.push(Block::Line(w.twice_hint.to_owned()));
    }
    let few = few.iter().map(|(d, found)| fill(w.too_few_twice, &[&name(d), &found.n.to_string()]));
    blocks.extend(few.map(Block::Line));
    let undefined = stated.iter().filter_map(|(d, found)| {
        let why = found.icc.err()?;
        Some(Block::Line(fill(w.undefined, &[&name(d), reason(why, w)])))
    });
    blocks.extend(undefined);
}
