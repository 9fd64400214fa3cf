//! The arguments of commands on the assessments of many.

use std::path::PathBuf;

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
    /// What else is packed.
    #[arg(long, value_name = "names,notes,evidence,votes", value_delimiter = ',', value_parser = ["names", "notes", "evidence", "votes"], conflicts_with = "flat")]
    pub with: Vec<String>,
}
