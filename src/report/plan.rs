//! The plan in words: what the report says of it in every format, and `gradus plan` alone.

pub mod json;
pub mod markdown;
pub mod text;

use std::collections::BTreeMap;

use super::Names;
use crate::assessment::{Assessment, Measure};
use crate::lang::{Lang, fill};
use crate::measure::cohort::Benchmark;
use crate::measure::plan::{CAPACITY, Outlook, PlacedStep, Wave, actions, percent_to_target, strand, upper_quartile};
use crate::measure::{Measured, Reply, Subject, say, shown_percent};
use crate::rubric::{AreaIx, Id, Rubric};
use crate::text::Clean;

/// The plan of an assessment in words.
pub struct PlanPart<'a> {
    /// What was asked.
    pub rubric: &'a Rubric,
    /// The language.
    pub lang: Lang,
    /// The numbers now.
    pub measured: &'a Measured,
    /// The plan itself with the numbers that it leads to.
    pub outlook: Outlook,
    /// The levels now.
    pub now: String,
    /// How much of the way to the targets is gone.
    pub percent: Option<String>,
    /// Every area with its target.
    pub aims: Vec<Aim>,
    /// What is done one after the other.
    pub waves: Vec<PlanWave>,
    /// Why there is no plan, or what to know about it.
    pub remarks: Vec<String>,
    /// Others that it is held against, if there are any.
    pub peers: Option<PlanPeers>,
}

/// Where others are ahead.
pub struct PlanPeers {
    /// Who they are, where their upper quartile is ahead, and where it is not told.
    pub notes: Vec<String>,
    /// The level of their upper quartile, by area.
    pub levels: BTreeMap<Id, u8>,
}

/// An area with its target.
pub struct Aim {
    /// Id and name.
    pub name: String,
    /// The level now, or the mark that there is none.
    pub now: String,
    /// The target, or that nothing is to be done.
    pub target: String,
    /// 1 (little) to 5 (much).
    pub importance: u8,
    /// The waves in which it moves.
    pub waves: String,
}

/// Steps that are done side by side.
pub struct PlanWave {
    /// Its number and its effort.
    pub title: String,
    /// The steps.
    pub steps: Vec<PlanStep>,
    /// The levels after it.
    pub after: String,
}

/// A step with everything that is said about it.
pub struct PlanStep {
    /// As it was placed.
    pub placed: PlacedStep,
    /// The area and its levels, such as `R3 2▸3`.
    pub step: String,
    /// The area's name.
    pub name: String,
    /// The line of work.
    pub strand: String,
    /// What is to be done, and what proves it.
    pub tasks: Vec<(Clean, Clean)>,
    /// Who does it until when, and how far it is.
    pub measure: Measure,
    /// How far it is, in words.
    pub status: &'static str,
    /// Why it stands where it stands.
    pub reason: String,
}

impl<'a> PlanPart<'a> {
    /// Puts a plan into words. Owners are named as the rest of the report names people.
    pub fn new(
        (rubric, assessment): (&'a Rubric, &Assessment),
        (replies, measured): (&[Reply], &'a Measured),
        outlook: Outlook,
        names: Names,
        lang: Lang,
    ) -> Self {
        let words = &lang.words().plan;
        let remarks = match &outlook.plan {
            Ok(plan) => plan.warnings.iter().map(|w| say::plan::warning(rubric, w, lang)).collect(),
            Err(cycle) => vec![say::plan::cycle(rubric, &cycle.0, lang)],
        };
        let intent = assessment.intent();
        let step = |placed: &PlacedStep| {
            let area = rubric.area(placed.step.area);
            let known = intent.measures.get(&(area.id.clone(), placed.step.to)).cloned().unwrap_or_default();
            let owner = if names == Names::Shown { known.owner } else { Clean::default() };
            PlanStep {
                step: say::plan::step(rubric, placed.step, lang),
                name: area.name.get(lang).to_string(),
                strand: say::plan::strand(rubric, strand(rubric, placed.step.area), lang).to_owned(),
                tasks: actions(rubric, replies, placed.step)
                    .map(|a| (a.action.get(lang).clone(), a.indicator.get(lang).clone()))
                    .collect(),
                status: say::plan::status(known.status, lang),
                measure: Measure { owner, ..known },
                reason: say::plan::reason(rubric, placed, lang),
                placed: placed.clone(),
            }
        };
        let wave = |(n, (wave, after)): (usize, (&Wave, &Measured))| {
            let numbers = [(n + 1).to_string(), wave.effort.to_string(), outlook.project.capacity.to_string()];
            PlanWave {
                title: fill(words.wave_effort, &numbers.each_ref().map(String::as_str)),
                steps: wave.steps.iter().map(step).collect(),
                after: fill(words.after, &[&say::plan::levels(rubric, after, lang)]),
            }
        };
        let percent = percent_to_target(&outlook.project.areas, rubric.scale.min);
        Self {
            now: fill(words.now_levels, &[&say::plan::levels(rubric, measured, lang)]),
            percent: percent.map(|part| fill(words.percent, &[&shown_percent(part)])),
            aims: aims(rubric, &outlook, lang),
            waves: outlook.waves().iter().zip(&outlook.after).enumerate().map(wave).collect(),
            remarks,
            peers: None,
            rubric,
            lang,
            measured,
            outlook,
        }
    }

    /// The plan as the assessment wants it, with so many effort points a wave.
    pub fn of(
        subject: (&'a Rubric, &Assessment),
        numbers: (&[Reply], &'a Measured),
        capacity: Option<u32>,
        names: Names,
        lang: Lang,
    ) -> Self {
        let intent = subject.1.intent();
        let outlook = Outlook::new(subject.0, numbers.0, numbers.1, &intent, capacity.unwrap_or(CAPACITY));
        Self::new(subject, numbers, outlook, names, lang)
    }

    /// The same plan, held against others. The benchmark is of its rubric.
    #[must_use]
    pub fn among(self, benchmark: &Benchmark) -> Self {
        let notes = say::peers::quartile(self.rubric, self.measured, benchmark, self.lang);
        Self { peers: Some(PlanPeers { notes, levels: upper_quartile(self.rubric, benchmark) }), ..self }
    }

    /// What is said about others.
    pub fn notes(&self) -> &[String] {
        self.peers.as_ref().map_or(&[], |peers| &peers.notes)
    }

    /// Whether there is a plan, and nothing in it.
    pub fn is_empty(&self) -> bool {
        self.outlook.plan.is_ok() && self.waves.is_empty()
    }
}

impl PlanStep {
    /// The step with the area's name.
    pub fn title(&self) -> String {
        format!("{} {}", self.step, self.name)
    }

    /// What is to be done, one task after the other.
    pub fn actions(&self) -> String {
        self.tasks.iter().map(|(action, _)| action.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// What proves each of them.
    pub fn indicators(&self) -> String {
        self.tasks.iter().map(|(_, indicator)| indicator.as_str()).collect::<Vec<_>>().join("\n")
    }
}

fn aims(rubric: &Rubric, outlook: &Outlook, lang: Lang) -> Vec<Aim> {
    let words = &lang.words().plan;
    let number = |level: Option<u8>| level.map_or_else(|| words.no_level.to_owned(), |l| l.to_string());
    let aim = |(a, area): (usize, &crate::measure::plan::PlannedArea)| {
        let waves = outlook.waves().iter().enumerate();
        let waves = waves.filter(|(_, w)| w.steps.iter().any(|s| s.step.area.0 == a)).map(|(n, _)| (n + 1).to_string());
        let target = number(area.level.map(|now| area.target.max(now)));
        Aim {
            name: say::name(rubric, Subject::Area(AreaIx(a)), lang),
            now: number(area.level),
            target: if area.excluded { words.excluded.to_owned() } else { target },
            importance: area.importance,
            waves: waves.collect::<Vec<_>>().join(" "),
        }
    };
    outlook.project.areas.iter().enumerate().map(aim).collect()
}
