//! A study of a rubric for programs: JSON with everything, CSV with a row for each question.

use serde_json::{Value, json};

use super::ReliabilityReport;
use crate::assessment::depth_word;
use crate::measure::Undefined;
use crate::measure::reliability::{
    Agreement, Estimate, Flag, Interval, OfDimension, OfQuestion, REPLICATES, Repeated, Rooms, SEED, Verdict,
};
use crate::measure::say::reliability::{of_dimension, of_question};
use crate::report::csv::BOM;
use crate::rubric::Construct;
use crate::text::escape_hidden;

/// The version of the JSON.
const FORMAT: u32 = 1;
const COLUMNS: &str = "dimension,question,n,item_rest,low,high,alpha_without,unknown,not_applicable,flags\r\n";

pub(super) fn json(report: &ReliabilityReport) -> Vec<u8> {
    let rubric = report.rubric;
    let dimensions =
        report.told().iter().zip(&report.findings.repeated).map(|(found, again)| dimension(report, found, again));
    let told = json!({
        "gradus_reliability": FORMAT,
        "rubric": { "id": rubric.id.as_str(), "version": rubric.version.to_string() },
        "organisations": (!report.told().is_empty()).then_some(report.findings.organisations),
        "depth": depth_word(report.findings.depth),
        "replicates": REPLICATES,
        "seed": SEED,
        "dimensions": dimensions.collect::<Vec<_>>(),
        "rooms": rooms(&report.findings.rooms),
    });
    let mut text = escape_hidden(&serde_json::to_string_pretty(&told).unwrap_or_default());
    text.push('\n');
    text.into_bytes()
}

/// The votes of workshops; which rooms they were is nowhere told.
fn rooms(found: &Rooms) -> Value {
    json!({
        "rooms": found.rooms,
        "questions": found.units,
        "votes": found.votes,
        "standing": found.standing.as_str(),
        "krippendorff_ordinal": value(found.alpha, Some(found.interval)),
        "verdict": found.alpha.ok().map(|alpha| Agreement::of(alpha).as_str()),
    })
}

fn dimension(report: &ReliabilityReport, found: &OfDimension, again: &Repeated) -> Value {
    let dimension = report.rubric.dimension(found.dimension);
    json!({
        "id": dimension.id.as_str(),
        "construct": dimension.construct.map(Construct::as_str),
        "n": found.rows,
        "complete": found.complete,
        "rarest_pair": found.rarest_pair,
        "basis": found.basis.as_str(),
        "standing": found.standing.as_str(),
        "alpha": estimate(&found.alpha),
        "lambda2": estimate(&found.lambda2),
        "alpha_listwise": value(found.listwise, None),
        "alpha_pairwise": value(found.pairwise, None),
        "drawn_in_groups": found.groups,
        "verdict": found.verdict.map(Verdict::as_str),
        "means": of_dimension(found, report.rubric, report.lang),
        "questions": found.questions.iter().map(|q| question(report, q)).collect::<Vec<_>>(),
        "repeated": {
            "n": again.n,
            "standing": again.standing.as_str(),
            "icc_2_1": value(again.icc, Some(again.interval)),
            "sem": again.sem,
            "sdc": again.sdc,
            "variance_between": again.between,
        },
    })
}

fn question(report: &ReliabilityReport, found: &OfQuestion) -> Value {
    let [unknown, not_applicable] = found.tally.shares();
    json!({
        "id": report.rubric.question(found.question).id.as_str(),
        "n": found.tally.rated(),
        "unknown": unknown,
        "not_applicable": not_applicable,
        "item_rest": estimate(&found.item_rest),
        "alpha_without": value(found.alpha_without, None),
        "flags": found.flags.iter().copied().map(Flag::as_str).collect::<Vec<_>>(),
        "advice": of_question(found, report.rubric, report.lang),
    })
}

fn estimate(found: &Estimate) -> Value {
    value(found.value, Some(found.interval))
}

/// A value, the limits of its interval, and the reasons where they are missing.
fn value(value: Result<f64, Undefined>, interval: Option<Result<Interval, Undefined>>) -> Value {
    let mut told = json!({ "value": value.ok(), "why_not": value.err().map(Undefined::as_str) });
    if let Some(interval) = interval {
        told["low"] = json!(interval.ok().map(|i| i.low));
        told["high"] = json!(interval.ok().map(|i| i.high));
        told["undefined_replicates"] = json!(interval.ok().map(|i| i.undefined));
        told["why_no_interval"] = json!(interval.err().map(Undefined::as_str));
    }
    told
}

pub(super) fn csv(report: &ReliabilityReport) -> String {
    let number = |x: Option<f64>| x.map_or_else(String::new, |x| x.to_string());
    let row = |d: &OfDimension, q: &OfQuestion| {
        let between = q.item_rest.interval.ok();
        let [unknown, not_applicable] = q.tally.shares();
        let flags: Vec<&str> = q.flags.iter().copied().map(Flag::as_str).collect();
        // Ids hold nothing that a CSV would have to quote.
        [
            report.rubric.dimension(d.dimension).id.to_string(),
            report.rubric.question(q.question).id.to_string(),
            q.tally.rated().to_string(),
            number(q.item_rest.value.ok()),
            number(between.map(|i| i.low)),
            number(between.map(|i| i.high)),
            number(q.alpha_without.ok()),
            number(unknown),
            number(not_applicable),
            flags.join(" "),
        ]
        .join(",")
    };
    let rows = report.told().iter().flat_map(|d| d.questions.iter().map(move |q| format!("{}\r\n", row(d, q))));
    // The mark is UTF-8.
    format!("{}{COLUMNS}{}", String::from_utf8_lossy(BOM), rows.collect::<Vec<_>>().concat())
}
