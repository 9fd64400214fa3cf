//! What a column of a row shows.

use ratatui::style::{Color, Modifier, Style};

/// A column of a row.
#[derive(Clone, Copy, Debug)]
pub struct Cell<'t> {
    /// One character; none where a wide one that begins before it reaches.
    pub symbol: &'t str,
    /// How many the character takes, of which this is the first.
    pub columns: u16,
    /// How it is drawn.
    pub tint: Tint,
}

impl Cell<'_> {
    /// Nothing.
    pub const BLANK: Self = Self { symbol: " ", columns: 1, tint: Tint::PLAIN };
    /// A part of the wide character before it.
    pub const COVERED: Self = Self { symbol: "", columns: 1, tint: Tint::PLAIN };
}

impl PartialEq for Cell<'_> {
    fn eq(&self, other: &Self) -> bool {
        let alike = match (self.symbol.as_bytes(), other.symbol.as_bytes()) {
            // Nearly all are of one byte, for which the general way is a long one.
            ([one], [other]) => one == other,
            (one, other) => one == other,
        };
        alike && self.tint == other.tint
    }
}

/// How a character is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tint {
    /// Its colour.
    pub fg: Hue,
    /// The colour behind it.
    pub bg: Hue,
    /// Bold, reversed and the like.
    pub modifier: Modifier,
}

impl Tint {
    /// As the terminal draws what nobody has given a style.
    pub const PLAIN: Self = Self { fg: Hue::Own, bg: Hue::Own, modifier: Modifier::empty() };

    /// Under a coat.
    #[must_use]
    pub fn under(self, coat: Coat) -> Self {
        Self {
            fg: coat.fg.unwrap_or(self.fg),
            bg: coat.bg.unwrap_or(self.bg),
            modifier: (self.modifier - coat.removed) | coat.added,
        }
    }
}

/// What a style changes of the tint under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coat {
    fg: Option<Hue>,
    bg: Option<Hue>,
    added: Modifier,
    removed: Modifier,
}

impl From<Style> for Coat {
    fn from(style: Style) -> Self {
        Self {
            fg: style.fg.map(Hue::from),
            bg: style.bg.map(Hue::from),
            added: style.add_modifier,
            removed: style.sub_modifier,
        }
    }
}

/// A colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hue {
    /// That of the terminal.
    #[default]
    Own,
    /// One of the 256 of the usual palette, which begins with the sixteen that every terminal names.
    Number(u8),
}

impl From<Color> for Hue {
    fn from(colour: Color) -> Self {
        Self::Number(match colour {
            // No screen mixes colours of its own: few terminals show them.
            Color::Reset | Color::Rgb(..) => return Self::Own,
            Color::Indexed(n) => n,
            Color::Black => 0,
            Color::Red => 1,
            Color::Green => 2,
            Color::Yellow => 3,
            Color::Blue => 4,
            Color::Magenta => 5,
            Color::Cyan => 6,
            Color::Gray => 7,
            Color::DarkGray => 8,
            Color::LightRed => 9,
            Color::LightGreen => 10,
            Color::LightYellow => 11,
            Color::LightBlue => 12,
            Color::LightMagenta => 13,
            Color::LightCyan => 14,
            Color::White => 15,
        })
    }
}
