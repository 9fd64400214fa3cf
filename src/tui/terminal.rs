//! The terminal: taken, given back, and given back for certain.

mod sixteen;

use std::io::{self, BufWriter, Stdout, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::Print;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, execute};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::layout::Size;

use super::app::App;
use super::painter::Painter;
use super::theme::Colours;
use sixteen::Sixteen;

/// Whether the terminal is ours now: only then is it given back.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// Whether the mouse is ours too.
static LISTENS: AtomicBool = AtomicBool::new(false);
/// Presses and the wheel are reported, in the form that has no limit of columns; moves are not.
const LISTEN: &str = "\x1b[?1000h\x1b[?1006h";
/// They are not any more.
const LISTEN_NO_MORE: &str = "\x1b[?1006l\x1b[?1000l";
/// A frame is written at once.
const FRAME_BYTES: usize = 64 << 10;

/// The terminal in full-screen mode.
pub struct Screen {
    painter: Painter<CrosstermBackend<BufWriter<Sixteen<Stdout>>>>,
}

impl Screen {
    /// Takes the terminal, which shows so many colours, and its mouse if that is wanted.
    pub fn take(colours: Colours, mouse: bool) -> io::Result<Self> {
        LISTENS.store(mouse, Ordering::SeqCst);
        enter()?;
        // Who asked for colours gets them in spite of `NO_COLOR`.
        crossterm::style::force_color_output(colours != Colours::None);
        let out = Sixteen::new(io::stdout(), colours == Colours::Sixteen);
        let backend = CrosstermBackend::new(BufWriter::with_capacity(FRAME_BYTES, out));
        let size = backend.size()?;
        Ok(Self { painter: Painter::new(backend, size) })
    }

    /// Draws the state.
    pub fn draw(&mut self, app: &mut App) -> io::Result<()> {
        let size = self.size()?;
        self.painter.draw(app, size)
    }

    /// The size of the terminal. The library opens the terminal anew to ask for it, which is a tenth of
    /// a key.
    fn size(&self) -> io::Result<Size> {
        #[cfg(unix)]
        if let Ok(size) = rustix::termios::tcgetwinsize(io::stdout()) {
            return Ok(Size::new(size.ws_col, size.ws_row));
        }
        self.painter.backend().size()
    }

    /// Takes the terminal again after it was given away; everything is drawn anew.
    pub fn take_again(&mut self) -> io::Result<()> {
        // Raw mode is only set if it is thought to be off, and the shell has changed the modes.
        disable_raw_mode()?;
        enter()?;
        let size = self.size()?;
        self.painter.clear(size)
    }
}

fn enter() -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    execute!(io::stdout(), EnterAlternateScreen, cursor::Hide)?;
    if cfg!(unix) {
        execute!(io::stdout(), EnableBracketedPaste)?;
    }
    if LISTENS.load(Ordering::SeqCst) {
        execute!(io::stdout(), Print(LISTEN))?;
    }
    Ok(())
}

/// Gives the terminal back as it was. Does nothing if it is not taken, and never fails loudly:
/// it runs when things have gone wrong already.
pub fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    if LISTENS.load(Ordering::SeqCst) {
        let _ = execute!(out, Print(LISTEN_NO_MORE));
    }
    if cfg!(unix) {
        let _ = execute!(out, DisableBracketedPaste);
    }
    let _ = execute!(out, LeaveAlternateScreen, cursor::Show);
    let _ = out.flush();
    let _ = disable_raw_mode();
}

/// The terminal is gone: nothing may touch it any more.
pub fn forget() {
    TAKEN.store(false, Ordering::SeqCst);
}
