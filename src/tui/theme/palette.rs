//! The colours of each theme, and the proof that they can be read.

use ratatui::style::Color;

use super::Look;

/// Steps of the scale of levels.
pub const LEVELS: usize = 6;
/// White among the 256 colours, the same on every terminal.
pub const WHITE: u8 = 231;
/// Black among the 256 colours, the same on every terminal.
pub const BLACK: u8 = 16;

/// What a colour is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Hints, rules, explanations.
    Dim,
    /// Keys and the highlight.
    Accent,
    /// In order.
    Good,
    /// Wants attention.
    Warning,
    /// Wrong.
    Alarm,
    /// A step of the scale, below [`LEVELS`].
    Level(usize),
}

/// One colour per role, in both depths.
pub struct Palette {
    roles: [(u8, Color); 5],
    levels: [(u8, Color); LEVELS],
}

/// A calm scale from grey over violet, blue and green to gold: it can be told apart without
/// red and green, and reads on dark and on light backgrounds.
static ANY: Palette = Palette {
    roles: [(244, Color::DarkGray), (67, Color::Cyan), (71, Color::Green), (172, Color::Yellow), (160, Color::Red)],
    levels: [
        (244, Color::DarkGray),
        (97, Color::Magenta),
        (67, Color::Blue),
        (37, Color::Cyan),
        (71, Color::Green),
        (136, Color::Yellow),
    ],
};

static DARK: Palette = Palette {
    roles: [
        (248, Color::Gray),
        (117, Color::LightCyan),
        (114, Color::LightGreen),
        (215, Color::LightYellow),
        (210, Color::LightRed),
    ],
    levels: [
        (248, Color::Gray),
        (183, Color::LightMagenta),
        (111, Color::LightBlue),
        (80, Color::LightCyan),
        (114, Color::LightGreen),
        (222, Color::LightYellow),
    ],
};

/// Of the sixteen, green, cyan and yellow cannot be read on white.
static LIGHT: Palette = Palette {
    roles: [(240, Color::DarkGray), (25, Color::Blue), (22, Color::Blue), (94, Color::Magenta), (124, Color::Red)],
    levels: [
        (240, Color::DarkGray),
        (91, Color::Magenta),
        (25, Color::Magenta),
        (23, Color::Blue),
        (22, Color::Blue),
        (94, Color::Black),
    ],
};

static HIGH_CONTRAST: Palette = Palette {
    roles: [
        (252, Color::White),
        (87, Color::LightCyan),
        (120, Color::LightGreen),
        (226, Color::LightYellow),
        (217, Color::LightYellow),
    ],
    levels: [
        (252, Color::White),
        (219, Color::White),
        (117, Color::LightCyan),
        (87, Color::LightCyan),
        (120, Color::LightGreen),
        (226, Color::LightYellow),
    ],
};

impl Palette {
    /// The colours of a theme.
    pub fn of(look: Look) -> &'static Self {
        match look {
            Look::Any => &ANY,
            Look::Dark => &DARK,
            Look::Light => &LIGHT,
            Look::HighContrast => &HIGH_CONTRAST,
        }
    }

    fn pair(&self, role: Role) -> (u8, Color) {
        match role {
            Role::Dim => self.roles[0],
            Role::Accent => self.roles[1],
            Role::Good => self.roles[2],
            Role::Warning => self.roles[3],
            Role::Alarm => self.roles[4],
            Role::Level(step) => self.levels[step.min(LEVELS - 1)],
        }
    }

    /// The colour of a role among 256.
    pub fn many(&self, role: Role) -> u8 {
        self.pair(role).0
    }

    /// The colour of a role among sixteen.
    pub fn sixteen(&self, role: Role) -> Color {
        self.pair(role).1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Rgb = [u8; 3];
    const ON_WHITE: &[Rgb] = &[[255, 255, 255], [238, 238, 238]];
    const ON_DARK: &[Rgb] = &[[0, 0, 0], [38, 38, 38]];
    const ON_BLACK: &[Rgb] = &[[0, 0, 0]];
    const ON_BOTH: &[Rgb] = &[[0, 0, 0], [255, 255, 255]];

    /// The colour cube and the greys behind the first sixteen of the 256 colours.
    fn rgb_of_many(index: u8) -> Rgb {
        let step = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
        match index {
            232.. => [8 + 10 * (index - 232); 3],
            16.. => [step((index - 16) / 36), step((index - 16) / 6 % 6), step((index - 16) % 6)],
            _ => panic!("{index} looks different on every terminal"),
        }
    }

    /// The sixteen as xterm draws them.
    fn rgb_of_sixteen(color: Color) -> Rgb {
        match color {
            Color::Black => [0, 0, 0],
            Color::Red => [205, 0, 0],
            Color::Green => [0, 205, 0],
            Color::Yellow => [205, 205, 0],
            Color::Blue => [0, 0, 238],
            Color::Magenta => [205, 0, 205],
            Color::Cyan => [0, 205, 205],
            Color::Gray => [229, 229, 229],
            Color::DarkGray => [127, 127, 127],
            Color::LightRed => [255, 0, 0],
            Color::LightGreen => [0, 255, 0],
            Color::LightYellow => [255, 255, 0],
            Color::LightBlue => [92, 92, 255],
            Color::LightMagenta => [255, 0, 255],
            Color::LightCyan => [0, 255, 255],
            Color::White => [255, 255, 255],
            other => panic!("{other} is none of the sixteen"),
        }
    }

    /// Relative luminance and contrast as WCAG 2 defines them.
    fn contrast(a: Rgb, b: Rgb) -> f64 {
        let linear = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        let luminance = |[r, g, b]: Rgb| 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn roles() -> impl Iterator<Item = Role> {
        let named = [Role::Dim, Role::Accent, Role::Good, Role::Warning, Role::Alarm];
        named.into_iter().chain((0..LEVELS).map(Role::Level))
    }

    #[test]
    fn every_role_can_be_read_on_the_backgrounds_of_its_theme() {
        let demands = [
            (Look::Any, ON_BOTH, 2.5, None),
            (Look::Dark, ON_DARK, 4.5, Some(3.0)),
            (Look::Light, ON_WHITE, 4.5, Some(3.0)),
            (Look::HighContrast, ON_BLACK, 7.0, Some(7.0)),
        ];
        for (look, grounds, many, sixteen) in demands {
            let palette = Palette::of(look);
            for (role, ground) in roles().flat_map(|r| grounds.iter().map(move |g| (r, *g))) {
                let found = contrast(rgb_of_many(palette.many(role)), ground);
                assert!(found >= many, "{look:?} {role:?} on {ground:?}: {found:.2}");
                if let Some(least) = sixteen {
                    let found = contrast(rgb_of_sixteen(palette.sixteen(role)), ground);
                    assert!(found >= least, "{look:?} {role:?} of sixteen on {ground:?}: {found:.2}");
                }
            }
        }
        assert!(contrast(rgb_of_many(WHITE), rgb_of_many(BLACK)) > 20.9);
    }
}
