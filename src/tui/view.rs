//! What is drawn: one function of the state per screen.

mod ask;
mod chrome;
mod home;
mod outline;
mod overlay;
mod plan;
mod result;
mod review;
mod setup;
mod trend;
mod upgrade;
mod why;

use ratatui::Frame;

pub use overlay::{finding_lines, help_lines};
pub use trend::lines as trend_lines;

use super::app::App;
use super::keys::Place;
use super::widget::pen::Pen;

/// The smallest screen that is drawn.
pub const SMALLEST: (u16, u16) = (60, 20);

/// Draws the whole screen and, where text is typed, the cursor.
pub fn draw(app: &mut App, frame: &mut Frame) {
    app.area = frame.area();
    let area = frame.area();
    let mut pen = Pen::new(frame.buffer_mut(), area);
    if app.is_too_small() {
        chrome::too_small(app, &mut pen);
        return;
    }
    match app.place {
        Place::Home => home::draw(app, &mut pen),
        Place::Setup => setup::draw(app, &mut pen),
        Place::Ask | Place::Preview => ask::draw(app, &mut pen),
        Place::Review => review::draw(app, &mut pen),
        Place::Result => result::draw(app, &mut pen),
        Place::Why => why::draw(app, &mut pen),
        Place::Plan => plan::draw(app, &mut pen),
        Place::Trend => trend::draw(app, &mut pen),
        Place::Upgrade => upgrade::draw(app, &mut pen),
    }
    if let Some(cursor) = overlay::draw(app, &mut pen) {
        frame.set_cursor_position(cursor);
    }
}
