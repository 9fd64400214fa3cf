//! `gradus collect`: many files become one, with final answers only.
//!
//! Without `--flat` a line is an assessment, as [`collection`] has it: the latest of its organisation
//! and half year. With `--flat` it is an answer, CSV or JSONL by the name of the file, one row for
//! each question that was asked, in the order of assessment ids and of the rubric:
//!
//! | column | holds |
//! |---|---|
//! | `assessment` | its id, 32 digits |
//! | `organisation` | 16 digits, equal for assessments of the same organisation |
//! | `rubric`, `version` | of the rubric, such as `icp` and `1.0.0` |
//! | `period` | half year of the last change, such as `2026-H2` |
//! | `sector`, `size` | as typed, empty where nothing was |
//! | `mode`, `depth` | `self`, `workshop` or `interview`; `quick` or `full` |
//! | `included` | `true` if `gradus cohort` counts the assessment, else `false` |
//! | `dimension`, `area`, `question` | ids |
//! | `state` | `level`, `unknown`, `na` or `unanswered` |
//! | `level` | the choice alone, empty unless the state is `level` |
//! | `value` | the choice with its credit: what scores are means of |
//! | `weight` | the weight in the dimension's mean; 0 where it does not count or does not apply |
//!
//! A dimension's score is Σ weight·value / Σ weight over the state `level`, stated where at least
//! the rubric's completeness (0.5 unless it says otherwise) of Σ weight over all states is answered.

mod line;

use std::io::{self, Write};

use anyhow::{Result, anyhow};
use serde_json::{Map, Value, json};

use super::args::CollectArgs;
use super::cohort::{read, tell_count};
use super::printed;
use crate::assessment::depth_word;
use crate::assessment::row::{HalfYear, Row};
use crate::desk::Desk;
use crate::desk::cohort::Cohort;
use crate::lang::fill;
use crate::measure::Reply;
use crate::measure::cohort::{Flat, K, Scorer};
use crate::order;
use crate::out;
use crate::report::cohort::csv_field;
use crate::rubric::Rubric;
use crate::store::pool::collection::FORMAT;
use crate::store::pool::extra::Wanted;
use crate::store::{Replace, StoreFault};
use crate::text::escape_hidden;
use line::Lines;

/// The columns of a flat table.
const COLUMNS: [&str; 17] = [
    "assessment",
    "organisation",
    "rubric",
    "version",
    "period",
    "sector",
    "size",
    "mode",
    "depth",
    "included",
    "dimension",
    "area",
    "question",
    "state",
    "level",
    "value",
    "weight",
];

/// Writes the collection; returns the exit code.
pub fn run(desk: &Desk, wanted: &CollectArgs) -> Result<i32> {
    let words = desk.lang.words();
    let has = |word: &str| wanted.with.iter().any(|w| w == word);
    let more = Wanted { votes: has("votes"), names: has("names"), notes: has("notes"), evidence: has("evidence") };
    let cohort = read(desk, &wanted.pool, more)?;
    let is_csv = wanted.to.extension().is_some_and(|e| e.eq_ignore_ascii_case("csv"));
    if is_csv && !wanted.flat {
        return Err(anyhow!(words.cohort.csv_is_flat));
    }
    let replace = if wanted.force { Replace::Allowed } else { Replace::Never };
    let path = desk.store.export_by(&wanted.to, replace, &mut |file| {
        let mut piece = Piece { text: String::new(), file };
        if wanted.flat {
            flat(&cohort, is_csv, &mut piece)?;
        } else {
            rubrics(&cohort, &mut piece)?;
            let mut lines = Lines::new(&cohort);
            cohort.selection.in_order().try_for_each(|(row, _)| piece.line(&lines.line(row)))?;
        }
        piece.file.write_all(piece.text.as_bytes())
    });
    let path = path.map_err(|fault| match fault {
        StoreFault::Exists(path) => anyhow!(fill(words.report.exists, &[&path])),
        fault => desk.told(&fault),
    })?;
    tell_count(&cohort, cohort.selection.rows.len() + cohort.selection.others.len(), desk.lang);
    let few = cohort.selection.recognisable(K);
    if few > 0 {
        out::complain(&fill(words.cohort.recognisable, &[&few.to_string(), &K.to_string()]));
    }
    Ok(printed(out::print(&path.to_string_lossy()), words))
}

/// A file on its way to the disk: what is written is held until there is enough of it.
struct Piece<'f> {
    text: String,
    file: &'f mut dyn Write,
}

impl Piece<'_> {
    fn line(&mut self, line: &str) -> io::Result<()> {
        self.text.push_str(line);
        self.text.push('\n');
        if self.text.len() > 1 << 20 {
            self.file.write_all(self.text.as_bytes())?;
            self.text.clear();
        }
        Ok(())
    }

    fn object(&mut self, json: &Value) -> io::Result<()> {
        self.line(&escape_hidden(&json.to_string()))
    }
}

/// The rubrics that are not part of the program travel with the answers.
fn rubrics(cohort: &Cohort, piece: &mut Piece) -> io::Result<()> {
    let mut embedded: Vec<&str> = cohort.pool.models.iter().filter_map(|m| m.embedded.as_deref()).collect();
    order::by(&mut embedded, Ord::cmp);
    // To the byte: another form would have another hash.
    embedded.into_iter().try_for_each(|json| piece.line(&format!("{{\"cohort\":{FORMAT},\"embedded\":{json}}}")))
}

fn flat(cohort: &Cohort, is_csv: bool, piece: &mut Piece) -> io::Result<()> {
    let mut scorers: Vec<Option<Scorer>> = cohort.pool.models.iter().map(|_| None).collect();
    if is_csv {
        piece.line(&COLUMNS.join(","))?;
    }
    for (row, is_included) in cohort.selection.in_order() {
        let model = &cohort.pool.models[usize::from(row.sheet.model)];
        let rubric = &model.rubric;
        let scorer = scorers[usize::from(row.sheet.model)].get_or_insert_with(|| Scorer::new(rubric));
        let of_row = about(cohort, rubric, row, is_included);
        for answer in scorer.flat(&row.sheet, cohort.pool.codes(&row.sheet)) {
            let cells = of_row.iter().cloned().chain(of_answer(rubric, &answer));
            if is_csv {
                let fields = cells.map(|value| match value {
                    Value::Null => String::new(),
                    Value::String(text) => csv_field(&text),
                    other => other.to_string(),
                });
                piece.line(&fields.collect::<Vec<_>>().join(","))?;
            } else {
                let object: Map<String, Value> = order::gathered(COLUMNS.iter().map(|c| (*c).to_owned()).zip(cells));
                piece.object(&Value::Object(object))?;
            }
        }
    }
    Ok(())
}

/// The cells that are the same for all answers of a row.
fn about(cohort: &Cohort, rubric: &Rubric, row: &Row, is_included: bool) -> [Value; 10] {
    let [sector, size] = &cohort.pool.strata[row.sheet.stratum as usize];
    [
        json!(row.id().as_str()),
        json!(format!("{:016x}", cohort.selection.alias(row))),
        json!(rubric.id.as_str()),
        json!(rubric.version.to_string()),
        json!(HalfYear::of(row.changed).to_string()),
        json!(sector.as_str()),
        json!(size.as_str()),
        json!(row.mode.as_str()),
        json!(depth_word(row.sheet.depth)),
        json!(is_included),
    ]
}

fn of_answer(rubric: &Rubric, answer: &Flat) -> [Value; 7] {
    let question = rubric.question(answer.question);
    let area = rubric.area(question.area);
    let (state, level, value) = match answer.reply {
        Reply::Rated { x, k } => ("level", json!(k), json!(x)),
        Reply::Unknown => ("unknown", Value::Null, Value::Null),
        Reply::NotApplicable => ("na", Value::Null, Value::Null),
        Reply::Unanswered | Reply::NotAsked => ("unanswered", Value::Null, Value::Null),
    };
    [
        json!(rubric.dimension(area.dimension).id.as_str()),
        json!(area.id.as_str()),
        json!(question.id.as_str()),
        json!(state),
        level,
        value,
        json!(answer.weight),
    ]
}
