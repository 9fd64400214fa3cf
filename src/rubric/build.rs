//! From the file's objects to a [`Rubric`]: ids resolved, every rule checked.

use std::collections::HashMap;

use super::fault::{Fault, Refusal};
use super::file::{ById, File, FileArea, FileLevelRule, FileOverallRule, FileQuestion, FileText};
use super::{
    Action, Area, AreaIx, Balance, Choice, Credit, Depth, Dimension, DimensionIx, EPSILON, Id, Kind, Lens, LevelName,
    LevelRule, NaPolicy, OverallRule, Per, Prerequisite, Profile, Question, QuestionIx, Rubric, Scale, Version,
};
use crate::lang::{Lang, Text};
use crate::text::Clean;

/// The number of the rubric format that this program writes and reads.
const FORMAT: u64 = 1;
const MAX_LEVELS: usize = 20;
const MAX_DIMENSIONS: usize = 200;
const MAX_AREAS: usize = 2_000;
const MAX_QUESTIONS: usize = 2_000;
const MAX_TEXT: usize = 64 << 10;
/// Larger weights only lose precision.
const MAX_WEIGHT: f64 = 1e6;

type Checked<T> = Result<T, Refusal>;

pub(super) fn build(file: File) -> Checked<Rubric> {
    if file.gradus_rubric != FORMAT {
        return Err(Fault::NewerFormat { found: file.gradus_rubric }.at("gradus_rubric"));
    }
    let texts = Texts { languages: languages(&file.languages)? };
    let scale = scale(&texts, &file)?;
    let level_rule = level_rule(&file.level_rule, &scale)?;
    let toward = toward(&file.toward)?;
    let na_policy = na_policy(file.na_policy.as_deref())?;
    let lenses = lenses(&texts, &file)?;
    let practice_answers = practice_answers(&texts, &file)?;
    let context = Context { texts: &texts, scale: &scale, level_rule, na_policy, lenses: &lenses, practice_answers };
    let tree = tree(&context, &file)?;
    let profiles = profiles(&texts, &file, &tree)?;
    let overall_rule = file.overall_rule.as_ref().map(|rule| overall_rule(rule, &scale, &tree)).transpose()?;
    let prerequisites = prerequisites(&file, &scale, &tree)?;
    let evidence_from =
        file.evidence.as_ref().map(|e| level(e.required_from, &scale, "evidence.required_from")).transpose()?;
    Ok(Rubric {
        id: id(&file.id, "id")?,
        version: Version::parse(&file.version)
            .ok_or_else(|| Fault::BadVersion { found: Clean::line(&file.version) }.at("version"))?,
        title: texts.read(&file.title, "title")?,
        about: texts.read(&file.about, "about")?,
        min_completeness: share(file.min_completeness.unwrap_or(0.5), "min_completeness")?,
        headline_completeness: file.headline_completeness.map(|c| share(c, "headline_completeness")).transpose()?,
        balance: balance(&file)?,
        languages: texts.languages,
        scale,
        toward,
        level_rule,
        overall_rule,
        na_policy,
        evidence_from,
        lenses,
        profiles,
        dimensions: tree.dimensions,
        areas: tree.areas,
        questions: tree.questions,
        prerequisites,
        by_id: tree.by_id,
    })
}

/// Texts are read in the languages that the rubric declares.
struct Texts {
    languages: Vec<Lang>,
}

impl Texts {
    fn read(&self, text: &FileText, path: &str) -> Checked<Text> {
        let of = |lang: Lang| match lang {
            Lang::Zh => text.zh.as_deref(),
            Lang::En => text.en.as_deref(),
        };
        for lang in &self.languages {
            let missing = of(*lang).is_none_or(|t| Clean::block(t).is_blank());
            if missing {
                return Err(Fault::MissingLanguage { lang: lang.code() }.at(path));
            }
        }
        for lang in Lang::ALL {
            if of(lang).is_some_and(|t| t.len() > MAX_TEXT) {
                return Err(Fault::TextTooLong { limit: MAX_TEXT }.at(format!("{path}.{}", lang.code())));
            }
        }
        let or_other = |lang: Lang| Clean::block(of(lang).or_else(|| of(lang.other())).unwrap_or_default());
        Ok(Text { zh: or_other(Lang::Zh), en: or_other(Lang::En) })
    }

    fn maybe(&self, text: Option<&FileText>, path: &str) -> Checked<Option<Text>> {
        text.map(|t| self.read(t, path)).transpose()
    }
}

fn languages(codes: &[String]) -> Checked<Vec<Lang>> {
    if codes.is_empty() {
        return Err(Fault::Empty.at("languages"));
    }
    let read = |(i, code): (usize, &String)| {
        Lang::of_code(code).ok_or_else(|| {
            Fault::UnknownWord { found: Clean::line(code), allowed: "zh, en" }.at(format!("languages[{i}]"))
        })
    };
    codes.iter().enumerate().map(read).collect()
}

fn id(text: &str, path: &str) -> Checked<Id> {
    Id::new(text).ok_or_else(|| Fault::BadId { found: Clean::line(text) }.at(path))
}

/// A number in `low..=high`; NaN is in no range.
fn number(value: f64, low: f64, high: f64, path: &str) -> Checked<f64> {
    let inside = value.is_finite() && (low..=high).contains(&value) && !(value == 0.0 && value.is_sign_negative());
    inside
        .then_some(value)
        .ok_or_else(|| Fault::OutOfRange { found: value.to_string(), range: format!("{low}..{high}") }.at(path))
}

fn share(value: f64, path: &str) -> Checked<f64> {
    number(value, 0.0, 1.0, path)
}

/// A share that must be more than nothing.
fn pass_mark(value: f64, path: &str) -> Checked<f64> {
    number(value, EPSILON, 1.0, path)
        .map_err(|_| Fault::OutOfRange { found: value.to_string(), range: "0 < x <= 1".to_owned() }.at(path))
}

/// An offset of a rule: 0 <= x < 1.
fn offset(value: Option<f64>, path: &str) -> Checked<f64> {
    let value = value.unwrap_or(0.0);
    number(value, 0.0, 1.0 - EPSILON, path)
        .map_err(|_| Fault::OutOfRange { found: value.to_string(), range: "0 <= x < 1".to_owned() }.at(path))
}

fn weight(value: Option<f64>, path: &str) -> Checked<f64> {
    number(value.unwrap_or(1.0), 0.0, MAX_WEIGHT, &format!("{path}.weight"))
}

fn whole(value: i64, low: u8, high: u8, path: &str) -> Checked<u8> {
    u8::try_from(value)
        .ok()
        .filter(|v| (low..=high).contains(v))
        .ok_or_else(|| Fault::OutOfRange { found: value.to_string(), range: format!("{low}..{high}") }.at(path))
}

fn level(value: i64, scale: &Scale, path: &str) -> Checked<u8> {
    whole(value, scale.min, scale.max(), path)
}

fn at_most(found: usize, limit: usize, path: &str) -> Checked<()> {
    if found > limit { Err(Fault::TooMany { limit }.at(path)) } else { Ok(()) }
}

fn scale(texts: &Texts, file: &File) -> Checked<Scale> {
    let levels = &file.scale.levels;
    at_most(levels.len(), MAX_LEVELS, "scale.levels")?;
    if levels.len() < 2 {
        return Err(Fault::Count { found: levels.len(), needed: 2 }.at("scale.levels"));
    }
    let min = whole(levels[0].value, 0, 100, "scale.levels[0].value")?;
    let mut names = Vec::with_capacity(levels.len());
    for (i, entry) in levels.iter().enumerate() {
        let path = format!("scale.levels[{i}]");
        if entry.value != i64::from(min) + i as i64 {
            return Err(Fault::NotRising.at(format!("{path}.value")));
        }
        names.push(LevelName {
            name: texts.read(&entry.name, &format!("{path}.name"))?,
            asks: texts.maybe(entry.asks.as_ref(), &format!("{path}.asks"))?,
            summary: texts.read(&entry.summary, &format!("{path}.summary"))?,
        });
    }
    Ok(Scale { min, levels: names })
}

fn level_rule(rule: &FileLevelRule, scale: &Scale) -> Checked<LevelRule> {
    let span = scale.max() - scale.min;
    let allowed: &[&str] = match rule.name.as_str() {
        "gate" => &["pass", "max_shortfall", "mean_at_least"],
        "bands" => &["offset"],
        "min" => &[],
        "cumulative" => &["pass", "per"],
        _ => {
            let found = Clean::line(&rule.name);
            return Err(Fault::UnknownWord { found, allowed: "gate, bands, min, cumulative" }.at("level_rule.name"));
        }
    };
    let given = [
        ("pass", rule.pass.is_some()),
        ("max_shortfall", rule.max_shortfall.is_some()),
        ("mean_at_least", rule.mean_at_least.is_some()),
        ("offset", rule.offset.is_some()),
        ("per", rule.per.is_some()),
    ];
    if let Some((name, _)) = given.iter().find(|(name, is_given)| *is_given && !allowed.contains(name)) {
        return Err(Fault::UnknownId { id: Clean::line(name) }.at(format!("level_rule.{name}")));
    }
    let pass = pass_mark(rule.pass.unwrap_or(0.8), "level_rule.pass")?;
    Ok(match rule.name.as_str() {
        "gate" => LevelRule::Gate {
            pass,
            max_shortfall: whole(rule.max_shortfall.unwrap_or(1), 0, span, "level_rule.max_shortfall")?,
            mean_at_least: rule.mean_at_least.unwrap_or(true),
        },
        "bands" => LevelRule::Bands { offset: offset(rule.offset, "level_rule.offset")? },
        "min" => LevelRule::Min,
        _ => LevelRule::Cumulative { pass, per: per(rule.per.as_deref())? },
    })
}

fn per(word: Option<&str>) -> Checked<Per> {
    match word {
        None | Some("every") => Ok(Per::Every),
        Some("mean") => Ok(Per::Mean),
        Some(other) => {
            Err(Fault::UnknownWord { found: Clean::line(other), allowed: "every, mean" }.at("level_rule.per"))
        }
    }
}

fn toward(credits: &ById<f64>) -> Checked<Vec<Credit>> {
    let mut read = Vec::with_capacity(credits.0.len());
    for (name, value) in &credits.0 {
        let path = format!("toward.{name}");
        let value = number(*value, EPSILON, 1.0 - EPSILON, &path).map_err(|_| {
            Fault::OutOfRange { found: value.to_string(), range: "0 < x < 1".to_owned() }.at(path.clone())
        })?;
        read.push(Credit { id: id(name, &path)?, value });
    }
    if read.windows(2).any(|pair| pair[0].value >= pair[1].value) {
        return Err(Fault::NotRising.at("toward"));
    }
    Ok(read)
}

fn na_policy(word: Option<&str>) -> Checked<NaPolicy> {
    match word {
        None | Some("exclude") => Ok(NaPolicy::Exclude),
        Some("as_lowest") => Ok(NaPolicy::AsLowest),
        Some("deny") => Ok(NaPolicy::Deny),
        Some(other) => {
            Err(Fault::UnknownWord { found: Clean::line(other), allowed: "exclude, as_lowest, deny" }.at("na_policy"))
        }
    }
}

fn balance(file: &File) -> Checked<Option<Balance>> {
    let Some(edges) = &file.balance else { return Ok(None) };
    let balanced = number(edges.balanced, 0.0, 100.0, "balance.balanced")?;
    let uneven = number(edges.uneven, balanced, 100.0, "balance.uneven")?;
    Ok(Some(Balance { balanced, uneven }))
}

fn lenses(texts: &Texts, file: &File) -> Checked<Vec<Lens>> {
    let mut seen = Seen::default();
    let read = |(i, lens): (usize, &super::file::FileLens)| {
        let path = format!("lenses[{i}]");
        Ok(Lens {
            id: seen.fresh(&lens.id, &format!("{path}.id"))?,
            name: texts.read(&lens.name, &format!("{path}.name"))?,
            asks: texts.maybe(lens.asks.as_ref(), &format!("{path}.asks"))?,
        })
    };
    file.lenses.iter().enumerate().map(read).collect()
}

fn practice_answers(texts: &Texts, file: &File) -> Checked<Vec<Choice>> {
    let read = |(i, answer): (usize, &super::file::FilePracticeAnswer)| {
        let path = format!("practice_answers[{i}]");
        Ok(Choice {
            value: share(answer.value, &format!("{path}.value"))?,
            text: texts.read(&answer.name, &format!("{path}.name"))?,
        })
    };
    let answers: Vec<Choice> = file.practice_answers.iter().enumerate().map(read).collect::<Checked<_>>()?;
    rising(&answers, "practice_answers")?;
    Ok(answers)
}

fn rising(choices: &[Choice], path: &str) -> Checked<()> {
    if choices.windows(2).any(|pair| pair[0].value + EPSILON >= pair[1].value) {
        return Err(Fault::NotRising.at(path));
    }
    Ok(())
}

/// Ids of one kind: each stands once, even if letters look alike in another case.
#[derive(Default)]
struct Seen(HashMap<String, String>);

impl Seen {
    fn fresh(&mut self, text: &str, path: &str) -> Checked<Id> {
        let id = id(text, path)?;
        match self.0.insert(text.to_ascii_lowercase(), path.to_owned()) {
            None => Ok(id),
            Some(first) => Err(Fault::DuplicateId { id: Clean::line(text), first }.at(path)),
        }
    }
}

/// What the questions are read against.
struct Context<'r> {
    texts: &'r Texts,
    scale: &'r Scale,
    level_rule: LevelRule,
    na_policy: NaPolicy,
    lenses: &'r [Lens],
    practice_answers: Vec<Choice>,
}

#[derive(Default)]
struct Tree {
    dimensions: Vec<Dimension>,
    areas: Vec<Area>,
    questions: Vec<Question>,
    by_id: HashMap<Id, QuestionIx>,
}

impl Tree {
    fn area(&self, id: &str, path: &str) -> Checked<AreaIx> {
        let place = self.areas.iter().position(|a| a.id.as_str() == id);
        place.map(AreaIx).ok_or_else(|| Fault::UnknownId { id: Clean::line(id) }.at(path))
    }
}

fn tree(context: &Context, file: &File) -> Checked<Tree> {
    if file.dimensions.is_empty() {
        return Err(Fault::Empty.at("dimensions"));
    }
    at_most(file.dimensions.len(), MAX_DIMENSIONS, "dimensions")?;
    let mut tree = Tree::default();
    let mut seen = Seen::default();
    for (i, dimension) in file.dimensions.iter().enumerate() {
        let path = format!("dimensions[{i}]");
        let id = seen.fresh(&dimension.id, &format!("{path}.id"))?;
        let first = tree.areas.len();
        if dimension.areas.is_empty() {
            return Err(Fault::Empty.at(format!("{path}.areas")));
        }
        for (j, area) in dimension.areas.iter().enumerate() {
            read_area(context, &mut tree, &mut seen, area, DimensionIx(i), &format!("{path}.areas[{j}]"))?;
        }
        at_most(tree.areas.len(), MAX_AREAS, "dimensions")?;
        let areas = first..tree.areas.len();
        if tree.areas[areas.clone()].iter().all(|a| a.weight <= EPSILON) {
            return Err(Fault::NoWeight.at(format!("{path}.areas")));
        }
        tree.dimensions.push(Dimension {
            id,
            name: context.texts.read(&dimension.name, &format!("{path}.name"))?,
            about: context.texts.maybe(dimension.about.as_ref(), &format!("{path}.about"))?,
            weight: weight(dimension.weight, &path)?,
            areas,
        });
    }
    if tree.dimensions.iter().all(|d| d.weight <= EPSILON) {
        return Err(Fault::NoWeight.at("dimensions"));
    }
    Ok(tree)
}

fn read_area(
    context: &Context,
    tree: &mut Tree,
    seen: &mut Seen,
    area: &FileArea,
    dimension: DimensionIx,
    path: &str,
) -> Checked<()> {
    let id = seen.fresh(&area.id, &format!("{path}.id"))?;
    let ix = AreaIx(tree.areas.len());
    if area.questions.is_empty() {
        return Err(Fault::Empty.at(format!("{path}.questions")));
    }
    let first = tree.questions.len();
    for (k, question) in area.questions.iter().enumerate() {
        let path = format!("{path}.questions[{k}]");
        let id = seen.fresh(&question.id, &format!("{path}.id"))?;
        tree.by_id.insert(id.clone(), QuestionIx(tree.questions.len()));
        tree.questions.push(read_question(context, question, id, ix, &path)?);
        at_most(tree.questions.len(), MAX_QUESTIONS, &path)?;
    }
    let questions = first..tree.questions.len();
    if tree.questions[questions.clone()].iter().all(|q| q.weight <= EPSILON) {
        return Err(Fault::NoWeight.at(format!("{path}.questions")));
    }
    let mut lens_weights = vec![0.0; context.lenses.len()];
    for (name, value) in &area.lenses.0 {
        let path = format!("{path}.lenses.{name}");
        let lens = context.lenses.iter().position(|l| l.id.as_str() == name);
        let lens = lens.ok_or_else(|| Fault::UnknownId { id: Clean::line(name) }.at(path.clone()))?;
        lens_weights[lens] = number(*value, 0.0, MAX_WEIGHT, &path)?;
    }
    tree.areas.push(Area {
        id,
        name: context.texts.read(&area.name, &format!("{path}.name"))?,
        about: context.texts.maybe(area.about.as_ref(), &format!("{path}.about"))?,
        weight: weight(area.weight, path)?,
        lens_weights,
        dimension,
        questions,
    });
    Ok(())
}

fn read_question(context: &Context, question: &FileQuestion, id: Id, area: AreaIx, path: &str) -> Checked<Question> {
    let texts = context.texts;
    let at = |member: &str| format!("{path}.{member}");
    let kind = match question.practice_of {
        None => Kind::Ladder,
        Some(level) => {
            Kind::Practice { level: whole(level, context.scale.min + 1, context.scale.max(), &at("practice_of"))? }
        }
    };
    let is_cumulative = matches!(context.level_rule, LevelRule::Cumulative { .. });
    if is_cumulative != matches!(kind, Kind::Practice { .. }) {
        return Err(Fault::KindAgainstRule.at(path));
    }
    if question.na_allowed && context.na_policy == NaPolicy::Deny {
        return Err(
            Fault::OutOfRange { found: "true".to_owned(), range: "na_policy: deny".to_owned() }.at(at("na_allowed"))
        );
    }
    let choices = choices(context, question, kind, path)?;
    at_most(question.actions.len(), choices.len() - 1, &at("actions"))?;
    let mut actions = Vec::with_capacity(question.actions.len());
    for (k, action) in question.actions.iter().enumerate() {
        let path = format!("{path}.actions[{k}]");
        actions.push(Action {
            action: texts.read(&action.action, &format!("{path}.do"))?,
            effort: whole(action.effort.unwrap_or(3), 1, 5, &format!("{path}.effort"))?,
            indicator: texts.read(&action.indicator, &format!("{path}.indicator"))?,
        });
    }
    Ok(Question {
        id,
        area,
        depth: depth(question.depth.as_deref(), &at("depth"))?,
        kind,
        weight: weight(question.weight, path)?,
        text: texts.read(&question.text, &at("text"))?,
        why: texts.maybe(question.why.as_ref(), &at("why"))?,
        choices,
        evidence: texts.maybe(question.evidence.as_ref(), &at("evidence"))?,
        prompt: texts.maybe(question.prompt.as_ref(), &at("prompt"))?,
        na_allowed: question.na_allowed,
        na_hint: texts.maybe(question.na_hint.as_ref(), &at("na_hint"))?,
        actions,
        sources: question.sources.iter().map(|s| Clean::line(s)).collect(),
    })
}

fn depth(word: Option<&str>, path: &str) -> Checked<Depth> {
    match word {
        None | Some("quick") => Ok(Depth::Quick),
        Some("full") => Ok(Depth::Full),
        Some(other) => Err(Fault::UnknownWord { found: Clean::line(other), allowed: "quick, full" }.at(path)),
    }
}

/// The answers of a question: its own anchors and values, or the rubric's practice answers.
fn choices(context: &Context, question: &FileQuestion, kind: Kind, path: &str) -> Checked<Vec<Choice>> {
    let (anchors, values) = (&question.anchors, &question.values);
    let Some(anchors) = anchors else {
        if kind == Kind::Ladder || values.is_some() || context.practice_answers.len() < 2 {
            return Err(Fault::Empty.at(format!("{path}.anchors")));
        }
        return Ok(context.practice_answers.clone());
    };
    let scale = context.scale;
    let needed = values.as_ref().map_or(scale.levels.len(), Vec::len);
    if anchors.len() != needed || needed < 2 {
        return Err(Fault::Count { found: anchors.len(), needed: needed.max(2) }.at(format!("{path}.anchors")));
    }
    let (low, high) = match kind {
        Kind::Ladder => (f64::from(scale.min), f64::from(scale.max())),
        Kind::Practice { .. } => (0.0, 1.0),
    };
    let mut choices = Vec::with_capacity(anchors.len());
    for (i, anchor) in anchors.iter().enumerate() {
        let value = match values {
            Some(values) => number(values[i], low, high, &format!("{path}.values[{i}]"))?,
            None => number(f64::from(scale.min) + i as f64, low, high, &format!("{path}.values"))?,
        };
        choices.push(Choice { value, text: context.texts.read(anchor, &format!("{path}.anchors[{i}]"))? });
    }
    rising(&choices, &format!("{path}.values"))?;
    Ok(choices)
}

fn profiles(texts: &Texts, file: &File, tree: &Tree) -> Checked<Vec<Profile>> {
    let mut seen = Seen::default();
    let mut read = Vec::with_capacity(file.profiles.len());
    for (i, profile) in file.profiles.iter().enumerate() {
        let path = format!("profiles[{i}]");
        let mut weights = vec![0.0; tree.dimensions.len()];
        for (name, value) in &profile.weights.0 {
            let path = format!("{path}.weights.{name}");
            let place = tree.dimensions.iter().position(|d| d.id.as_str() == name);
            let place = place.ok_or_else(|| Fault::UnknownId { id: Clean::line(name) }.at(path.clone()))?;
            weights[place] = number(*value, 0.0, MAX_WEIGHT, &path)?;
        }
        if weights.iter().all(|w| *w <= EPSILON) {
            return Err(Fault::NoWeight.at(format!("{path}.weights")));
        }
        let id = seen.fresh(&profile.id, &format!("{path}.id"))?;
        read.push(Profile { id, name: texts.read(&profile.name, &format!("{path}.name"))?, weights });
    }
    Ok(read)
}

fn overall_rule(rule: &FileOverallRule, scale: &Scale, tree: &Tree) -> Checked<OverallRule> {
    let span = scale.max() - scale.min;
    let critical = rule.critical.iter().enumerate();
    let critical =
        critical.map(|(i, id)| tree.area(id, &format!("overall_rule.critical[{i}]"))).collect::<Checked<_>>()?;
    Ok(OverallRule {
        cap: whole(rule.cap.unwrap_or(1), 0, span, "overall_rule.cap")?,
        critical,
        offset: offset(rule.offset, "overall_rule.offset")?,
    })
}

fn prerequisites(file: &File, scale: &Scale, tree: &Tree) -> Checked<Vec<Prerequisite>> {
    let mut read = Vec::with_capacity(file.prerequisites.len());
    for (i, p) in file.prerequisites.iter().enumerate() {
        let path = format!("prerequisites[{i}]");
        read.push(Prerequisite {
            area: tree.area(&p.area, &format!("{path}.area"))?,
            level: level(p.level, scale, &format!("{path}.level"))?,
            needs: tree.area(&p.needs, &format!("{path}.needs"))?,
            needs_level: level(p.needs_level, scale, &format!("{path}.needs_level"))?,
        });
    }
    if has_cycle(&read) {
        return Err(Fault::Cycle.at("prerequisites"));
    }
    Ok(read)
}

/// Whether some step (area, level) needs itself. A level needs the one below it in its own area.
fn has_cycle(prerequisites: &[Prerequisite]) -> bool {
    type Step = (AreaIx, u8);
    let mut steps: Vec<Step> =
        prerequisites.iter().flat_map(|p| [(p.area, p.level), (p.needs, p.needs_level)]).collect();
    steps.sort_unstable();
    steps.dedup();
    let place: HashMap<Step, usize> = steps.iter().enumerate().map(|(i, step)| (*step, i)).collect();
    let lower = steps.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| (place[&pair[0]], place[&pair[1]]));
    let declared = prerequisites.iter().map(|p| (place[&(p.needs, p.needs_level)], place[&(p.area, p.level)]));
    let mut waits = vec![0_usize; steps.len()];
    let mut unlocks = vec![Vec::new(); steps.len()];
    for (first, then) in lower.chain(declared) {
        waits[then] += 1;
        unlocks[first].push(then);
    }
    // Kahn: take away what waits for nothing; what is left over waits for itself.
    let mut ready: Vec<usize> = (0..steps.len()).filter(|step| waits[*step] == 0).collect();
    let mut done = 0;
    while let Some(step) = ready.pop() {
        done += 1;
        for then in &unlocks[step] {
            waits[*then] -= 1;
            if waits[*then] == 0 {
                ready.push(*then);
            }
        }
    }
    done < steps.len()
}
