//! `gradus rubric show`: what a rubric asks, as text or as JSON.

use serde_json::{Value, json};

use crate::lang::{Lang, fill};
use crate::order;
use crate::rubric::{Area, Depth, Dimension, Kind, Question, Rubric, Spotlight, TargetSet, Text};

/// Its levels, dimensions, areas and questions in plain lines.
pub fn text(rubric: &Rubric, lang: Lang) -> String {
    let words = &lang.words().cli;
    let (all, quick) = (rubric.questions.len(), rubric.asked(Depth::Quick).count());
    let mut lines = vec![
        format!("{} {}  {}", rubric.id, rubric.version, rubric.title.get(lang)),
        rubric.about.get(lang).to_string(),
        fill(words.rubric_size, &[&all.to_string(), &quick.to_string()]),
        String::new(),
        words.rubric_levels.to_owned(),
    ];
    for (i, level) in rubric.scale.levels.iter().enumerate() {
        let value = usize::from(rubric.scale.min) + i;
        lines.push(format!("  {value}  {}  {}", level.name.get(lang), level.summary.get(lang)));
    }
    for dimension in &rubric.dimensions {
        lines.push(String::new());
        lines.push(format!("{}  {}", dimension.id, dimension.name.get(lang)));
        for area in &rubric.areas[dimension.areas.clone()] {
            lines.push(format!("  {}  {}", area.id, area.name.get(lang)));
            for question in &rubric.questions[area.questions.clone()] {
                let depth = if question.depth == Depth::Full { words.rubric_depth_full } else { "" };
                lines.push(format!("    {}  {}{depth}", question.id, question.text.get(lang)));
            }
        }
    }
    if !rubric.target_sets.is_empty() {
        lines.extend([String::new(), words.rubric_targets.to_owned()]);
    }
    for set in &rubric.target_sets {
        let about = set.about.as_ref().map_or("", |a| a.get(lang).as_str());
        lines.push(format!("  {}  {}  {about}", set.id, set.name.get(lang)).trim_end().to_owned());
    }
    lines.join("\n")
}

/// The same with every answer, for scripts.
pub fn json(rubric: &Rubric, lang: Lang) -> Value {
    let of = |text: &Text| text.get(lang).to_string();
    let question = |q: &Question| {
        let answers = q.choices.iter().map(|c| json!({ "value": c.value, "text": of(&c.text) }));
        json!({
            "id": q.id.as_str(),
            "text": of(&q.text),
            "depth": crate::assessment::depth_word(q.depth),
            "practice_of": match q.kind { Kind::Ladder => None, Kind::Practice { level } => Some(level) },
            "weight": q.weight,
            "na_allowed": q.na_allowed,
            "answers": answers.collect::<Vec<_>>(),
        })
    };
    let area = |a: &Area| {
        let questions = rubric.questions[a.questions.clone()].iter().map(question);
        json!({ "id": a.id.as_str(), "name": of(&a.name), "weight": a.weight, "questions": questions.collect::<Vec<_>>() })
    };
    let dimension = |d: &Dimension| {
        let areas = rubric.areas[d.areas.clone()].iter().map(area);
        json!({ "id": d.id.as_str(), "name": of(&d.name), "weight": d.weight, "areas": areas.collect::<Vec<_>>() })
    };
    let levels = rubric.scale.levels.iter().zip(rubric.scale.min..);
    let level = |(l, value): (&crate::rubric::LevelName, u8)| json!({ "value": value, "name": of(&l.name) });
    let target_set = |set: &TargetSet| {
        let levels = rubric.areas.iter().zip(&set.levels);
        let levels = levels.filter_map(|(area, level)| Some((area.id.to_string(), json!((*level)?))));
        json!({ "id": set.id.as_str(), "name": of(&set.name), "levels": Value::Object(order::gathered(levels)) })
    };
    let spotlight = |s: &Spotlight| {
        let stages = s.stages.iter().map(|(from, text)| json!({ "from": from, "text": of(text) }));
        json!({ "area": rubric.area(s.area).id.as_str(), "title": of(&s.title), "stages": stages.collect::<Vec<_>>() })
    };
    json!({
        "id": rubric.id.as_str(),
        "target_sets": rubric.target_sets.iter().map(target_set).collect::<Vec<_>>(),
        "spotlights": rubric.spotlights.iter().map(spotlight).collect::<Vec<_>>(),
        "version": rubric.version.to_string(),
        "title": of(&rubric.title),
        "about": of(&rubric.about),
        "languages": rubric.languages.iter().map(|l| l.code()).collect::<Vec<_>>(),
        "levels": levels.map(level).collect::<Vec<_>>(),
        "dimensions": rubric.dimensions.iter().map(dimension).collect::<Vec<_>>(),
    })
}
