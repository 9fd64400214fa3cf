//! `gradus completions` and `gradus man`: made from the command line when the project is tested, and
//! part of the program.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::lang::Lang;
use crate::packed::{Packed, packed};

/// A shell that can complete what is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shell {
    /// Bash.
    Bash,
    /// Elvish.
    Elvish,
    /// Fish.
    Fish,
    /// `PowerShell`.
    Powershell,
    /// Zsh.
    Zsh,
}

impl Shell {
    /// Its word and its completions. Their descriptions are English: a shell is set up once for everybody.
    const fn parts(self) -> (&'static str, Packed) {
        match self {
            Self::Bash => ("bash", packed!("gradus.bash")),
            Self::Elvish => ("elvish", packed!("gradus.elv")),
            Self::Fish => ("fish", packed!("gradus.fish")),
            Self::Powershell => ("powershell", packed!("_gradus.ps1")),
            Self::Zsh => ("zsh", packed!("_gradus")),
        }
    }
}

impl ValueEnum for Shell {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Bash, Self::Elvish, Self::Fish, Self::Powershell, Self::Zsh]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.parts().0))
    }
}

/// The completions of a shell.
pub const fn completions(shell: Shell) -> Packed {
    shell.parts().1
}

/// The manual page, with a section for every command.
pub const fn man(lang: Lang) -> Packed {
    match lang {
        Lang::Zh => packed!("gradus.zh.1"),
        Lang::En => packed!("gradus.1"),
    }
}
