//! From what the terminal sends to keys: press events only, sequences put together that
//! arrived in pieces, and a paste that the terminal did not announce.

mod mouse;

use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::key::{Input, Key};

/// A sequence in pieces is one sequence if no more time than this lies between the pieces.
const SPLIT: Duration = Duration::from_millis(50);
/// As many characters at once, of which many mean nothing, were not typed by a person.
const PASTE_FROM: usize = 32;
/// As many characters at once go into a text field together.
const JOIN_FROM: usize = 8;

/// What typed characters go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The keys of a screen.
    Commands,
    /// A field of one line, which Enter leaves.
    Line,
    /// A field of many lines.
    Lines,
}

/// Puts keys together. An Esc is held back until it is clear that it is no part of a sequence:
/// over a slow line `Esc [ B` may come in pieces, and an Esc, a bracket and a `B` mean other things.
#[derive(Debug, Default)]
pub struct Decoder {
    held: Option<(Held, Instant)>,
    /// When the last piece of an unannounced paste arrived.
    pasted: Option<Instant>,
}

#[derive(Debug, PartialEq)]
enum Held {
    Esc,
    Sequence(String),
}

impl Decoder {
    /// Events that arrived at `at`; `is_command` tells whether a key means something on the screen.
    pub fn decode(
        &mut self,
        events: &[Event],
        at: Instant,
        target: Target,
        is_command: impl Fn(Key) -> bool,
    ) -> Vec<Input> {
        let mut inputs = Vec::with_capacity(events.len());
        for event in events {
            match event {
                Event::Key(key) => self.key(key, at, &mut inputs),
                Event::Paste(text) => {
                    self.flush(&mut inputs);
                    inputs.push(Input::Paste(text.clone()));
                }
                Event::Mouse(event) => {
                    self.flush(&mut inputs);
                    inputs.extend(mouse::of_event(*event));
                }
                _ => {}
            }
        }
        // What follows a piece of a paste at once is the next piece of it, however short.
        let goes_on = self.pasted.take().is_some_and(|last| at.saturating_duration_since(last) < SPLIT);
        if goes_on && target == Target::Commands && !inputs.is_empty() && inputs.iter().all(|i| typed(i).is_some()) {
            self.pasted = Some(at);
            return vec![Input::Paste(inputs.iter().filter_map(typed).collect())];
        }
        let count = inputs.len();
        let joined = joined(inputs, target, is_command);
        self.pasted = (target == Target::Commands && joined.len() < count).then_some(at);
        joined
    }

    /// When something held back must be let go.
    pub fn deadline(&self) -> Option<Instant> {
        self.held.as_ref().map(|(_, since)| *since + SPLIT)
    }

    /// Lets go what is held back.
    pub fn expire(&mut self) -> Vec<Input> {
        let mut inputs = Vec::new();
        self.flush(&mut inputs);
        inputs
    }

    fn flush(&mut self, inputs: &mut Vec<Input>) {
        // The rest of a sequence that never came whole means nothing.
        if let Some((Held::Esc, _)) = self.held.take() {
            inputs.push(Input::Key(Key::Esc));
        }
    }

    fn key(&mut self, event: &KeyEvent, at: Instant, inputs: &mut Vec<Input>) {
        // Windows reports the release of keys too.
        if event.kind == KeyEventKind::Release {
            return;
        }
        if self.deadline().is_some_and(|deadline| at > deadline) {
            self.flush(inputs);
        }
        let character = match event.code {
            KeyCode::Char(c) if !event.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) => Some(c),
            _ => None,
        };
        match (self.held.take(), character) {
            (Some((Held::Esc, _)), Some(c @ ('[' | 'O'))) => self.held = Some((Held::Sequence(c.to_string()), at)),
            (Some((Held::Sequence(mut sequence), _)), Some(c)) => {
                sequence.push(c);
                if matches!(c, '0'..='?') {
                    self.held = Some((Held::Sequence(sequence), at));
                } else {
                    inputs.extend(of_sequence(&sequence).map(Input::Key).or_else(|| mouse::of_sequence(&sequence)));
                }
            }
            (held, _) => {
                self.held = held;
                self.flush(inputs);
                if event.code == KeyCode::Esc {
                    self.held = Some((Held::Esc, at));
                } else if let Some(key) = of_event(event) {
                    inputs.push(Input::Key(key));
                }
            }
        }
    }
}

/// The key of a sequence without its Esc, such as `[B`.
fn of_sequence(sequence: &str) -> Option<Key> {
    Some(match sequence {
        "[A" | "OA" => Key::Up,
        "[B" | "OB" => Key::Down,
        "[C" | "OC" => Key::Right,
        "[D" | "OD" => Key::Left,
        "[H" | "OH" | "[1~" => Key::Home,
        "[F" | "OF" | "[4~" => Key::End,
        "[3~" => Key::Delete,
        "[5~" => Key::PageUp,
        "[6~" => Key::PageDown,
        "[Z" => Key::BackTab,
        _ => return None,
    })
}

fn of_event(event: &KeyEvent) -> Option<Key> {
    let (ctrl, alt) = (event.modifiers.contains(KeyModifiers::CONTROL), event.modifiers.contains(KeyModifiers::ALT));
    Some(match event.code {
        KeyCode::Char(c) if ctrl => Key::Ctrl(c.to_ascii_lowercase()),
        KeyCode::Char(c) if !alt => Key::Char(c),
        KeyCode::Enter if alt => Key::AltEnter,
        KeyCode::Enter => Key::Enter,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        _ => return None,
    })
}

/// The character that a key types.
fn typed(input: &Input) -> Option<char> {
    match input {
        Input::Key(Key::Char(c)) => Some(*c),
        Input::Key(Key::Enter | Key::AltEnter) => Some('\n'),
        Input::Key(Key::Tab) => Some('\t'),
        _ => None,
    }
}

/// Runs of typed characters go into a field together; on a screen a run that can only be a
/// paste becomes one.
fn joined(inputs: Vec<Input>, target: Target, is_command: impl Fn(Key) -> bool) -> Vec<Input> {
    if inputs.len() < JOIN_FROM {
        return inputs;
    }
    let is_strange = |run: &[Input]| {
        let strange = run.iter().filter(|i| matches!(i, Input::Key(key) if !is_command(*key))).count();
        strange * 4 > run.len()
    };
    let mut out = Vec::new();
    let mut rest = &inputs[..];
    while !rest.is_empty() {
        let run = rest.iter().take_while(|i| typed(i).is_some()).count();
        let first_line = rest[..run].iter().take_while(|i| typed(i) != Some('\n')).count();
        let pasted = match target {
            Target::Commands if run >= PASTE_FROM && is_strange(&rest[..run]) => run,
            Target::Lines if run >= JOIN_FROM => run,
            // After the Enter that leaves the field come commands, or it was no Enter but a paste.
            Target::Line if first_line + 1 < run && is_strange(&rest[first_line + 1..run]) => run,
            Target::Line if first_line >= JOIN_FROM => first_line,
            _ => 0,
        };
        if pasted > 0 {
            out.push(Input::Paste(rest[..pasted].iter().filter_map(typed).collect()));
        }
        let taken = pasted.max(1);
        out.extend_from_slice(&rest[pasted..taken]);
        rest = &rest[taken..];
        if target == Target::Line && pasted > 0 {
            out.extend_from_slice(rest);
            break;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(code: KeyCode) -> Event {
        Event::Key(KeyEvent::new(code, KeyModifiers::NONE))
    }

    fn text(text: &str) -> Vec<Event> {
        text.chars().map(|c| press(if c == '\n' { KeyCode::Enter } else { KeyCode::Char(c) })).collect()
    }

    fn no_command(_: Key) -> bool {
        false
    }

    #[test]
    fn an_arrow_in_pieces_is_an_arrow() {
        let start = Instant::now();
        let mut decoder = Decoder::default();
        let later = |ms| start + Duration::from_millis(ms);
        assert_eq!(decoder.decode(&[press(KeyCode::Esc)], later(0), Target::Commands, no_command), []);
        assert_eq!(decoder.decode(&text("["), later(20), Target::Commands, no_command), []);
        assert_eq!(decoder.decode(&text("B"), later(40), Target::Commands, no_command), [Input::Key(Key::Down)]);
        assert_eq!(decoder.decode(&[press(KeyCode::Esc)], later(50), Target::Commands, no_command), []);
        assert_eq!(decoder.decode(&text("[200"), later(60), Target::Commands, no_command), []);
        assert_eq!(decoder.decode(&text("~q"), later(70), Target::Commands, no_command), [Input::Key(Key::Char('q'))]);
    }

    #[test]
    fn an_esc_alone_is_let_go() {
        let start = Instant::now();
        let mut decoder = Decoder::default();
        decoder.decode(&[press(KeyCode::Esc)], start, Target::Commands, no_command);
        assert_eq!(decoder.deadline(), Some(start + SPLIT));
        assert_eq!(decoder.expire(), [Input::Key(Key::Esc)]);
        assert_eq!(decoder.deadline(), None);
        decoder.decode(&[press(KeyCode::Esc)], start, Target::Commands, no_command);
        let later = start + Duration::from_millis(80);
        let keys = decoder.decode(&text("["), later, Target::Commands, no_command);
        assert_eq!(keys, [Input::Key(Key::Esc), Input::Key(Key::Char('['))]);
    }

    #[test]
    fn the_short_end_of_a_long_paste_is_still_a_paste() {
        let start = Instant::now();
        let mut decoder = Decoder::default();
        let is_command = |key| matches!(key, Key::Char('0'..='9' | 'q') | Key::Enter);
        let prose = "2 quick questions\nand a q that must not quit";
        assert_eq!(decoder.decode(&text(prose), start, Target::Commands, is_command), [Input::Paste(prose.to_owned())]);
        let soon = start + Duration::from_millis(10);
        assert_eq!(decoder.decode(&text("q 3"), soon, Target::Commands, is_command), [Input::Paste("q 3".to_owned())]);
        let later = soon + SPLIT;
        assert_eq!(decoder.decode(&text("q"), later, Target::Commands, is_command), [Input::Key(Key::Char('q'))]);
    }

    #[test]
    fn answers_typed_ahead_are_keys_and_prose_is_a_paste() {
        let mut decoder = Decoder::default();
        let is_command = |key| matches!(key, Key::Char('0'..='9' | 'q') | Key::Enter);
        let answers = decoder.decode(&text("3\n2\n4\n1\n0\n"), Instant::now(), Target::Commands, is_command);
        assert_eq!(answers.len(), 10);
        let prose = "2 quick questions\nand a q that must not quit";
        let pasted = [Input::Paste(prose.to_owned())];
        assert_eq!(decoder.decode(&text(prose), Instant::now(), Target::Commands, is_command), pasted);
        assert_eq!(decoder.decode(&text(prose), Instant::now(), Target::Lines, is_command), pasted);
        assert_eq!(decoder.decode(&text(prose), Instant::now(), Target::Line, is_command), pasted);
        let named = decoder.decode(&text("East Steel\n\n3\n"), Instant::now(), Target::Line, is_command);
        assert_eq!(named[..2], [Input::Paste("East Steel".to_owned()), Input::Key(Key::Enter)]);
        assert_eq!(named.len(), 5);
    }
}
