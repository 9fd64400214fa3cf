//! What a cell looks like.

/// What a cell looks like; whatever it holds stands at the top of its row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::report) struct Style {
    /// How a number is shown.
    pub number: Shown,
    /// The background, as red, green and blue.
    pub fill: Option<u32>,
    /// A head: bold, with a line below.
    pub is_head: bool,
    /// A text even after it was edited, broken into lines.
    pub is_text: bool,
    /// Whether it stands in the middle of its column.
    pub is_centred: bool,
}

/// How a number is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::report) enum Shown {
    /// As it is.
    #[default]
    Plain,
    /// With one decimal.
    Tenths,
    /// With two decimals.
    Hundredths,
    /// As whole percent.
    Percent,
}
