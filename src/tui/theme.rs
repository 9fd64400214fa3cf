//! Colours by role. Colour never carries a meaning alone.

mod palette;

use ratatui::style::{Color, Modifier, Style};

use super::widget::cell::{Cell, Hue, Tint};
use super::widget::marks;
use palette::{Palette, Role};

/// How many colours the terminal shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// None: bold and dim only.
    None,
    /// The sixteen that every terminal names.
    Sixteen,
    /// The 256 of the usual palette.
    Many,
}

/// For which background the colours are chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// Any: middle tones that read on dark and on light.
    #[default]
    Any,
    /// Dark backgrounds.
    Dark,
    /// Light backgrounds and projectors.
    Light,
    /// The highest contrast, on a black ground of its own.
    HighContrast,
}

impl Look {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Any, Self::Dark, Self::Light, Self::HighContrast];

    /// The word on the command line and in the configuration.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Any => "auto",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
        }
    }

    /// Reads that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|look| look.as_str() == word)
    }
}

/// Every style of the screen by its role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    colours: Colours,
    look: Look,
    is_ascii: bool,
}

impl Theme {
    /// The theme for a terminal with any background that draws every mark.
    pub fn new(colours: Colours) -> Self {
        Self { colours, look: Look::Any, is_ascii: false }
    }

    /// With colours for a certain background.
    #[must_use]
    pub fn with_look(self, look: Look) -> Self {
        Self { look, ..self }
    }

    /// With borders, bars, radar and marks in ASCII.
    #[must_use]
    pub fn with_ascii(self, is_ascii: bool) -> Self {
        Self { is_ascii, ..self }
    }

    /// How many colours it takes.
    pub fn colours(self) -> Colours {
        self.colours
    }

    /// Whether marks are drawn in ASCII.
    pub fn is_ascii(self) -> bool {
        self.is_ascii
    }

    fn fg(self, role: Role) -> Style {
        match self.colours {
            Colours::None => Style::default(),
            Colours::Sixteen => Style::default().fg(Palette::of(self.look).sixteen(role)),
            Colours::Many => Style::default().fg(Color::Indexed(Palette::of(self.look).many(role))),
        }
    }

    /// What is read first.
    pub fn strong(self) -> Style {
        Style::default().add_modifier(Modifier::BOLD)
    }

    /// What is read last: hints, rules, explanations.
    pub fn dim(self) -> Style {
        match (self.colours, self.look) {
            (Colours::None, Look::HighContrast) => Style::default(),
            (Colours::None, _) => Style::default().add_modifier(Modifier::DIM),
            _ => self.fg(Role::Dim),
        }
    }

    /// Keys, and the mark of the highlight.
    pub fn accent(self) -> Style {
        self.fg(Role::Accent).add_modifier(Modifier::BOLD)
    }

    /// The row or number under the cursor.
    pub fn selected(self) -> Style {
        Style::default().add_modifier(Modifier::REVERSED)
    }

    /// Everything is in order.
    pub fn good(self) -> Style {
        self.fg(Role::Good)
    }

    /// Something wants attention.
    pub fn warning(self) -> Style {
        self.fg(Role::Warning).add_modifier(Modifier::BOLD)
    }

    /// Something is wrong.
    pub fn alarm(self) -> Style {
        self.fg(Role::Alarm).add_modifier(Modifier::BOLD)
    }

    /// A level on a scale of `levels`, counted from the lowest as 0.
    pub fn level(self, place: usize, levels: usize) -> Style {
        let top = palette::LEVELS - 1;
        let place = if levels > 1 { (place * top + (levels - 1) / 2) / (levels - 1) } else { 0 }.min(top);
        self.fg(Role::Level(place))
    }

    /// Gives finished cells the marks and the colours that the terminal has, and the ground of the theme.
    pub fn finish(self, cells: &mut [Cell]) {
        if self.is_ascii {
            marks::to_ascii(cells);
        }
        if self.colours == Colours::None {
            for cell in &mut *cells {
                cell.tint = Tint { modifier: cell.tint.modifier, ..Tint::PLAIN };
            }
        }
        let Some((text, ground)) = self.ground() else { return };
        for Cell { tint, .. } in cells {
            if tint.fg == Hue::Own {
                tint.fg = text.into();
            }
            if tint.bg == Hue::Own {
                tint.bg = ground.into();
            }
        }
    }

    /// Whether it brings a ground of its own, so that no cell is blank.
    pub fn has_ground(self) -> bool {
        self.ground().is_some()
    }

    /// The colours of plain text and of the ground, where the theme brings its own.
    fn ground(self) -> Option<(Color, Color)> {
        match (self.look, self.colours) {
            (Look::HighContrast, Colours::Many) => {
                Some((Color::Indexed(palette::WHITE), Color::Indexed(palette::BLACK)))
            }
            (Look::HighContrast, Colours::Sixteen) => Some((Color::White, Color::Black)),
            _ => None,
        }
    }
}
