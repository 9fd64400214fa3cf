//! The mouse: the left button presses, the wheel is the arrow keys. Everything else means nothing.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use crate::tui::key::{Input, Key};

/// What an event of the mouse means.
pub(super) fn of_event(event: MouseEvent) -> Option<Input> {
    Some(match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Input::Press(event.column, event.row),
        MouseEventKind::ScrollUp => Input::Key(Key::Up),
        MouseEventKind::ScrollDown => Input::Key(Key::Down),
        _ => return None,
    })
}

/// The same of a sequence without its Esc that arrived in pieces, such as `[<0;12;5M`.
pub(super) fn of_sequence(sequence: &str) -> Option<Input> {
    let mut numbers = sequence.strip_prefix("[<")?.strip_suffix('M')?.split(';').map(str::parse::<u16>);
    let mut next = || numbers.next()?.ok();
    let (button, column, row) = (next()?, next()?, next()?);
    Some(match button {
        0 => Input::Press(column.checked_sub(1)?, row.checked_sub(1)?),
        64 => Input::Key(Key::Up),
        65 => Input::Key(Key::Down),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use crossterm::event::{Event, KeyCode};

    use super::*;
    use crate::tui::input::{Decoder, Target};

    #[test]
    fn a_press_in_pieces_types_nothing() {
        let pieces = ["\u{1b}", "[<0;1", "2;5M\u{1b}", "[<65;1;1", "M"];
        let mut decoder = Decoder::default();
        let mut inputs = Vec::new();
        for piece in pieces {
            let code = |c| if c == '\u{1b}' { KeyCode::Esc } else { KeyCode::Char(c) };
            let keys: Vec<Event> = piece.chars().map(|c| Event::Key(code(c).into())).collect();
            inputs.extend(decoder.decode(&keys, Instant::now(), Target::Commands, |_| true));
        }
        assert_eq!(inputs, [Input::Press(11, 4), Input::Key(Key::Down)]);
    }

    #[test]
    fn a_press_and_the_wheel_mean_something_and_nothing_else_does() {
        for (sequence, input) in [
            ("[<0;12;5M", Some(Input::Press(11, 4))),
            ("[<64;1;1M", Some(Input::Key(Key::Up))),
            ("[<65;1;1M", Some(Input::Key(Key::Down))),
            ("[<0;12;5m", None),
            ("[<2;12;5M", None),
            ("[<32;12;5M", None),
            ("[<0;0;5M", None),
            ("[<0;70000;5M", None),
            ("[<0;1M", None),
            ("[A", None),
        ] {
            assert_eq!(of_sequence(sequence), input, "{sequence}");
        }
    }
}
