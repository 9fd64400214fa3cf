//! `gradus form`: the questionnaire on paper.

use anyhow::{Result, anyhow};

use super::args::FormArgs;
use super::report::{deliver, format_of};
use crate::assessment::parse_depth;
use crate::clock;
use crate::desk::Desk;
use crate::report::form::{FORMATS, Form, Speaks, render};
use crate::rubric::Depth;

/// Writes the questionnaire that the arguments ask for.
pub fn run(desk: &Desk, wanted: &FormArgs) -> Result<i32> {
    let format = format_of(desk, wanted.form_format.as_deref(), &wanted.destination, &FORMATS)?;
    let found = desk.store.find_rubric(&wanted.rubric).map_err(|f| desk.told(&f))?;
    let depth = wanted.depth.as_deref().and_then(parse_depth).unwrap_or(Depth::Quick);
    let speaks = if wanted.bilingual { Speaks::Both } else { Speaks::One };
    let form = Form::new(&found.rubric, depth, desk.lang, speaks, clock::now());
    let bytes = render(&form, format).map_err(|e| anyhow!(e.sentence(desk.lang)))?;
    deliver(desk, &bytes, format, &wanted.destination)
}
