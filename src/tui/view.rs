//! What is drawn: one function of the state per screen.

mod ask;
mod chrome;
mod conflict;
mod help;
mod history;
mod home;
mod merge;
mod outline;
mod overlay;
mod pad;
mod plan;
mod report;
mod result;
mod review;
mod room;
mod scale;
mod setup;
mod study;
mod trend;
mod upgrade;
mod why;

use ratatui::layout::Position;

pub use help::lines as help_lines;
pub use history::lines as history_lines;
pub use merge::lines as unite_lines;
pub use overlay::{finding_lines, rows as overlay_rows};
pub use review::{line as review_line, name as section_name};
pub use study::{line_count as study_lines, rows as study_rows};
pub use trend::line_count as trend_lines;
pub use why::last_line as why_last_line;

use super::app::{App, Overlay};
use super::keys::Place;
use super::widget::pen::{Pen, Spot};
use super::widget::sheet::Sheet;

/// Writes the whole screen; returns where text is typed, for the cursor.
pub fn draw(app: &mut App, sheet: &mut Sheet) -> Option<Position> {
    app.area = sheet.area();
    let mut spots = std::mem::take(&mut app.spots);
    spots.clear();
    let cursor = draw_places(app, sheet, app.mouse.then_some(&mut spots));
    app.spots = spots;
    cursor
}

/// Writes what there is; returns where text is typed.
fn draw_places(app: &App, sheet: &mut Sheet, spots: Option<&mut Vec<Spot>>) -> Option<Position> {
    let mut pen = Pen::new(sheet).noting(spots);
    if app.is_too_small() {
        chrome::too_small(app, &mut pen);
        return None;
    }
    match app.place {
        Place::Home => home::draw(app, &mut pen),
        Place::Setup => setup::draw(app, &mut pen),
        Place::Ask | Place::Preview => ask::draw(app, &mut pen),
        Place::Review => review::draw(app, &mut pen),
        Place::Conflict => conflict::draw(app, &mut pen),
        Place::Result => result::draw(app, &mut pen),
        Place::Why => why::draw(app, &mut pen),
        Place::Plan => plan::draw(app, &mut pen),
        Place::Trend => trend::draw(app, &mut pen),
        Place::Upgrade => upgrade::draw(app, &mut pen),
        Place::Study => study::draw(app, &mut pen),
        Place::Agenda => room::draw_agenda(app, &mut pen),
        Place::Raters => room::draw_raters(app, &mut pen),
        Place::Room => room::draw(app, &mut pen),
        Place::Cover => room::draw_cover(app, &mut pen),
        Place::Ballot => room::draw_ballot(app, &mut pen),
    }
    if app.overlay.as_ref().is_some_and(|overlay| !matches!(overlay, Overlay::Rate)) {
        pen.cover();
    }
    overlay::draw(app, &mut pen)
}
