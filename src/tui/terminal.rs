//! The terminal: taken, given back, and given back for certain.

use std::io::{self, Write};
use std::mem;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use ratatui::layout::Size;

use super::app::App;
use super::painter::Painter;

/// Whether the terminal is ours now: only then is it given back.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// Whether it has been told so: then that is to be undone.
static SHOWS: AtomicBool = AtomicBool::new(false);
/// Whether the mouse is ours too.
static LISTENS: AtomicBool = AtomicBool::new(false);
/// A screen of its own, no cursor, and pastes that can be told from keys.
const ENTER: &str = "\x1b[?1049h\x1b[?25l\x1b[?2004h";
/// All of that undone.
const LEAVE: &str = "\x1b[?2004l\x1b[?1049l\x1b[?25h";
/// Presses and the wheel are reported, in the form that has no limit of columns; moves are not.
const LISTEN: &str = "\x1b[?1000h\x1b[?1006h";
/// They are not any more.
const LISTEN_NO_MORE: &str = "\x1b[?1006l\x1b[?1000l";

/// The terminal in full-screen mode.
pub struct Screen {
    painter: Painter,
    /// Whether the next frame is the first one since the terminal was taken.
    is_new: bool,
}

impl Screen {
    /// Takes the terminal, and its mouse if that is wanted. It looks as before until the first frame.
    pub fn take(mouse: bool) -> io::Result<Self> {
        LISTENS.store(mouse, Ordering::SeqCst);
        let painter = Painter::new(size()?);
        enter()?;
        Ok(Self { painter, is_new: true })
    }

    /// Draws the state. Each frame is one write, which wakes the other side once: also the first one, with
    /// which the terminal becomes ours.
    pub fn draw(&mut self, app: &mut App) -> io::Result<()> {
        let frame = self.painter.draw(app, size()?);
        let mut out = io::stdout();
        if mem::take(&mut self.is_new) {
            SHOWS.store(true, Ordering::SeqCst);
            let listen = if LISTENS.load(Ordering::SeqCst) { LISTEN } else { "" };
            out.write_all([ENTER, listen, frame].concat().as_bytes())?;
        } else {
            out.write_all(frame.as_bytes())?;
        }
        out.flush()
    }

    /// Nobody knows what the terminal shows: the next frame draws everything.
    pub fn lose(&mut self) {
        self.painter.lose();
    }

    /// Takes the terminal again after it was given away; everything is drawn anew.
    pub fn take_again(&mut self) -> io::Result<()> {
        // Raw mode is only set if it is thought to be off, and the shell has changed the modes.
        disable_raw_mode()?;
        enter()?;
        // A size that the terminal does not have: the first frame empties it.
        self.painter = Painter::new(Size::ZERO);
        self.is_new = true;
        Ok(())
    }
}

/// Keys come as they are typed from now on.
fn enter() -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    Ok(())
}

/// The size of the terminal. The library opens the terminal anew to ask for it, which is a tenth of
/// a key.
fn size() -> io::Result<Size> {
    #[cfg(unix)]
    if let Ok(size) = rustix::termios::tcgetwinsize(io::stdout()) {
        return Ok(Size::new(size.ws_col, size.ws_row));
    }
    crossterm::terminal::size().map(Size::from)
}

/// Gives the terminal back as it was. Does nothing if it is not taken, and never fails loudly:
/// it runs when things have gone wrong already.
pub fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let _ = io::stdout().write_all(leave().as_bytes()).and_then(|()| io::stdout().flush());
    let _ = disable_raw_mode();
}

/// What undoes all that the terminal has been told; before the first frame that is nothing, and to leave
/// a screen that was never entered would move the cursor.
fn leave() -> String {
    if !SHOWS.swap(false, Ordering::SeqCst) {
        return String::new();
    }
    let listen_no_more = if LISTENS.load(Ordering::SeqCst) { LISTEN_NO_MORE } else { "" };
    format!("{listen_no_more}{LEAVE}")
}

/// The terminal is gone: nothing may touch it any more.
pub fn forget() {
    TAKEN.store(false, Ordering::SeqCst);
}

/// Nobody answers what was not on screen yet when it was typed.
pub fn forget_typed_if(is_news: bool) {
    if is_news {
        // A terminal that is gone is noticed elsewhere.
        #[cfg(unix)]
        let _ = rustix::termios::tcflush(io::stdin(), rustix::termios::QueueSelector::IFlush);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_undone_that_was_not_done() {
        LISTENS.store(true, Ordering::SeqCst);
        assert_eq!(leave(), "");
        SHOWS.store(true, Ordering::SeqCst);
        assert_eq!(leave(), [LISTEN_NO_MORE, LEAVE].concat());
        assert_eq!(leave(), "");
    }
}
