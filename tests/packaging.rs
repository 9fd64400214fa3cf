//! What is shipped beside the program, and printed by it, is made from the command line that is parsed.
//! `GRADUS_REFRESH=1` writes it anew.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

use std::fs;
use std::io::{Result, Write};
use std::path::Path;
use std::process::Command;

use clap_complete::{Shell, generate};
use clap_mangen::Man;
use gradus::cli::command;
use gradus::lang::Lang;

fn gradus(lang: Lang, arguments: &[&str]) -> String {
    let folder = tempfile::TempDir::new().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_gradus"));
    command.env_clear().env("HOME", folder.path()).env("GRADUS_LANG", lang.code()).args(arguments);
    let printed = command.output().unwrap();
    assert_eq!(String::from_utf8_lossy(&printed.stderr), "");
    String::from_utf8(printed.stdout).unwrap()
}

/// The completions of a shell. Their descriptions are English: a shell is set up once for everybody.
fn completions(shell: Shell) -> Vec<u8> {
    let mut script = Vec::new();
    generate(shell, &mut command(Lang::En.words()), "gradus", &mut script);
    let script = String::from_utf8(script).unwrap();
    let mended = match shell {
        Shell::Bash => files_for_the_word_after_a_command(&script),
        Shell::Fish => values_before_a_command(&script),
        Shell::Zsh => one_first_word(&script),
        _ => script,
    };
    mended.into_bytes()
}

/// What follows a command is a file or an option. What is generated for bash offers options alone where
/// nothing is typed yet; with nothing to offer bash completes the names of files by itself.
fn files_for_the_word_after_a_command(script: &str) -> String {
    let mut only_options = false;
    let mut mended = String::new();
    for line in script.lines() {
        if let Some(words) = line.trim().strip_prefix("opts=\"").and_then(|rest| rest.strip_suffix('"')) {
            only_options = !words.is_empty() && words.split(' ').all(|word| word.starts_with('-'));
        }
        let is_last = line == "            COMPREPLY=( $(compgen -W \"${opts}\" -- \"${cur}\") )";
        match line.split_once(" || ${COMP_CWORD} -eq ") {
            Some((before, _)) if only_options => mended.extend([before, " ]] ; then\n"]),
            _ if only_options && is_last => {}
            _ => mended.extend([line, "\n"]),
        }
    }
    mended
}

/// What is generated for fish forgets what it knows while an option before the command waits for its value,
/// and never says which shells there are.
fn values_before_a_command(script: &str) -> String {
    const PARSED: &str = "    argparse -s (__fish_gradus_global_optspecs) -- $cmd 2>/dev/null\n    or return\n";
    assert!(script.contains(PARSED), "the command line is taken apart in another way");
    let shells = "complete -c gradus -n \"__fish_gradus_using_subcommand completions\" -f -a \"bash elvish fish powershell zsh\"\n";
    let again = PARSED.replace("    or return\n", "    or begin\n        set -e cmd[-1]\n    ");
    let again = again + &PARSED.replace("    or return\n", "    end\n    or return\n");
    script.replacen(PARSED, &again, 1) + shells
}

/// The first word is a file or a command. What is generated for zsh takes it for the file always and
/// waits for a command behind it, so that nothing of a command is ever completed.
fn one_first_word(script: &str) -> String {
    const COMMANDS: &str = "\":: :_gradus_commands\"";
    let file = script.lines().find(|line| line.starts_with("'::file -- ")).unwrap();
    assert!(script.contains(&format!("{file}\n{COMMANDS}")), "the command line has another first word");
    script
        .replacen(&format!("{file}\n"), "", 1)
        .replacen(COMMANDS, "\":: :{_gradus_commands; _files}\"", 1)
        .replace("$line[2]", "$line[1]")
}

/// The manual page, with a section for every command.
fn man(lang: Lang) -> Result<Vec<u8>> {
    let command = command(lang.words());
    let mut page = Vec::new();
    let whole = Man::new(command.clone());
    whole.render_title(&mut page)?;
    // Flush left: to spread a line of Chinese tears it apart at its few blanks.
    writeln!(page, ".ad l\n.nh")?;
    whole.render_name_section(&mut page)?;
    whole.render_synopsis_section(&mut page)?;
    whole.render_options_section(&mut page)?;
    command.get_subcommands().try_for_each(|sub| section("gradus", sub, &mut page))?;
    let w = &lang.words().cli;
    for (title, text) in
        [(w.man_exit, w.man_exit_text), (w.man_environment, w.man_environment_text), (w.man_files, w.man_files_text)]
    {
        writeln!(page, ".SH \"{title}\"\n{text}")?;
    }
    Ok(page)
}

/// What a command does, how it is written, and its options.
fn section(above: &str, command: &clap::Command, page: &mut Vec<u8>) -> Result<()> {
    let name = format!("{above} {}", command.get_name());
    writeln!(page, ".SH \"{}\"", name.to_uppercase())?;
    writeln!(page, "{}", command.get_about().map(ToString::to_string).unwrap_or_default())?;
    let man = Man::new(command.clone().bin_name(&name));
    let mut part = Vec::new();
    man.render_synopsis_section(&mut part)?;
    man.render_options_section(&mut part)?;
    // One level deeper than on a page of its own; the first title is the command's.
    page.write_all(String::from_utf8(part).unwrap().replace(".SH ", ".SS ").as_bytes())?;
    command.get_subcommands().try_for_each(|sub| section(&name, sub, page))
}

#[test]
fn the_manual_pages_and_the_completions_are_fresh_and_what_the_program_prints() {
    let pages = [
        ("assets/gradus.1", Lang::En, vec!["man"], man(Lang::En).unwrap()),
        ("assets/gradus.zh.1", Lang::Zh, vec!["man"], man(Lang::Zh).unwrap()),
        ("assets/completions/gradus.bash", Lang::En, vec!["completions", "bash"], completions(Shell::Bash)),
        ("assets/completions/gradus.elv", Lang::En, vec!["completions", "elvish"], completions(Shell::Elvish)),
        ("assets/completions/gradus.fish", Lang::Zh, vec!["completions", "fish"], completions(Shell::Fish)),
        ("assets/completions/_gradus.ps1", Lang::En, vec!["completions", "powershell"], completions(Shell::PowerShell)),
        ("assets/completions/_gradus", Lang::Zh, vec!["completions", "zsh"], completions(Shell::Zsh)),
    ];
    for (path, lang, arguments, made) in pages {
        let made = format!("{}\n", String::from_utf8(made).unwrap().trim_end());
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        if std::env::var_os("GRADUS_REFRESH").is_some() {
            // The program prints it once it is built again.
            fs::write(&file, &made).unwrap();
            continue;
        }
        let kept = fs::read_to_string(&file).unwrap_or_default();
        assert!(kept == made, "{path}: run cargo test --test packaging with GRADUS_REFRESH=1");
        assert!(kept == gradus(lang, &arguments), "gradus {arguments:?} does not print {path}");
    }
}

#[test]
fn zsh_looks_for_the_command_in_the_first_word() {
    let script = gradus(Lang::En, &["completions", "zsh"]);
    let (before, commands) = script.split_once("case $state in").unwrap();
    assert!(!before.contains("'::file "), "the first word is never a command");
    assert!(before.contains("_gradus_commands; _files"), "the first word is a command or a file");
    let choice = commands.split_once("(new)").unwrap().0;
    assert!(choice.trim_end().ends_with("case $line[1] in"), "{choice}");
}

/// What a shell offers for a line that is being typed; `None` where the shell is not installed.
fn offered(shell: &str, setup: &str) -> Option<String> {
    let folder = tempfile::TempDir::new().unwrap();
    fs::write(folder.path().join("mine.gradus"), "").unwrap();
    fs::write(folder.path().join("script"), gradus(Lang::En, &["completions", shell])).unwrap();
    let mut command = Command::new(shell);
    command.current_dir(folder.path()).args(["-c", setup]).env("HOME", folder.path());
    let Ok(said) = command.output() else {
        println!("skipped: {shell} is not installed here");
        return None;
    };
    assert!(said.status.success(), "{shell}: {}", String::from_utf8_lossy(&said.stderr));
    Some(String::from_utf8(said.stdout).unwrap())
}

#[test]
fn fish_offers_values_commands_and_files() {
    for (line, offers) in [
        ("gradus co", "cohort"),
        ("gradus --lang ", "zh\n"),
        ("gradus --lang zh sh", "show"),
        ("gradus show ", "mine.gradus"),
        ("gradus report --format ", "xlsx"),
        ("gradus completions ", "powershell"),
    ] {
        let Some(said) = offered("fish", &format!("source ./script; complete -C '{line}'")) else { return };
        assert!(said.contains(offers), "{line}: {said}");
        assert_eq!(said.contains("mine.gradus"), offers == "mine.gradus", "{line}: {said}");
    }
}

#[test]
fn bash_offers_values_and_commands_and_leaves_files_to_itself() {
    for (line, offers) in [
        ("gradus co", "cohort"),
        ("gradus --lang zh sh", "show"),
        ("gradus report --format ''", "xlsx"),
        ("gradus completions ''", "powershell"),
        ("gradus rubric ''", "preview"),
        ("gradus show --js", "--json"),
        // Nothing: bash itself completes the name of a file.
        ("gradus show ''", ""),
        ("gradus import mine.gradus ''", ""),
    ] {
        let last = "${COMP_WORDS[COMP_CWORD]}";
        let setup = format!(
            "source ./script; COMP_WORDS=({line}); COMP_CWORD=$((${{#COMP_WORDS[@]}}-1)); \
             _gradus gradus \"{last}\" \"${{COMP_WORDS[COMP_CWORD-1]}}\"; echo \"${{COMPREPLY[*]}}\""
        );
        let Some(said) = offered("bash", &setup) else { return };
        assert!(said.contains(offers) && said.trim().is_empty() == offers.is_empty(), "{line}: {said}");
    }
    let script = gradus(Lang::En, &["completions", "bash"]);
    assert!(script.contains("-o default gradus"), "bash is told to complete names of files");
}

#[test]
fn every_command_is_in_the_manual_page() {
    let page = gradus(Lang::En, &["man"]);
    let help = gradus(Lang::En, &["--help"]);
    let commands = help.split("Commands").nth(1).unwrap().lines().skip(1).map_while(|l| l.split_whitespace().next());
    assert!(
        page.contains(".SH \"EXIT STATUS\"\n0 done") && page.contains("GRADUS_MOUSE") && page.contains("gradus.conf")
    );
    for command in commands {
        assert!(page.contains(&format!(".SH \"GRADUS {}\"", command.to_uppercase())), "{command}");
    }
}

#[test]
fn the_demo_shows_a_whole_result_and_writes_nothing() {
    let shown = gradus(Lang::En, &["demo", "--plain"]);
    assert!(shown.contains("24/24 answered") && shown.contains("#####"), "{shown}");
}
