//! The arguments of single commands.

use std::ffi::OsString;
use std::path::PathBuf;

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
    /// The interviewer's own `Q=LEVEL`.
    #[arg(long, value_name = "Q=LEVEL")]
    pub rating: Vec<String>,
    /// Who gave the answers.
    #[arg(long, value_name = "NAME")]
    pub said_by: Option<String>,
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
