//! From the words that were typed to [`Args`], or to the sentence that says what is wrong with them.

use std::ffi::OsString;

use clap::FromArgMatches;
use clap::error::ErrorKind;

use super::{Args, command, help, wrong};
use crate::lang::{Lang, fill};
use crate::text::clean_line;

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
    if let Some(args) = only_a_file(&args) {
        return Ok(args);
    }
    let matches = command(words).try_get_matches_from(&args);
    match matches.and_then(|m| Args::from_arg_matches(&m)) {
        // A name before a command belongs to nothing.
        Ok(Args { file: Some(file), command: Some(_), .. }) => {
            Err(Refused::Usage(fill(words.cli.conflict, &[&clean_line(&file.to_string_lossy())])))
        }
        Ok(args) => Ok(args),
        Err(error)
            if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand) =>
        {
            Err(Refused::Help(help::punctuated(&error.render().to_string(), &words.cli)))
        }
        Err(error) => Err(Refused::Usage(wrong::sentence(&error, &args, words))),
    }
}

/// What is typed most, `gradus` and `gradus FILE`, is understood without building all commands with their help,
/// which would be a good part of a start. `None` for everything else.
fn only_a_file(args: &[OsString]) -> Option<Args> {
    let file = match args {
        [_] => None,
        // A word without either may be a command, or a mistyped one.
        [_, file] if file.to_str().is_some_and(|name| !name.starts_with('-') && name.contains(['/', '.'])) => {
            Some(file.clone())
        }
        _ => return None,
    };
    Some(Args { file, ..Args::default() })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_most_is_understood_as_the_parser_would() {
        for (line, is_quick) in [
            (vec!["gradus"], true),
            (vec!["gradus", "east-steel.gradus"], true),
            (vec!["gradus", "./list"], true),
            (vec!["gradus", "评估/华东.gradus"], true),
            (vec!["gradus", "list"], false),
            (vec!["gradus", "华东钢铁"], false),
            (vec!["gradus", "--data-dir=a/b"], false),
            (vec!["gradus", "-"], false),
            (vec!["gradus", "a.gradus", "--ascii"], false),
        ] {
            let line: Vec<OsString> = line.into_iter().map(Into::into).collect();
            let quick = only_a_file(&line);
            assert_eq!(quick.is_some(), is_quick, "{line:?}");
            if let Some(quick) = quick {
                let parsed = Args::from_arg_matches(&command(Lang::En.words()).get_matches_from(&line)).unwrap();
                assert_eq!(format!("{quick:?}"), format!("{parsed:?}"));
            }
        }
    }
}
