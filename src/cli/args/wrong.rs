//! What is said of a command line that cannot be read: one sentence, with what was probably meant.

use std::ffi::OsString;

use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::Args;
use crate::lang::{Words, fill};
use crate::text::{clean_line, nearest};

/// The command that somebody probably meant by a word.
pub fn meant(word: &str) -> Option<String> {
    let names = names();
    nearest(word, &names.iter().map(String::as_str).collect::<Vec<_>>()).map(str::to_owned)
}

fn names() -> Vec<String> {
    Args::command().get_subcommands().map(|c| c.get_name().to_owned()).collect()
}

/// A usage error in one sentence.
pub(super) fn sentence(error: &clap::Error, args: &[OsString], words: &Words) -> String {
    let w = &words.cli;
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => clean_line(text).into_owned(),
        Some(ContextValue::Strings(texts)) => {
            texts.iter().map(|t| clean_line(t)).collect::<Vec<_>>().join(words.report.comma)
        }
        _ => String::new(),
    };
    let arg = context(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::UnknownArgument => match (mistyped_command(args, &arg), context(ContextKind::SuggestedArg)) {
            (Some(typed), _) => match meant(&typed) {
                Some(meant) => fill(w.unknown_command_near, &[&clean_line(&typed), &meant]),
                None => fill(w.unknown_command, &[&clean_line(&typed)]),
            },
            (None, suggested) if suggested.is_empty() => fill(w.unknown_argument, &[&arg]),
            (None, suggested) => fill(w.unknown_argument_near, &[&arg, &suggested]),
        },
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

/// The word before one that means nothing, where no command is named: it was taken for a file, and
/// meant as a command.
fn mistyped_command(args: &[OsString], unknown: &str) -> Option<String> {
    let words: Vec<&str> = args.iter().skip(1).filter_map(|a| a.to_str()).filter(|a| !a.starts_with('-')).collect();
    let names = names();
    if unknown.starts_with('-') || words.iter().any(|word| names.iter().any(|name| name == word)) {
        return None;
    }
    let place = words.iter().position(|word| *word == unknown)?;
    place.checked_sub(1).map(|before| words[before].to_owned())
}
