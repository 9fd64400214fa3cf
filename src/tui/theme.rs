//! Colours by role. Colour never carries a meaning alone.

use ratatui::style::{Color, Modifier, Style};

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

/// Every style of the screen by its role.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    colours: Colours,
}

/// A calm scale from grey over violet, blue and green to gold: it can be told apart without
/// red and green, and reads on dark and on light backgrounds.
const SCALE_256: [u8; 6] = [244, 97, 67, 37, 71, 136];
const SCALE_16: [Color; 6] = [Color::DarkGray, Color::Magenta, Color::Blue, Color::Cyan, Color::Green, Color::Yellow];

impl Theme {
    /// The theme for a terminal.
    pub fn new(colours: Colours) -> Self {
        Self { colours }
    }

    fn fg(self, many: u8, sixteen: Color) -> Style {
        match self.colours {
            Colours::None => Style::default(),
            Colours::Sixteen => Style::default().fg(sixteen),
            Colours::Many => Style::default().fg(Color::Indexed(many)),
        }
    }

    /// What is read first.
    pub fn strong(self) -> Style {
        Style::default().add_modifier(Modifier::BOLD)
    }

    /// What is read last: hints, rules, explanations.
    pub fn dim(self) -> Style {
        if self.colours == Colours::None {
            Style::default().add_modifier(Modifier::DIM)
        } else {
            self.fg(244, Color::DarkGray)
        }
    }

    /// Keys, and the mark of the highlight.
    pub fn accent(self) -> Style {
        self.fg(67, Color::Cyan).add_modifier(Modifier::BOLD)
    }

    /// The row or number under the cursor.
    pub fn selected(self) -> Style {
        Style::default().add_modifier(Modifier::REVERSED)
    }

    /// Everything is in order.
    pub fn good(self) -> Style {
        self.fg(71, Color::Green)
    }

    /// Something wants attention.
    pub fn warning(self) -> Style {
        self.fg(172, Color::Yellow).add_modifier(Modifier::BOLD)
    }

    /// Something is wrong.
    pub fn alarm(self) -> Style {
        self.fg(160, Color::Red).add_modifier(Modifier::BOLD)
    }

    /// A level on a scale of `levels`, counted from the lowest as 0.
    pub fn level(self, place: usize, levels: usize) -> Style {
        let top = SCALE_256.len() - 1;
        let place = if levels > 1 { (place * top + (levels - 1) / 2) / (levels - 1) } else { 0 }.min(top);
        self.fg(SCALE_256[place], SCALE_16[place])
    }
}
