//! The command line: what can be typed, and what help says about it in either language.

mod help;
mod of_commands;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{FromArgMatches, Parser, Subcommand, ValueEnum};

use super::pages::Shell;
use crate::lang::{CliWords, Lang, fill};
use crate::text::clean_line;
use crate::tui::theme::Look;

pub use help::command;
pub use of_commands::{
    AgreeArgs, AnswerArgs, CohortArgs, CollectArgs, Destination, FormArgs, ImportArgs, MergeArgs, NewArgs, PlanArgs,
    PoolArgs, ReportArgs, VoteArgs,
};

/// What was typed.
#[derive(Parser, Debug)]
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

/// Why the command line was not taken.
pub enum Refused {
    /// Help was asked for; it goes to standard output.
    Help(String),
    /// Wrong usage, in one sentence.
    Usage(String),
}

/// Reads the command line; help and errors speak `lang`.
pub fn parse(args: Vec<OsString>, lang: Lang) -> Result<Args, Refused> {
    let words = lang.words();
    let matches = command(words).try_get_matches_from(args);
    match matches.and_then(|m| Args::from_arg_matches(&m)) {
        // A name before a command belongs to nothing.
        Ok(Args { file: Some(file), command: Some(_), .. }) => {
            Err(Refused::Usage(fill(words.cli.conflict, &[&clean_line(&file.to_string_lossy())])))
        }
        Ok(args) => Ok(args),
        Err(error)
            if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand) =>
        {
            Err(Refused::Help(error.render().to_string()))
        }
        Err(error) => Err(Refused::Usage(sentence(&error, &words.cli))),
    }
}

/// The language that the command line asks for, known before it is parsed.
pub fn lang_of(args: &[OsString]) -> Option<Lang> {
    let mut args = args.iter().filter_map(|a| a.to_str());
    while let Some(arg) = args.next() {
        match arg.strip_prefix("--lang") {
            Some("") => return args.next().and_then(Lang::of_code),
            Some(rest) => return rest.strip_prefix('=').and_then(Lang::of_code),
            None if arg == "--" => return None,
            None => {}
        }
    }
    None
}

/// A usage error in one sentence.
fn sentence(error: &clap::Error, w: &CliWords) -> String {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => clean_line(text).into_owned(),
        Some(ContextValue::Strings(texts)) => texts.iter().map(|t| clean_line(t)).collect::<Vec<_>>().join(", "),
        _ => String::new(),
    };
    let arg = context(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::UnknownArgument => fill(w.unknown_argument, &[&arg]),
        ErrorKind::InvalidSubcommand => fill(w.unknown_argument, &[&context(ContextKind::InvalidSubcommand)]),
        ErrorKind::MissingRequiredArgument | ErrorKind::TooFewValues => fill(w.missing_argument, &[&arg]),
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => fill(w.missing_value, &[&arg]),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let valid = context(ContextKind::ValidValue);
            let template = if valid.is_empty() { w.bad_number } else { w.bad_value };
            fill(template, &[&context(ContextKind::InvalidValue), &arg, &valid])
        }
        ErrorKind::ArgumentConflict => fill(w.conflict, &[&arg]),
        ErrorKind::InvalidUtf8 => w.not_utf8.to_owned(),
        _ => w.bad_usage.to_owned(),
    }
}
