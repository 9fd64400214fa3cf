//! The command line: what can be typed, and what help says about it in either language.

mod help;
mod of_commands;
mod of_pools;
mod reading;
mod wrong;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use super::pages::Shell;
use crate::tui::theme::Look;

pub use help::command;
pub use of_commands::{
    AgreeArgs, AnswerArgs, Destination, FormArgs, ImportArgs, MergeArgs, NewArgs, PlanArgs, ReportArgs, VoteArgs,
};
pub use of_pools::{CohortArgs, CollectArgs, PoolArgs};
pub use reading::{Refused, lang_of, parse};
pub use wrong::meant;

/// What was typed.
#[derive(Parser, Debug, Default)]
#[command(name = "gradus", disable_help_subcommand = true, disable_version_flag = true)]
pub struct Args {
    /// The command; none opens the full screen.
    #[command(subcommand)]
    pub command: Option<Cmd>,
    /// The assessment to open.
    #[arg(value_name = "FILE")]
    pub file: Option<OsString>,
    /// Where assessments are kept.
    #[arg(long, global = true, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// The language.
    #[arg(long, global = true, value_name = "zh|en", value_parser = ["zh", "en"])]
    pub lang: Option<String>,
    /// Whether to use colours.
    #[arg(long, global = true, value_name = "WHEN")]
    pub color: Option<ColorWhen>,
    /// For which background colours are chosen.
    #[arg(long, global = true, value_name = "THEME", value_parser = Look::ALL.map(Look::as_str))]
    pub theme: Option<String>,
    /// Borders, bars and marks in ASCII.
    #[arg(long, global = true)]
    pub ascii: bool,
    /// Clicks and the wheel.
    #[arg(long, global = true)]
    pub mouse: bool,
    /// The cut points of others.
    #[arg(long, global = true, value_name = "FILE")]
    pub benchmark: Option<PathBuf>,
    /// Print the version.
    #[arg(short = 'V', long)]
    pub version: bool,
}

/// When colours are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ColorWhen {
    /// Where the terminal has them and `NO_COLOR` is not set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl ColorWhen {
    /// Reads its word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::from_str(word, false).ok()
    }
}

/// A command.
#[derive(Subcommand, Debug)]
pub enum Cmd {
    /// Make an assessment.
    New(NewArgs),
    /// Ask the questions.
    Ask {
        /// The assessment.
        #[arg(value_name = "FILE")]
        file: Option<OsString>,
        /// In plain lines.
        #[arg(long)]
        plain: bool,
        /// Who votes in a workshop.
        #[arg(long, value_name = "NAME", requires = "plain")]
        rater: Option<String>,
    },
    /// List assessments.
    List {
        /// As JSON.
        #[arg(long)]
        json: bool,
        /// In plain lines.
        #[arg(long, conflicts_with = "json")]
        plain: bool,
    },
    /// Show the sample.
    Demo {
        /// In plain lines.
        #[arg(long)]
        plain: bool,
    },
    /// Print completions.
    Completions {
        /// The shell.
        #[arg(value_name = "SHELL")]
        shell: Shell,
    },
    /// Print the manual page.
    Man,
    /// Record answers.
    Answer(AnswerArgs),
    /// Unite assessments.
    Merge(MergeArgs),
    /// Print the plan.
    Plan(PlanArgs),
    /// Record a rater's votes.
    Vote(VoteArgs),
    /// Record what was agreed on.
    Agree(AgreeArgs),
    /// Print what the room says.
    Room {
        /// The assessment.
        #[arg(value_name = "FILE")]
        file: OsString,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Print what has changed.
    Compare {
        /// The assessments, the earlier first.
        #[arg(value_name = "FILE", required = true)]
        files: Vec<String>,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Print the result.
    Show {
        /// The assessment.
        #[arg(value_name = "FILE")]
        file: OsString,
        /// As JSON.
        #[arg(long)]
        json: bool,
        /// In plain lines.
        #[arg(long, conflicts_with = "json")]
        plain: bool,
    },
    /// Say whether files are whole.
    Check {
        /// Files and folders.
        #[arg(value_name = "PATH", required = true)]
        check_paths: Vec<OsString>,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Print the history.
    Log {
        /// The assessment.
        #[arg(value_name = "FILE")]
        file: OsString,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Compare many organisations.
    Cohort(CohortArgs),
    /// Pack many assessments into one file.
    Collect(CollectArgs),
    /// Write a report.
    Report(ReportArgs),
    /// Write the questionnaire.
    Form(FormArgs),
    /// Bring in answers from a table.
    Import(ImportArgs),
    /// Look at rubrics, check them, begin one.
    Rubric {
        /// What to do.
        #[command(subcommand)]
        command: RubricCmd,
    },
}

/// `gradus rubric`.
#[derive(Subcommand, Debug)]
pub enum RubricCmd {
    /// List rubrics.
    List {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Print what a rubric asks.
    Show {
        /// An id or a path.
        #[arg(value_name = "ID|FILE")]
        rubric_name: String,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Say what is wrong with a file.
    Check {
        /// The file.
        #[arg(value_name = "FILE")]
        rubric_file: PathBuf,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Write a small rubric to begin with.
    New {
        /// Its id.
        #[arg(value_name = "ID")]
        rubric_id: String,
    },
    /// Print the JSON Schema of the format.
    Schema,
    /// See a file as it will be asked.
    Preview {
        /// The file.
        #[arg(value_name = "FILE")]
        rubric_file: PathBuf,
    },
}
