//! How the screen looks: the flag, else the environment, else the configuration.

use std::env;

use super::args::{Args, ColorWhen};
use super::config::Config;
use crate::tui::Face;
use crate::tui::theme::{Colours, Look, Theme};

/// The look of the screen, and whether it listens to the mouse.
pub fn face(args: &Args, config: &Config) -> Face {
    let said = args.theme.clone().or_else(|| env::var("GRADUS_THEME").ok());
    let look = said.and_then(|word| Look::parse(&word)).or(config.theme).unwrap_or_default();
    let terminal = terminal();
    let is_ascii =
        args.ascii || variable("GRADUS_ASCII").or(config.ascii).unwrap_or_else(|| draws_little(&terminal.name));
    let mouse = args.mouse || variable("GRADUS_MOUSE").or(config.mouse).unwrap_or(false);
    let when = args.color.or(config.color).unwrap_or(ColorWhen::Auto);
    let theme = Theme::new(colours(when, &terminal)).with_look(look).with_ascii(is_ascii);
    Face { theme, mouse }
}

/// What a variable of the environment says about a thing that is on or off; `0` is off.
fn variable(name: &str) -> Option<bool> {
    env::var(name).ok().filter(|v| !v.is_empty()).map(|v| v != "0")
}

/// What the environment says of the terminal.
struct Terminal {
    name: String,
    /// `COLORTERM` is set.
    has_many: bool,
    /// `NO_COLOR` is set.
    refuses: bool,
}

fn terminal() -> Terminal {
    let is_set = |name| env::var_os(name).is_some_and(|v| !v.is_empty());
    Terminal { name: env::var("TERM").unwrap_or_default(), has_many: is_set("COLORTERM"), refuses: is_set("NO_COLOR") }
}

/// Terminals without colours, by the beginning of their names: what means a colour elsewhere may blink there.
const PLAIN: [&str; 4] = ["dumb", "vt52", "vt1", "vt2"];

/// Whether a terminal of this name has no Braille and no eighths of a block: the console of Linux, and those
/// without colours.
fn draws_little(name: &str) -> bool {
    name == "linux" || PLAIN.iter().any(|plain| name.starts_with(plain))
}

/// The colours that the flag, `NO_COLOR` and the terminal's name leave.
fn colours(when: ColorWhen, terminal: &Terminal) -> Colours {
    let name = terminal.name.as_str();
    let has_none = PLAIN.iter().any(|plain| name.starts_with(plain)) || name.ends_with("-m") || name.ends_with("-mono");
    match when {
        ColorWhen::Never => Colours::None,
        ColorWhen::Auto if terminal.refuses || has_none => Colours::None,
        ColorWhen::Auto | ColorWhen::Always if name.contains("256color") || terminal.has_many => Colours::Many,
        ColorWhen::Auto | ColorWhen::Always => Colours::Sixteen,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_terminals_get_marks_that_they_have() {
        for (name, little) in [("linux", true), ("vt100", true), ("vt220", true), ("xterm", false), ("screen", false)] {
            assert_eq!(draws_little(name), little, "{name}");
        }
    }

    #[test]
    fn the_flag_goes_before_the_environment_and_that_before_the_name_of_the_terminal() {
        let on = |name: &str, has_many, refuses| Terminal { name: name.to_owned(), has_many, refuses };
        for (when, terminal, is) in [
            (ColorWhen::Auto, on("xterm-256color", false, false), Colours::Many),
            (ColorWhen::Auto, on("xterm", true, false), Colours::Many),
            (ColorWhen::Auto, on("linux", false, false), Colours::Sixteen),
            (ColorWhen::Auto, on("unheard-of", false, false), Colours::Sixteen),
            (ColorWhen::Auto, on("vt220", false, false), Colours::None),
            (ColorWhen::Auto, on("xterm-mono", false, false), Colours::None),
            (ColorWhen::Auto, on("xterm-256color", true, true), Colours::None),
            (ColorWhen::Always, on("vt100", false, true), Colours::Sixteen),
            (ColorWhen::Always, on("xterm-256color", false, true), Colours::Many),
            (ColorWhen::Never, on("xterm-256color", true, false), Colours::None),
        ] {
            assert_eq!(colours(when, &terminal), is, "{when:?} {}", terminal.name);
        }
    }
}
