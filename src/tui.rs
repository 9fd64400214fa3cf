//! On screen: the terminal, the one loop, and what the application wants done outside.
//!
//! One queue carries keys, signals and the store's reports. The loop sleeps on it, takes in
//! all that waits, then draws once: no key waits for a disk, and an idle program does nothing.

pub mod app;
mod begin;
mod crash;
mod heap;
mod input;
pub mod key;
pub mod keys;
mod last;
mod outside;
pub mod painter;
mod panic;
mod sources;
mod terminal;
pub mod theme;
pub mod view;
pub mod widget;

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::clock;
use crate::desk::Desk;
use crate::out;
use app::{App, News};
pub use begin::{Begin, Face};
use crash::Crash;
use input::{Decoder, Target};
use key::Input;
use outside::{Heard, Outside};
use sources::Wake;
use terminal::Screen;

/// As many wake-ups are taken in before a frame is drawn.
const DRAIN: usize = 1_000;
/// So long has the first frame to reach the terminal: what comes after it would hold up its second half for more.
const GIVES_WAY: Duration = Duration::from_millis(1);
/// A stop takes effect within this time, or not at all.
const STOP: Duration = Duration::from_millis(300);
/// The writers get as long when a signal ends the program.
const LAST_WORDS: Duration = Duration::from_secs(1);

/// Runs the full screen until the user leaves; returns the exit code.
pub fn run(desk: Desk, begin: Begin, Face { theme, mouse }: Face) -> Result<i32> {
    let words = desk.lang.words();
    heap::keep_freed_memory();
    let mut app = App { mouse, ..App::new(desk.lang, theme) };
    app.peers = desk.peers.as_ref().map(|peers| Arc::clone(&peers.benchmark));
    let (queue, wakes) = channel();
    let mut outside = Outside::new(desk, queue.clone());
    // A file that cannot be opened is told in the shell, not on a screen that vanishes.
    match begin {
        Begin::Home => outside.list(&mut app),
        Begin::Open(path) => outside.glance(&path, &mut app)?,
        Begin::Preview(path) => outside.preview(path, &mut app)?,
        Begin::Shown(work) => app.told(News::Opened(work, Vec::new())),
    }
    panic::warn(outside.data_folder(), words.cli.crashed);
    // None of them ends the program any more while it has the terminal.
    let caught = sources::catch_signals()?;
    let mut screen = Screen::take(mouse).context(words.cli.no_terminal)?;
    let decoder = Decoder::default();
    let mut runner = Runner {
        app,
        outside,
        wakes,
        decoder,
        leaves: None,
        suspends: false,
        resumes: false,
        is_resized: false,
        tick: None,
        crash: Crash::asked_for(),
    };
    runner.draw(&mut screen);
    // What was written is handed to the terminal by the system, a long frame in two parts, on this processor maybe.
    thread::sleep(GIVES_WAY);
    let asked = runner.app.asks();
    if let Err(error) = runner.outside.open_glanced_at(&mut runner.app) {
        terminal::give_back();
        return Err(error);
    }
    terminal::forget_typed_if(runner.app.asks() != asked);
    runner.draw(&mut screen);
    // The first frame needs none of them: what is typed or signalled meanwhile waits for them.
    sources::signals(caught, queue.clone());
    let go = sources::keyboard(queue);
    while runner.leaves.is_none() {
        runner.wait();
        if runner.suspends && runner.leaves.is_none() {
            runner.suspend();
            // The keyboard thread waits for this word.
            let _ = go.send(());
        }
        if runner.resumes && runner.leaves.is_none() {
            runner.resume(&mut screen);
        }
        runner.tick = runner.app.tell_time(clock::now()).map(|ms| Instant::now() + Duration::from_millis(ms));
        if std::mem::take(&mut runner.is_resized) {
            screen.lose();
            runner.app.is_stale = true;
        }
        runner.draw(&mut screen);
    }
    Ok(runner.finish())
}

/// How the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Leave {
    /// The user said so.
    Quit,
    /// A signal.
    Signal(i32),
    /// The terminal is gone.
    Gone,
}

/// The loop's state.
struct Runner {
    app: App,
    outside: Outside,
    wakes: Receiver<Wake<Heard>>,
    decoder: Decoder,
    leaves: Option<Leave>,
    /// The terminal is to be given to the shell.
    suspends: bool,
    /// The terminal is ours again.
    resumes: bool,
    /// The terminal may have lost what it showed, even if it has its old size again.
    is_resized: bool,
    /// When the screen changes by itself.
    tick: Option<Instant>,
    crash: Crash,
}

impl Runner {
    /// Draws what changed since the last frame.
    fn draw(&mut self, screen: &mut Screen) {
        self.crash.in_draw();
        let draws = self.leaves.is_none() && std::mem::take(&mut self.app.is_stale);
        if draws && screen.draw(&mut self.app).is_err() {
            self.leaves = Some(Leave::Gone);
        }
    }

    /// Sleeps until something happens, then takes in all that waits.
    fn wait(&mut self) {
        let deadlines = [self.decoder.deadline(), self.outside.draft_deadline(), self.tick];
        let deadline = deadlines.into_iter().flatten().min();
        let first = match deadline {
            None => self.wakes.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(at) => self.wakes.recv_timeout(at.saturating_duration_since(Instant::now())),
        };
        match first {
            Ok(wake) => self.take_in(wake),
            Err(RecvTimeoutError::Timeout) => self.time_passed(),
            Err(RecvTimeoutError::Disconnected) => self.leaves = Some(Leave::Gone),
        }
        for _ in 0..DRAIN {
            match self.wakes.try_recv() {
                Ok(wake) if self.leaves.is_none() && !self.suspends => self.take_in(wake),
                _ => break,
            }
        }
    }

    fn time_passed(&mut self) {
        let inputs = self.decoder.expire();
        self.handle(inputs);
        self.outside.keep_draft_if_due(&mut self.app);
    }

    fn take_in(&mut self, wake: Wake<Heard>) {
        match wake {
            Wake::Keys(events, at) => {
                let place = self.app.key_place();
                let target = match self.app.field_of() {
                    None => Target::Commands,
                    Some(true) => Target::Lines,
                    Some(false) => Target::Line,
                };
                let inputs = self.decoder.decode(&events, at, target, |key| keys::action(place, key).is_some());
                self.handle(inputs);
            }
            Wake::Signal(signal) => self.signal(signal),
            Wake::Gone => self.leaves = Some(Leave::Gone),
            Wake::Report(heard) => self.outside.told(heard, &mut self.app),
        }
    }

    fn handle(&mut self, inputs: Vec<Input>) {
        for input in inputs {
            if self.leaves.is_some() {
                return;
            }
            self.crash.on(&input);
            let effects = self.app.handle(input, clock::now());
            for effect in effects {
                match effect {
                    app::Effect::Quit => self.leaves = Some(Leave::Quit),
                    app::Effect::Suspend => self.suspends = true,
                    effect => self.outside.act(effect, &mut self.app),
                }
            }
        }
    }

    #[cfg(unix)]
    fn signal(&mut self, signal: i32) {
        use signal_hook::consts::{SIGCONT, SIGWINCH};
        match signal {
            // The next frame asks for the size.
            SIGWINCH => self.is_resized = true,
            // Stopped and going on: the terminal may have changed hands.
            SIGCONT => self.resumes = true,
            signal => self.leaves = Some(Leave::Signal(signal)),
        }
    }

    /// Gives the terminal to the shell until the program is told to go on.
    fn suspend(&mut self) {
        self.suspends = false;
        terminal::give_back();
        #[cfg(unix)]
        if rustix::process::kill_current_process_group(rustix::process::Signal::TSTP).is_err() {
            self.app.message = Some(self.app.words().ask.no_suspend.to_owned());
            self.resumes = true;
        }
        // Another thread may take the signal, and this one run on for a while: it must not take
        // the terminal back before the stop. Where nothing stops it, it goes on by itself.
        let deadline = Instant::now() + STOP;
        while !self.resumes && self.leaves.is_none() {
            match self.wakes.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(wake) => self.take_in(wake),
                Err(_) => self.resumes = true,
            }
        }
    }

    /// Takes the terminal again, and takes in what others wrote meanwhile.
    fn resume(&mut self, screen: &mut Screen) {
        self.resumes = false;
        self.app.is_stale = true;
        if screen.take_again().is_err() {
            self.leaves = Some(Leave::Gone);
        }
        self.outside.look_again();
    }

    /// Keeps what is being typed, gives the terminal back, lets the writers finish.
    fn finish(mut self) -> i32 {
        let leave = self.leaves.unwrap_or(Leave::Quit);
        for effect in self.app.finish_editing(clock::now()) {
            self.outside.act(effect, &mut self.app);
        }
        match leave {
            Leave::Quit => {
                terminal::give_back();
                let words = &self.app.words().ask;
                let wakes = &self.wakes;
                let stops = || wakes.try_iter().any(|w| matches!(w, Wake::Signal(_) | Wake::Gone));
                let unsaved = self.outside.close(|| out::complain(words.still_saving), stops);
                unsaved.as_deref().map_or(0, |sentence| {
                    out::complain(sentence);
                    1
                })
            }
            Leave::Signal(signal) => {
                self.outside.close_within(LAST_WORDS);
                terminal::give_back();
                128 + signal
            }
            Leave::Gone => {
                // Whatever touched the terminal now would fail or hang; so nothing unwinds past here.
                terminal::forget();
                self.outside.close_within(LAST_WORDS);
                std::process::exit(129);
            }
        }
    }
}
