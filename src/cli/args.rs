//! The command line: what can be typed, and what help says about it in either language.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::styling::Styles;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::lang::{CliWords, Lang, Words, fill};
use crate::text::clean_line;
use crate::tui::theme::Look;

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

/// `gradus new`.
#[derive(clap::Args, Debug)]
pub struct NewArgs {
    /// Who is assessed.
    #[arg(long, value_name = "NAME")]
    pub subject: String,
    /// The rubric.
    #[arg(long, value_name = "ID")]
    pub rubric: Option<String>,
    /// How it is held.
    #[arg(long, value_name = "MODE", value_parser = ["self", "workshop", "interview"])]
    pub mode: Option<String>,
    /// How many questions.
    #[arg(long, value_name = "DEPTH", value_parser = ["quick", "full"])]
    pub depth: Option<String>,
    /// The new file.
    #[arg(short, long, value_name = "PATH")]
    pub output: Option<PathBuf>,
}

/// `gradus answer`.
#[derive(clap::Args, Debug)]
pub struct AnswerArgs {
    /// The assessment.
    #[arg(value_name = "FILE")]
    pub file: OsString,
    /// `R3.1=2`.
    #[arg(value_name = "Q=ANSWER")]
    pub answers: Vec<String>,
    /// `Q=TEXT`.
    #[arg(long, value_name = "Q=TEXT")]
    pub note: Vec<String>,
    /// `Q=KIND:TEXT`.
    #[arg(long, value_name = "Q=KIND:TEXT")]
    pub evidence: Vec<String>,
    /// `Q=sure|likely|guess`.
    #[arg(long, value_name = "Q=HOW")]
    pub confidence: Vec<String>,
    /// The author.
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
}

/// `gradus merge`.
#[derive(clap::Args, Debug)]
pub struct MergeArgs {
    /// The assessments.
    #[arg(value_name = "FILE", required = true, num_args = 2..)]
    pub files: Vec<String>,
    /// The united file.
    #[arg(short = 'o', long = "output", value_name = "PATH")]
    pub into: PathBuf,
    /// Replace an existing file.
    #[arg(long)]
    pub force: bool,
    /// What is united although it does not plainly belong together.
    #[command(flatten)]
    pub allow: AllowArgs,
    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

/// What has to be said before it is united.
#[derive(clap::Args, Debug)]
pub struct AllowArgs {
    /// Unite different versions of a rubric.
    #[arg(long)]
    pub across_versions: bool,
    /// Unite assessments that were made separately.
    #[arg(long)]
    pub into_new: bool,
}

/// Where a file is written.
#[derive(clap::Args, Debug)]
pub struct Destination {
    /// The file; standard output without it.
    #[arg(short = 'o', long = "output", value_name = "PATH")]
    pub to: Option<PathBuf>,
    /// Replace a file that is there.
    #[arg(long, requires = "to")]
    pub force: bool,
}

/// `gradus report`.
#[derive(clap::Args, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a flag that can be typed")]
pub struct ReportArgs {
    /// The assessment.
    #[arg(value_name = "FILE")]
    pub file: String,
    /// The format; without it, what the name of the file ends in.
    #[arg(long, value_name = "FORMAT", value_parser = ["md", "html", "xlsx", "csv", "json"], required_unless_present = "to")]
    pub format: Option<String>,
    /// Where to.
    #[command(flatten)]
    pub destination: Destination,
    /// No single question.
    #[arg(long)]
    pub summary: bool,
    /// An earlier assessment to hold it against.
    #[arg(long, value_name = "FILE")]
    pub since: Option<String>,
    /// No names.
    #[arg(long)]
    pub no_names: bool,
    /// CSV: a row per event.
    #[arg(long)]
    pub long: bool,
    /// CSV: a row per step of the plan.
    #[arg(long, conflicts_with = "long")]
    pub steps: bool,
    /// CSV: formulas are not guarded against.
    #[arg(long)]
    pub csv_raw: bool,
}

/// `gradus form`.
#[derive(clap::Args, Debug)]
pub struct FormArgs {
    /// The rubric.
    #[arg(long, value_name = "ID", default_value = "icp", hide_default_value = true)]
    pub rubric: String,
    /// The format; without it, what the name of the file ends in.
    #[arg(long = "format", value_name = "FORMAT", value_parser = ["md", "html", "xlsx"], required_unless_present = "to")]
    pub form_format: Option<String>,
    /// How many questions.
    #[arg(long, value_name = "DEPTH", value_parser = ["quick", "full"])]
    pub depth: Option<String>,
    /// Both languages side by side.
    #[arg(long)]
    pub bilingual: bool,
    /// Where to.
    #[command(flatten)]
    pub destination: Destination,
}

/// `gradus import`.
#[derive(clap::Args, Debug)]
pub struct ImportArgs {
    /// The assessment.
    #[arg(value_name = "FILE")]
    pub file: String,
    /// The table.
    #[arg(value_name = "TABLE")]
    pub table: PathBuf,
    /// Do not ask.
    #[arg(long)]
    pub yes: bool,
    /// Import what can be understood.
    #[arg(long)]
    pub partial: bool,
    /// The author.
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
}

/// Which assessments are pooled.
#[derive(clap::Args, Debug)]
pub struct PoolArgs {
    /// Files, folders and collections.
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    /// The rubric.
    #[arg(long = "rubric", value_name = "ID")]
    pub of_rubric: Option<String>,
    /// Half years.
    #[arg(long, value_name = "2026|2026-H1|FROM..TO")]
    pub period: Option<String>,
    /// How many threads read and count.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=64))]
    pub threads: Option<u8>,
}

/// `gradus cohort`.
#[derive(clap::Args, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a flag that can be typed")]
pub struct CohortArgs {
    /// Which assessments.
    #[command(flatten)]
    pub pool: PoolArgs,
    /// Groups.
    #[arg(long = "by", id = "groups", value_name = "sector,size", value_delimiter = ',', value_parser = ["sector", "size"])]
    pub by: Vec<String>,
    /// Fewer organisations are not told.
    #[arg(long, value_name = "K", value_parser = clap::value_parser!(u32).range(i64::from(crate::measure::cohort::SMALLEST_K)..=1000))]
    pub k: Option<u32>,
    /// Everything, for those who hold the files.
    #[arg(long, conflicts_with_all = ["k", "save_benchmark", "position"])]
    pub internal: bool,
    /// Whether the rubric itself holds.
    #[arg(long, conflicts_with_all = ["groups", "k", "internal", "position", "save_benchmark"])]
    pub reliability: bool,
    /// Where one of them stands.
    #[arg(long, value_name = "FILE")]
    pub position: Option<String>,
    /// Where the cut points go.
    #[arg(long, value_name = "FILE")]
    pub save_benchmark: Option<PathBuf>,
    /// Replace a benchmark that is there.
    #[arg(long = "force", requires = "save_benchmark", id = "replace_benchmark")]
    pub force: bool,
    /// As JSON.
    #[arg(long, conflicts_with_all = ["md", "html", "csv"])]
    pub json: bool,
    /// As Markdown.
    #[arg(long, conflicts_with_all = ["html", "csv"])]
    pub md: bool,
    /// As a web page.
    #[arg(long, conflicts_with = "csv")]
    pub html: bool,
    /// As CSV.
    #[arg(long)]
    pub csv: bool,
}

/// `gradus collect`.
#[derive(clap::Args, Debug)]
pub struct CollectArgs {
    /// Which assessments.
    #[command(flatten)]
    pub pool: PoolArgs,
    /// The collection.
    #[arg(short = 'o', long = "output", value_name = "PATH", id = "collection")]
    pub to: PathBuf,
    /// Replace a file that is there.
    #[arg(long)]
    pub force: bool,
    /// A row for each answer.
    #[arg(long)]
    pub flat: bool,
}

/// `gradus plan`.
#[derive(clap::Args, Debug)]
pub struct PlanArgs {
    /// The assessment.
    #[arg(value_name = "FILE")]
    pub file: String,
    /// As JSON.
    #[arg(long, conflicts_with = "md")]
    pub json: bool,
    /// As Markdown.
    #[arg(long)]
    pub md: bool,
    /// In plain lines.
    #[arg(long, conflicts_with_all = ["json", "md"])]
    pub plain: bool,
    /// Effort points of a wave.
    #[arg(long, value_name = "N", default_value_t = crate::measure::plan::CAPACITY, hide_default_value = true, value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub capacity: u32,
    /// `R3=3`, or a set of targets of the rubric.
    #[arg(long, value_name = "AREA=LEVEL|SET", num_args = 1..)]
    pub target: Vec<String>,
}

/// `gradus vote`.
#[derive(clap::Args, Debug)]
pub struct VoteArgs {
    /// The assessment.
    #[arg(value_name = "FILE")]
    pub file: OsString,
    /// `R3.1=2`.
    #[arg(value_name = "Q=VOTE")]
    pub votes: Vec<String>,
    /// Who votes.
    #[arg(long, value_name = "NAME")]
    pub rater: Option<String>,
    /// What the rater does.
    #[arg(long, value_name = "ROLE")]
    pub role: Option<String>,
    /// A self-assessment whose answers are taken in as votes.
    #[arg(long, value_name = "FILE")]
    pub from: Option<OsString>,
}

/// `gradus agree`.
#[derive(clap::Args, Debug)]
pub struct AgreeArgs {
    /// The assessment.
    #[arg(value_name = "FILE")]
    pub file: OsString,
    /// `R3.1=3`.
    #[arg(value_name = "Q=LEVEL", required = true)]
    pub levels: Vec<String>,
    /// How it was agreed on.
    #[arg(long, value_name = "METHOD", value_parser = crate::assessment::Method::ALL.map(crate::assessment::Method::as_str))]
    pub method: Option<String>,
    /// Why.
    #[arg(long = "why", value_name = "TEXT")]
    pub agreed_why: Option<String>,
    /// What somebody wants to have said against it.
    #[arg(long, value_name = "Q=TEXT")]
    pub statement: Vec<String>,
    /// The author.
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
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

/// The command with every help text in one language.
pub fn command(words: &'static Words) -> Command {
    let w = &words.cli;
    let mut command = Args::command().styles(Styles::plain()).about(w.about).subcommand_help_heading(w.commands);
    command = texts(command, w).help_template(template(w));
    for name in [
        "new",
        "ask",
        "list",
        "answer",
        "show",
        "merge",
        "report",
        "plan",
        "vote",
        "agree",
        "room",
        "compare",
        "check",
        "log",
        "form",
        "import",
        "demo",
        "completions",
        "man",
    ] {
        command = command.mut_subcommand(name, |c| {
            let about = table(w).iter().find(|(n, _)| *n == name).map_or("", |(_, text)| text);
            texts(c, w).about(about).help_template(template(w))
        });
    }
    command = command.mut_subcommand("rubric", |c| {
        let names = ["list", "show", "check", "new", "schema", "preview"];
        let about = |name: &str| table(w).iter().find(|(n, _)| *n == name).map_or("", |(_, text)| *text);
        let group =
            texts(c, w).about(about("rubric command")).subcommand_help_heading(w.commands).help_template(template(w));
        names.into_iter().fold(group, |group, name| {
            let about = about(&format!("rubric {name}"));
            group.mut_subcommand(name, |c| texts(c, w).about(about).help_template(template(w)))
        })
    });
    command
}

fn template(w: &CliWords) -> String {
    format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}\n", w.usage)
}

/// The help of the arguments of one command.
fn texts(mut command: Command, w: &'static CliWords) -> Command {
    command = command
        .disable_help_flag(true)
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help).help(w.help).help_heading(w.options));
    let table = table(w);
    command.mut_args(|arg| {
        let id = arg.get_id().to_string();
        let heading = if arg.is_positional() { w.arguments } else { w.options };
        let help = table.iter().find(|(name, _)| *name == id).map(|(_, text)| *text);
        let takes_value = arg.get_action().takes_values();
        let arg = arg.help_heading(heading).hide_possible_values(takes_value);
        match help {
            Some(help) => arg.help(help),
            None => arg,
        }
    })
}

/// What each argument and command is for, by its name.
fn table(w: &CliWords) -> Vec<(&'static str, &'static str)> {
    vec![
        ("new", w.new),
        ("ask", w.ask),
        ("demo", w.demo),
        ("completions", w.completions),
        ("shell", w.shell),
        ("man", w.man),
        ("list", w.list),
        ("answer", w.answer),
        ("show", w.show),
        ("merge", w.merge),
        ("report", w.report),
        ("form", w.form),
        ("import", w.import),
        ("plan", w.plan),
        ("vote", w.vote),
        ("agree", w.agree),
        ("room", w.room),
        ("votes", w.votes),
        ("rater", w.rater),
        ("role", w.role),
        ("from", w.from),
        ("levels", w.levels),
        ("method", w.method),
        ("agreed_why", w.agreed_why),
        ("statement", w.statement),
        ("compare", w.compare),
        ("check", w.check),
        ("check_paths", w.check_paths),
        ("log", w.log),
        ("cohort", w.cohort),
        ("collect", w.collect),
        ("collection", w.collection),
        ("flat", w.flat),
        ("paths", w.paths),
        ("of_rubric", w.of_rubric),
        ("period", w.period),
        ("threads", w.threads),
        ("groups", w.groups),
        ("k", w.k),
        ("internal", w.internal),
        ("reliability", w.reliability),
        ("position", w.position),
        ("save_benchmark", w.save_benchmark),
        ("replace_benchmark", w.replace_benchmark),
        ("html", w.html),
        ("csv", w.csv),
        ("md", w.md),
        ("capacity", w.capacity),
        ("target", w.target),
        ("since", w.since),
        ("steps", w.steps),
        ("file", w.file),
        ("data_dir", w.data_dir),
        ("lang", w.lang),
        ("color", w.color),
        ("theme", w.theme),
        ("ascii", w.ascii),
        ("version", w.version),
        ("json", w.json),
        ("plain", w.plain),
        ("rubric command", w.rubric_command),
        ("rubric list", w.rubric_list),
        ("rubric show", w.rubric_show),
        ("rubric check", w.rubric_check),
        ("rubric new", w.rubric_new),
        ("rubric schema", w.rubric_schema),
        ("rubric preview", w.rubric_preview),
        ("rubric_name", w.rubric_name),
        ("rubric_file", w.rubric_file),
        ("rubric_id", w.rubric_id),
        ("subject", w.subject),
        ("rubric", w.rubric),
        ("mode", w.mode),
        ("depth", w.depth),
        ("output", w.output),
        ("answers", w.answers),
        ("note", w.note),
        ("evidence", w.evidence),
        ("confidence", w.confidence),
        ("by", w.by),
        ("files", w.files),
        ("into", w.into),
        ("force", w.force),
        ("across_versions", w.across_versions),
        ("into_new", w.into_new),
        ("to", w.to),
        ("format", w.format),
        ("form_format", w.form_format),
        ("summary", w.summary),
        ("no_names", w.no_names),
        ("long", w.long),
        ("csv_raw", w.csv_raw),
        ("bilingual", w.bilingual),
        ("table", w.table),
        ("yes", w.yes),
        ("partial", w.partial),
    ]
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
