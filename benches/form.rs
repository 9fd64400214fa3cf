//! The least that a question on a screen can cost with the library that draws gradus: a title, a
//! list, a gauge and a line of help. `benches/terminal.py` measures it beside the program.

use crossterm::event::{Event, KeyCode, read};
use ratatui::layout::{Constraint, Layout};
use ratatui::style::{Style, Stylize};
use ratatui::widgets::{Block, Gauge, List, ListState};

const ANSWERS: [&str; 6] = [
    "Nobody looks at it; whoever needs it asks around.",
    "Single persons do it in their own way, by hand.",
    "It is written down for some, and done the same way there.",
    "Everybody does it in one way that is kept up to date.",
    "It is counted, and what is counted changes the way it is done.",
    "It happens by itself, is held against others, and gets better each year.",
];

fn main() -> std::io::Result<()> {
    let mut terminal = ratatui::init();
    let mut state = ListState::default().with_selected(Some(0));
    loop {
        terminal.draw(|frame| {
            let [head, body, gauge, foot] = Layout::vertical([
                Constraint::Length(2),
                Constraint::Fill(1),
                Constraint::Length(1),
                Constraint::Length(1),
            ])
            .areas(frame.area());
            frame.render_widget("How does somebody find out what is there?".bold(), head);
            let list = List::new(ANSWERS).block(Block::bordered()).highlight_style(Style::new().reversed());
            frame.render_stateful_widget(list, body, &mut state);
            frame.render_widget(Gauge::default().ratio(0.3), gauge);
            frame.render_widget("Up, Down: choose  q: leave", foot);
        })?;
        if let Event::Key(key) = read()? {
            match key.code {
                KeyCode::Down => state.select_next(),
                KeyCode::Up => state.select_previous(),
                KeyCode::Char('q') => break,
                _ => {}
            }
        }
    }
    ratatui::restore();
    Ok(())
}
