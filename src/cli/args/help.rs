//! The help of every command and argument, in the language of whoever asks.

use clap::{Arg, ArgAction, Command, CommandFactory};

use super::Args;
use crate::lang::{CliWords, Words, fill};

/// The command with every help text in one language.
pub fn command(words: &'static Words) -> Command {
    let w = &words.cli;
    let whole = Args::command().about(w.about).subcommand_help_heading(w.commands);
    below(texts(whole, w).help_template(template(w)), "", w)
}

/// The same command with help for each command below it; `before` is what stands before their names.
fn below(mut command: Command, before: &str, w: &'static CliWords) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    let commands = commands(w);
    for name in names {
        let path = format!("{before}{name}");
        let about = of(&commands, &path).unwrap_or_default();
        let place = commands.iter().position(|(n, _)| *n == path).unwrap_or_default();
        command = command.mut_subcommand(name, |c| {
            let c = texts(c, w)
                .about(about)
                .display_order(place)
                .subcommand_help_heading(w.commands)
                .help_template(template(w));
            below(c, &format!("{path} "), w)
        });
    }
    command
}

fn template(w: &CliWords) -> String {
    format!("{{about}}\n\n{}{{usage}}\n\n{{all-args}}\n", w.usage)
}

/// The help of the arguments of one command.
fn texts(command: Command, w: &'static CliWords) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help(w.help).help_heading(w.options);
    let table = arguments(w);
    command.disable_help_flag(true).arg(help).mut_args(|arg| {
        let heading = if arg.is_positional() { w.arguments } else { w.options };
        let help = of(&table, arg.get_id().as_str());
        let takes_value = arg.get_action().takes_values();
        let arg = arg.help_heading(heading).hide_possible_values(takes_value);
        match help {
            Some(help) => arg.help(help),
            None => arg,
        }
    })
}

fn of(table: &[(&str, &'static str)], name: &str) -> Option<&'static str> {
    table.iter().find(|(n, _)| *n == name).map(|(_, text)| *text)
}

/// Help as it was made, with the colon of the language after each heading.
pub(super) fn punctuated(help: &str, w: &CliWords) -> String {
    [w.commands, w.arguments, w.options].iter().fold(help.trim_end().to_owned(), |help, heading| {
        help.replace(&format!("\n{heading}:\n"), &format!("\n{}\n", fill(w.heading, &[heading])))
    })
}

/// What each command is for, in the order in which help lists them.
fn commands(w: &CliWords) -> Vec<(&'static str, &'static str)> {
    vec![
        ("new", w.new),
        ("ask", w.ask),
        ("answer", w.answer),
        ("show", w.show),
        ("plan", w.plan),
        ("report", w.report),
        ("list", w.list),
        ("demo", w.demo),
        ("vote", w.vote),
        ("agree", w.agree),
        ("room", w.room),
        ("compare", w.compare),
        ("log", w.log),
        ("merge", w.merge),
        ("import", w.import),
        ("form", w.form),
        ("check", w.check),
        ("cohort", w.cohort),
        ("collect", w.collect),
        ("rubric", w.rubric_command),
        ("rubric list", w.rubric_list),
        ("rubric show", w.rubric_show),
        ("rubric check", w.rubric_check),
        ("rubric new", w.rubric_new),
        ("rubric schema", w.rubric_schema),
        ("rubric preview", w.rubric_preview),
        ("completions", w.completions),
        ("man", w.man),
    ]
}

/// What each argument is for, by its name in the sources.
fn arguments(w: &CliWords) -> Vec<(&'static str, &'static str)> {
    vec![
        ("shell", w.shell),
        ("votes", w.votes),
        ("rater", w.rater),
        ("role", w.role),
        ("from", w.from),
        ("levels", w.levels),
        ("method", w.method),
        ("agreed_why", w.agreed_why),
        ("statement", w.statement),
        ("check_paths", w.check_paths),
        ("collection", w.collection),
        ("flat", w.flat),
        ("with", w.with),
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
        ("benchmark", w.benchmark),
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
        ("mouse", w.mouse),
        ("version", w.version),
        ("json", w.json),
        ("plain", w.plain),
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
        ("rating", w.rating),
        ("said_by", w.said_by),
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
