//! `gradus completions` and `gradus man`: made from the same command line that is parsed.

use clap::Command;
use clap_complete::{Shell, generate};
use clap_mangen::Man;

use super::args;
use crate::lang::{Lang, Words};

/// The completions of a shell. Their descriptions are English: a shell is set up once for everybody.
pub fn completions(shell: Shell) -> String {
    let mut script = Vec::new();
    generate(shell, &mut args::command(Lang::En.words()), "gradus", &mut script);
    String::from_utf8_lossy(&script).trim_end().to_owned()
}

/// The manual page, with a section for every command.
pub fn man(words: &'static Words) -> String {
    let command = args::command(words);
    let mut page = Vec::new();
    let whole = Man::new(command.clone());
    let parts =
        [Man::render_title, Man::render_name_section, Man::render_synopsis_section, Man::render_options_section];
    for render in parts {
        // Writing to memory cannot fail.
        let _ = render(&whole, &mut page);
    }
    for sub in command.get_subcommands() {
        let _ = section("gradus", sub, &mut page);
    }
    String::from_utf8_lossy(&page).trim_end().to_owned()
}

/// What a command does, how it is written, and its options.
fn section(above: &str, command: &Command, page: &mut Vec<u8>) -> std::io::Result<()> {
    use std::io::Write;
    let name = format!("{above} {}", command.get_name());
    writeln!(page, ".SH \"{}\"", name.to_uppercase())?;
    writeln!(page, "{}", command.get_about().map(ToString::to_string).unwrap_or_default())?;
    let man = Man::new(command.clone().bin_name(&name));
    for render in [Man::render_synopsis_section, Man::render_options_section] {
        let mut part = Vec::new();
        render(&man, &mut part)?;
        // One level deeper than on a page of its own; the first title is the command's.
        let part = String::from_utf8_lossy(&part).replace(".SH ", ".SS ");
        page.write_all(part.as_bytes())?;
    }
    command.get_subcommands().try_for_each(|sub| section(&name, sub, page))
}
