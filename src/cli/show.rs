//! `gradus show`: the result as text or as JSON.

use serde_json::{Map, Value, json};

use crate::assessment::{Answer, Assessment};
use crate::lang::{Lang, fill};
use crate::measure::{CapKind, Measured, Node, Range, measure, replies, say, shown, shown_percent, supported_replies};
use crate::rubric::{Area, AreaIx, Dimension, DimensionIx, Profile, Rubric};
use crate::text;

/// Columns of the bars.
const BAR: usize = 20;

/// Everything that the result says, with scores in full precision.
pub fn json(rubric: &Rubric, assessment: &Assessment, lang: Lang) -> Value {
    let measured = measured(rubric, assessment);
    let node = &measured.overall.node;
    let counts = node.counts;
    let dimension = |(d, n): (&Dimension, &Node)| numbers(d.id.as_str(), d.name.get(lang), n);
    let area = |(a, n): (&Area, &Node)| numbers(a.id.as_str(), a.name.get(lang), n);
    let dimensions: Vec<Value> = rubric.dimensions.iter().zip(&measured.dimensions).map(dimension).collect();
    let areas: Vec<Value> = rubric.areas.iter().zip(&measured.areas).map(area).collect();
    let lenses: Vec<Value> = rubric
        .lenses
        .iter()
        .zip(&measured.lenses)
        .map(|(l, s)| json!({ "id": l.id.as_str(), "name": l.name.get(lang).as_str(), "score": s.score, "coverage": s.coverage }))
        .collect();
    json!({
        "assessment": assessment.id.as_str(),
        "rubric": { "id": rubric.id.as_str(), "version": rubric.version.to_string() },
        "subject": assessment.subject().as_str(),
        "mode": assessment.mode().as_str(),
        "depth": crate::assessment::depth_word(assessment.depth()),
        "coverage": node.completeness,
        "counts": {
            "asked": counts.asked, "rated": counts.rated, "unknown": counts.unknown,
            "not_applicable": counts.not_applicable, "unanswered": counts.unanswered,
        },
        "headline": headline(rubric, &measured),
        "supported": supported(rubric, assessment).map(|m| headline(rubric, &m)),
        "dimensions": dimensions,
        "areas": areas,
        "lenses": lenses,
        "balance": measured.balance,
        "answers": answers(rubric, assessment),
        "self_declared": true,
    })
}

fn measured(rubric: &Rubric, assessment: &Assessment) -> Measured {
    measure(rubric, &replies(rubric, assessment), profile(rubric, assessment))
}

/// The numbers that evidence supports, where the rubric wants them beside the claimed ones.
fn supported(rubric: &Rubric, assessment: &Assessment) -> Option<Measured> {
    Some(measure(rubric, &supported_replies(rubric, assessment)?, profile(rubric, assessment)))
}

fn profile<'r>(rubric: &'r Rubric, assessment: &Assessment) -> Option<&'r Profile> {
    rubric.profile(&assessment.setup(crate::assessment::Field::Profile)?)
}

fn low<T: Copy>(range: Option<Range<T>>) -> Option<T> {
    range.map(|r| r.low)
}

fn high<T: Copy>(range: Option<Range<T>>) -> Option<T> {
    range.map(|r| r.high)
}

fn numbers(id: &str, name: &str, node: &Node) -> Value {
    json!({
        "id": id,
        "name": name,
        "status": node.status.as_str(),
        "score": node.score(),
        "score_low": low(node.bounds),
        "score_high": high(node.bounds),
        "level": node.level(),
        "level_low": low(node.levels),
        "level_high": high(node.levels),
        "coverage": node.completeness,
        "na_share": node.na_share,
        "scope_limited": node.is_scope_limited(),
        "score_na_as_lowest": node.as_lowest,
    })
}

fn headline(rubric: &Rubric, measured: &Measured) -> Value {
    let overall = &measured.overall;
    let node = &overall.node;
    let caps: Vec<Value> = overall
        .caps
        .iter()
        .map(|cap| {
            let (kind, id) = match cap.kind {
                CapKind::Dimension(DimensionIx(d)) => ("dimension", &rubric.dimensions[d].id),
                CapKind::Area(AreaIx(a)) => ("area", &rubric.areas[a].id),
            };
            json!({ "kind": kind, "id": id.as_str(), "level": cap.level, "limit": cap.limit })
        })
        .collect();
    json!({
        "status": node.status.as_str(),
        "level": node.level(),
        "level_low": low(node.levels),
        "level_high": high(node.levels),
        // While open answers leave several levels possible, none of them is the uncapped one.
        "uncapped": overall.uncapped.filter(|u| u.low == u.high).map(|u| u.low),
        "score": node.score(),
        "score_low": low(node.bounds),
        "score_high": high(node.bounds),
        "caps": caps,
    })
}

/// Every asked question with what was said about it.
fn answers(rubric: &Rubric, assessment: &Assessment) -> Vec<Value> {
    let one = |question: crate::rubric::QuestionIx| {
        let q = rubric.question(question);
        let mut entry = Map::new();
        entry.insert("id".into(), json!(q.id.as_str()));
        match assessment.answer(rubric, q) {
            None => entry.insert("state".into(), json!("unanswered")),
            Some(Answer::Unknown) => entry.insert("state".into(), json!("unknown")),
            Some(Answer::NotApplicable { reason }) => {
                entry.insert("reason".into(), json!(reason.as_str()));
                entry.insert("state".into(), json!("not_applicable"))
            }
            Some(answer @ Answer::Level { value, .. }) => {
                entry.insert("level".into(), json!(value));
                entry.insert("value".into(), json!(value + answer.credit(rubric)));
                if let Answer::Level { toward: Some(toward), .. } = &answer {
                    entry.insert("toward".into(), json!(toward.as_str()));
                }
                entry.insert("state".into(), json!("level"))
            }
        };
        if let Some(note) = assessment.note(&q.id) {
            entry.insert("note".into(), json!(note.as_str()));
        }
        let evidence = assessment.evidence(&q.id);
        if !evidence.is_empty() {
            let items = evidence.iter().map(|(_, e)| json!({ "kind": e.kind.as_str(), "text": e.text.as_str() }));
            entry.insert("evidence".into(), items.collect());
        }
        if let Some(confidence) = assessment.confidence(&q.id) {
            entry.insert("confidence".into(), json!(confidence.as_str()));
        }
        if assessment.is_marked(&q.id) {
            entry.insert("marked".into(), json!(true));
        }
        if assessment.has_conflict(&q.id) {
            entry.insert("conflict".into(), json!(true));
        }
        Value::Object(entry)
    };
    rubric.asked(assessment.depth()).map(one).collect()
}

/// The result in plain lines.
pub fn text(rubric: &Rubric, assessment: &Assessment, lang: Lang) -> String {
    let words = lang.words();
    let measured = measured(rubric, assessment);
    let node = &measured.overall.node;
    let counts = node.counts;
    let mut lines = vec![
        assessment.subject().to_string(),
        fill(words.cli.rubric_line, &[rubric.title.get(lang), &rubric.version.to_string()]),
        fill(words.cli.show_answers, &[&counts.answered().to_string(), &counts.asked.to_string()]),
    ];
    if let Some(c) = node.completeness {
        lines.push(fill(words.result.coverage, &[&shown_percent(c)]));
    }
    lines.push(String::new());
    let (headline, reason) = say::headline(rubric, &measured, lang);
    lines.push(headline);
    lines.extend((!reason.is_empty()).then_some(reason));
    if let Some(supported) = supported(rubric, assessment) {
        lines.push(fill(words.result.supported, &[&say::score(&supported.overall.node, lang)]));
    }
    lines.push(String::new());
    let width = rubric.dimensions.iter().map(|d| text::width(d.name.get(lang))).max().unwrap_or(0);
    for (dimension, node) in rubric.dimensions.iter().zip(&measured.dimensions) {
        lines.push(row(rubric, dimension.name.get(lang), width, node, lang));
    }
    lines.push(String::new());
    for (lens, found) in rubric.lenses.iter().zip(&measured.lenses) {
        let score = found.score.map_or_else(|| words.result.no_score.to_owned(), shown);
        lines.push(format!("{}  {}  {score}", text::pad(lens.name.get(lang), width), bar(rubric, found.score)));
    }
    if let Some(balance) = measured.balance {
        lines.push(say::balance(rubric, balance, lang));
    }
    lines.push(String::new());
    lines.push(words.cli.show_areas.to_owned());
    let label = |area: &Area| format!("{} {}", area.id, area.name.get(lang));
    let width = rubric.areas.iter().map(|a| text::width(&label(a))).max().unwrap_or(0);
    for (area, node) in rubric.areas.iter().zip(&measured.areas) {
        lines.push(row(rubric, &label(area), width, node, lang));
        if let Some(score) = node.as_lowest {
            let percent = shown_percent(node.na_share);
            lines.push(format!("  {}", fill(words.result.scope_limited, &[&percent, &shown(score)])));
        }
    }
    lines.push(String::new());
    lines.push(words.cli.self_declared.to_owned());
    lines.join("\n")
}

fn row(rubric: &Rubric, name: &str, width: usize, node: &Node, lang: Lang) -> String {
    let score = text::pad_left(&say::score(node, lang), 4);
    let line = format!(
        "{}  {}  {score}  {}",
        text::pad(name, width),
        bar(rubric, node.score()),
        say::level(rubric, node, lang)
    );
    line.trim_end().to_owned()
}

/// `########............`
fn bar(rubric: &Rubric, score: Option<f64>) -> String {
    let part = score.map_or(0.0, |s| (s - f64::from(rubric.scale.min)) / rubric.scale.span());
    let filled = (part.clamp(0.0, 1.0) * BAR as f64).round() as usize;
    format!("{}{}", "#".repeat(filled), ".".repeat(BAR - filled))
}
