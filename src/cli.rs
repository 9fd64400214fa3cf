//! The commands. Each is a few calls; what they print goes through [`out`].

mod answer;
mod args;
mod check;
mod cohort;
mod collect;
mod compare;
mod config;
mod demo;
mod form;
mod import;
mod list;
mod log;
mod look;
mod merge;
mod newer;
mod pages;
mod peers;
mod plan;
mod reliability;
mod report;
mod room;
mod rubric;
mod show;

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::IsTerminal;
use std::path::PathBuf;

use anyhow::{Result, anyhow};

use crate::assessment::{Change, Field, Mode, Thing};
use crate::desk::{Defaults, Desk};
use crate::lang::{Lang, Words, fill};
use crate::out;
use crate::plain;
use crate::report::standing::PeersPart;
use crate::rubric::SHIPPED;
use crate::store::{Places, Store, StoreFault, Use};
use crate::text::{self, Clean};
use crate::tui;
use crate::tui::{Begin, Face};
use args::{Args, Cmd, NewArgs, Refused};
use config::Config;
use newer::Newer;

pub use args::command;

/// Stands before a sentence on standard error: in a pipeline it must be clear who speaks.
const NAME: &str = "gradus: ";
/// A problem was told in one sentence.
const PROBLEM: i32 = 1;
/// The command line was wrong.
const WRONG_USAGE: i32 = 2;

/// Does what the command line asks for; returns the exit code.
pub fn run(arguments: Vec<OsString>) -> i32 {
    let (config, config_file, problems) = config::load();
    let set = args::lang_of(&arguments).or_else(lang_of_environment).or(config.lang);
    let lang = set.or_else(lang_of_locale).unwrap_or(Lang::En);
    let words = lang.words();
    for (problem, path) in problems.iter().zip(config_file.iter().cycle()) {
        out::complain(&format!("{NAME}{}", problem.sentence(path, words)));
    }
    let args = match args::parse(arguments, lang) {
        Ok(args) => args,
        Err(Refused::Help(help)) => return printed(out::print(help.trim_end()), words),
        Err(Refused::Usage(sentence)) => {
            out::complain(&format!("{NAME}{sentence}"));
            return WRONG_USAGE;
        }
    };
    match dispatch(args, config, lang) {
        Ok(code) => code,
        Err(error) => {
            out::complain(&format!("{NAME}{error}"));
            PROBLEM
        }
    }
}

fn lang_of_environment() -> Option<Lang> {
    env::var("GRADUS_LANG").ok().and_then(|code| Lang::of_code(&code))
}

fn lang_of_locale() -> Option<Lang> {
    sys_locale::get_locale().map(|locale| Lang::of_locale(&locale))
}

fn dispatch(args: Args, config: Config, lang: Lang) -> Result<i32> {
    let words = lang.words();
    if args.version {
        return Ok(printed(out::print(&version()), words));
    }
    let face = look::face(&args, &config);
    let data = args.data_dir.or_else(|| env::var_os("GRADUS_DATA_DIR").filter(|d| !d.is_empty()).map(PathBuf::from));
    let places = Places::find(data.or(config.data_dir.clone()), config.state_dir.clone())
        .map_err(|f| anyhow!(f.sentence(&words.store)))?;
    let defaults = Defaults { rubric: config.rubric, mode: config.mode, depth: config.depth };
    let mut desk = Desk { store: Store::on_disk(places), lang, defaults, peers: None };
    desk.peers = peers::find(&desk, args.command.as_ref(), args.benchmark.as_deref(), config.benchmark.as_deref())?;
    match args.command {
        None => full_screen(desk, args.file.as_deref(), face),
        Some(command) => obey(desk, command, face),
    }
}

/// Does what a command asks for. Apart from the full screen, which would touch the stack of all of them.
#[inline(never)]
fn obey(desk: Desk, command: Cmd, face: Face) -> Result<i32> {
    let (lang, words) = (desk.lang, desk.lang.words());
    match command {
        Cmd::Ask { file, plain: true, rater } => plain::run(desk, file.as_deref(), rater.as_deref()),
        Cmd::Ask { file, plain: false, .. } => full_screen(desk, file.as_deref(), face),
        Cmd::Demo { plain } => demo::run(desk, plain, face),
        Cmd::Completions { shell } => Ok(printed(out::print(pages::completions(shell).text().trim_end()), words)),
        Cmd::Man => Ok(printed(out::print(pages::man(lang).text().trim_end()), words)),
        Cmd::New(new) => make(&desk, new),
        Cmd::List { json, plain } => list::run(&desk, json, plain),
        Cmd::Answer(typed) => {
            let path = desk.resolve(&typed.file)?;
            let on_desk = desk.open(&path, Use::Write)?;
            let is_workshop = on_desk.opened.assessment.mode() == Mode::Workshop;
            if is_workshop && !typed.answers.is_empty() {
                let file = Clean::line(&typed.file.to_string_lossy());
                return Err(anyhow!(fill(words.room.workshop_votes, &[&file])));
            }
            let notices = desk.record(on_desk, typed.by.as_deref(), |on_desk, session| {
                answer::changes(&typed, &on_desk.rubric, &on_desk.opened.assessment, session, &words.cli)
                    .map_err(|s| anyhow!(s))
            })?;
            tell(&notices);
            Ok(0)
        }
        Cmd::Plan(typed) => Ok(printed(plan::run(&desk, &typed)?, words)),
        Cmd::Vote(typed) => room::vote(&desk, &typed),
        Cmd::Agree(typed) => room::agree(&desk, &typed),
        Cmd::Room { file, json } => Ok(printed(room::show(&desk, &file, json)?, words)),
        Cmd::Compare { files, json } => Ok(printed(compare::run(&desk, &files, json)?, words)),
        Cmd::Rubric { command } => rubric::run(&desk, command, face),
        Cmd::Merge(merge) => merge::run(&desk, &merge),
        Cmd::Show { file, json, plain } => {
            let path = desk.resolve(&file)?;
            let on_desk = desk.open(&path, Use::Read)?;
            tell(&on_desk.notices);
            let assessment = &on_desk.opened.assessment;
            let part = peers::part(&desk, &on_desk.rubric, assessment)?;
            let mut looked_for = Newer::new(&desk);
            let newer = looked_for.of(&on_desk);
            let done = if json {
                let mut told = show::json(&on_desk.rubric, assessment, newer.as_deref(), lang);
                for (name, member) in part.iter().flat_map(PeersPart::members) {
                    told[name] = member;
                }
                out::print_json(&told)
            } else {
                let result = if plain { plain::result_with_reasons } else { plain::result };
                let others = part.map_or_else(String::new, |part| plain::peers(&part, lang));
                out::print(&format!("{}{others}", result(&on_desk.rubric, assessment, lang)))
            };
            if !json {
                looked_for.tell();
            }
            Ok(printed(done, words))
        }
        Cmd::Check { check_paths, json } => check::run(&desk, &check_paths, json),
        Cmd::Log { file, json } => log::run(&desk, &file, json),
        Cmd::Cohort(wanted) if wanted.reliability => reliability::run(&desk, &wanted),
        Cmd::Cohort(wanted) => cohort::run(&desk, &wanted),
        Cmd::Collect(wanted) => collect::run(&desk, &wanted),
        Cmd::Report(wanted) => report::run(&desk, &wanted),
        Cmd::Form(wanted) => form::run(&desk, &wanted),
        Cmd::Import(wanted) => import::run(&desk, &wanted),
    }
}

/// The exit code after something was printed.
fn printed(done: std::io::Result<()>, words: &Words) -> i32 {
    match done {
        Ok(()) => 0,
        Err(error) => {
            out::complain(&format!("{NAME}{}", fill(words.cli.output_failed, &[&error.to_string()])));
            PROBLEM
        }
    }
}

/// Notices go to standard error: the result alone is on standard output.
fn tell(notices: &[String]) {
    for notice in notices {
        out::complain(notice);
    }
}

fn version() -> String {
    let rubrics: Vec<String> = SHIPPED.iter().map(|s| format!("{} {}", s.id, s.version)).collect();
    format!("gradus {} ({})", env!("CARGO_PKG_VERSION"), rubrics.join(", "))
}

/// The full screen without a terminal would be nothing but control codes in a file.
fn needs_terminal(lang: Lang) -> Result<()> {
    if std::io::stdin().is_terminal() && std::io::stdout().is_terminal() {
        return Ok(());
    }
    Err(anyhow!(lang.words().cli.no_terminal))
}

/// Whether the terminal can do nothing but print lines.
fn is_dumb() -> bool {
    env::var_os("TERM").is_some_and(|term| term == "dumb")
}

fn full_screen(desk: Desk, file: Option<&OsStr>, face: Face) -> Result<i32> {
    if is_dumb() {
        return plain::run(desk, file, None);
    }
    needs_terminal(desk.lang)?;
    let start = file.map_or(Ok(Begin::Home), |name| named(&desk, name).map(Begin::Open))?;
    tui::run(desk, start, face)
}

/// The file of a name that stands alone: no name of an assessment may be a mistyped command.
fn named(desk: &Desk, name: &OsStr) -> Result<PathBuf> {
    desk.store.resolve(name).map_err(|fault| match (&fault, args::meant(&name.to_string_lossy())) {
        (StoreFault::NoneNamed(name), Some(meant)) => {
            anyhow!(fill(desk.lang.words().cli.name_or_command, &[name, &meant]))
        }
        _ => desk.told(&fault),
    })
}

fn make(desk: &Desk, new: NewArgs) -> Result<i32> {
    let words = desk.lang.words();
    if Clean::line(new.subject.trim()).is_blank() {
        return Err(anyhow!(words.cli.empty_subject));
    }
    let known = desk.defaults.clone();
    let (mode, depth) = (new.mode.or(known.mode), new.depth.or(known.depth));
    let fields = [(Field::Subject, Some(new.subject.trim().to_owned())), (Field::Mode, mode), (Field::Depth, depth)];
    let rubric = new.rubric.or(known.rubric).unwrap_or_else(|| SHIPPED[0].id.to_owned());
    let changes = fields.into_iter().filter_map(|(field, text)| Some(Change::text(Thing::Setup(field), &text?)));
    let on_desk = desk.create(&rubric, changes.collect(), new.output)?;
    tell(&on_desk.notices);
    Ok(printed(out::print(&on_desk.opened.path.to_string_lossy()), words))
}

/// Rows with their columns below one another.
pub(crate) fn table(rows: &[[String; 4]]) -> String {
    let wide = |column: usize| rows.iter().map(|r| text::width(&r[column])).max().unwrap_or(0);
    let widths = [wide(0), wide(1), wide(2)];
    let line = |row: &[String; 4]| {
        let cells: Vec<String> = (0..3).map(|c| text::pad(&row[c], widths[c])).collect();
        format!("{}  {}", cells.join("  "), row[3]).trim_end().to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}
