//! The terminal: taken, given back, and given back for certain.

mod sixteen;

use std::io::{self, BufWriter, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Size;

use super::app::App;
use super::painter::Painter;
use super::theme::Colours;
use sixteen::Sixteen;

/// Whether the terminal is ours now: only then is it given back.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// Whether it is to be told so with what is written next.
static WAITS: AtomicBool = AtomicBool::new(false);
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
/// A frame is written at once.
const FRAME_BYTES: usize = 64 << 10;

/// The terminal in full-screen mode.
pub struct Screen {
    painter: Painter<CrosstermBackend<BufWriter<Sixteen<Out>>>>,
}

impl Screen {
    /// Takes the terminal, which shows so many colours, and its mouse if that is wanted. It looks as
    /// before until the first frame.
    pub fn take(colours: Colours, mouse: bool) -> io::Result<Self> {
        LISTENS.store(mouse, Ordering::SeqCst);
        let size = size()?;
        // Who asked for colours gets them in spite of `NO_COLOR`.
        crossterm::style::force_color_output(colours != Colours::None);
        let out = Sixteen::new(Out, colours == Colours::Sixteen);
        let backend = CrosstermBackend::new(BufWriter::with_capacity(FRAME_BYTES, out));
        enter()?;
        Ok(Self { painter: Painter::new(backend, size) })
    }

    /// Draws the state.
    pub fn draw(&mut self, app: &mut App) -> io::Result<()> {
        self.painter.draw(app, size()?)
    }

    /// Takes the terminal again after it was given away; everything is drawn anew.
    pub fn take_again(&mut self) -> io::Result<()> {
        // Raw mode is only set if it is thought to be off, and the shell has changed the modes.
        disable_raw_mode()?;
        enter()?;
        self.painter.clear(size()?)
    }
}

/// Keys come as they are typed from now on.
fn enter() -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    WAITS.store(true, Ordering::SeqCst);
    Ok(())
}

/// Where the terminal reads. The first that is written goes out together with what gives us a screen:
/// every write wakes the other side.
struct Out;

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !WAITS.swap(false, Ordering::SeqCst) {
            return io::stdout().write(bytes);
        }
        SHOWS.store(true, Ordering::SeqCst);
        let listen = if LISTENS.load(Ordering::SeqCst) { LISTEN } else { "" };
        io::stdout().write_all(&[ENTER.as_bytes(), listen.as_bytes(), bytes].concat())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stdout().flush()
    }
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
