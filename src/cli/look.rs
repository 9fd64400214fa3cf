//! How the screen looks: the flag, else the environment, else the configuration.

use std::env;

use super::args::{Args, ColorWhen};
use super::config::Config;
use crate::tui::theme::{Colours, Look, Theme};

/// The look of the screen.
pub fn theme(args: &Args, config: &Config) -> Theme {
    let said = args.theme.clone().or_else(|| env::var("GRADUS_THEME").ok());
    let look = said.and_then(|word| Look::parse(&word)).or(config.theme).unwrap_or_default();
    let variable = env::var("GRADUS_ASCII").ok().filter(|v| !v.is_empty()).map(|v| v != "0");
    let is_ascii = args.ascii || variable.or(config.ascii).unwrap_or(false);
    let when = args.color.or(config.color).unwrap_or(ColorWhen::Auto);
    Theme::new(colours(when, &terminal())).with_look(look).with_ascii(is_ascii)
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
