//! How the numbers come about, and what they would be if counted otherwise.

use crate::assessment::Assessment;
use crate::lang::{Lang, ReportWords, fill};
use crate::measure::{Measured, Reply, measure, say, shown, shown_percent, supported, variants};
use crate::rubric::{LevelRule, NaPolicy, OverallRule, Per, Rubric};

/// The rules of the rubric in sentences.
pub(super) fn sentences(rubric: &Rubric, lang: Lang) -> Vec<String> {
    let w = &lang.words().report;
    let mut sentences = vec![w.score_mean.to_owned(), level_rule(rubric, w)];
    if !rubric.toward.is_empty() {
        let credit = |c: &crate::rubric::Credit| format!("{} {}", say::credit(&c.id, lang), say::value(c.value));
        let credits: Vec<String> = rubric.toward.iter().map(credit).collect();
        sentences.push(fill(w.credit, &[&credits.join(w.comma)]));
    }
    sentences.push(rubric.overall_rule.as_ref().map_or_else(|| w.overall_none.to_owned(), |r| overall(rubric, r, w)));
    sentences.push(fill(w.completeness, &[&shown_percent(rubric.min_completeness)]));
    sentences.extend(rubric.headline_completeness.map(|c| fill(w.headline_completeness, &[&shown_percent(c)])));
    sentences.push(w.rounding.to_owned());
    sentences
}

fn level_rule(rubric: &Rubric, w: &ReportWords) -> String {
    match rubric.level_rule {
        LevelRule::Gate { pass, max_shortfall, mean_at_least } => {
            let gate = fill(w.rule_gate, &[&shown_percent(pass), &max_shortfall.to_string()]);
            fill(if mean_at_least { w.rule_gate_mean } else { w.rule_gate_end }, &[&gate])
        }
        LevelRule::Bands { offset } => {
            let first = rubric.scale.min + 1;
            fill(w.rule_bands, &[&first.to_string(), &shown(f64::from(first) - offset)])
        }
        LevelRule::Min => w.rule_min.to_owned(),
        LevelRule::Cumulative { pass, per: Per::Every } => fill(w.rule_every, &[&shown_percent(pass)]),
        LevelRule::Cumulative { pass, per: Per::Mean } => fill(w.rule_mean, &[&shown_percent(pass)]),
    }
}

fn overall(rubric: &Rubric, rule: &OverallRule, w: &ReportWords) -> String {
    if f64::from(rule.cap) >= rubric.scale.span() {
        return w.overall_mean.to_owned();
    }
    let cap = rule.cap.to_string();
    let critical: Vec<&str> = rule.critical.iter().map(|a| rubric.area(*a).id.as_str()).collect();
    if critical.is_empty() {
        fill(w.overall_cap, &[&cap])
    } else {
        fill(w.overall_critical, &[&cap, &critical.join(w.comma)])
    }
}

/// What the overall score would be with evidence alone, with equal weights, and under the
/// other policies for "not applicable"; each only where it makes a difference to somebody.
pub(super) fn otherwise(
    rubric: &Rubric,
    assessment: &Assessment,
    measured: &Measured,
    replies: &[Reply],
    lang: Lang,
) -> Vec<String> {
    let w = &lang.words().report;
    let Some(score) = measured.overall.node.score() else { return Vec::new() };
    let mut sentences = Vec::new();
    if let Some(supported) = supported(rubric, assessment) {
        sentences.extend(say::supported(&measured.overall.node, &supported.overall.node, lang));
    }
    if let Some(equal) = variants::with_equal_weights(rubric, &measured.weights) {
        let equal = measure(&equal, replies, None).overall.node.score();
        sentences.extend(equal.map(|s| fill(w.equal_weights, &[&shown(s)])));
    }
    if replies.contains(&Reply::NotApplicable) {
        let others: Vec<NaPolicy> = POLICIES.into_iter().filter(|p| *p != rubric.na_policy).collect();
        let other = |policy: NaPolicy| {
            let other = variants::under_policy(rubric, replies, measured, policy);
            other.overall.node.score().map_or_else(|| w.no_score.to_owned(), shown)
        };
        let values = [
            in_force(rubric.na_policy, w).to_owned(),
            shown(score),
            instead(others[0], w).to_owned(),
            other(others[0]),
            instead(others[1], w).to_owned(),
            other(others[1]),
        ];
        sentences.push(fill(w.na_policy, &values.each_ref().map(String::as_str)));
    }
    sentences
}

/// Every policy for "not applicable".
const POLICIES: [NaPolicy; 3] = [NaPolicy::Exclude, NaPolicy::AsLowest, NaPolicy::Deny];

fn in_force(policy: NaPolicy, w: &ReportWords) -> &'static str {
    match policy {
        NaPolicy::Exclude => w.na_exclude,
        NaPolicy::AsLowest => w.na_as_lowest,
        NaPolicy::Deny => w.na_deny,
    }
}

fn instead(policy: NaPolicy, w: &ReportWords) -> &'static str {
    match policy {
        NaPolicy::Exclude => w.if_na_exclude,
        NaPolicy::AsLowest => w.if_na_as_lowest,
        NaPolicy::Deny => w.if_na_deny,
    }
}
