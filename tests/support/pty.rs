//! The program in a terminal of its own: bytes in, a screen out.
//!
//! A test waits for what it expects to see, up to a deadline; only to see that nothing happens
//! does it let time pass.

#![allow(dead_code, reason = "each test file uses its part")]

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

use crate::places::Places;

/// What a loaded machine may take.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// As many rows that left the screen at its top are kept.
const SCROLL_BACK: usize = 10_000;

/// What the terminal has received.
struct Seen {
    parser: vt100::Parser,
    bytes: Vec<u8>,
}

/// A program in a terminal.
pub struct Terminal {
    seen: Arc<(Mutex<Seen>, Condvar)>,
    keys: Box<dyn Write + Send>,
    master: Box<dyn MasterPty + Send>,
    /// Held open, so that what the program wrote last can still be read.
    _slave: Box<dyn SlavePty + Send>,
    ended: Receiver<u32>,
    pid: Pid,
    modes: String,
}

impl Terminal {
    /// `gradus` with arguments at 80×24.
    pub fn gradus(places: &Places, lang: &str, args: &[&str]) -> Self {
        Self::start(env!("CARGO_BIN_EXE_gradus"), args, &places.environment(lang))
    }

    /// Any program.
    pub fn start(program: &str, args: &[&str], environment: &[(String, String)]) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let modes = modes(&*pair.master);
        let mut command = CommandBuilder::new(program);
        command.args(args);
        for (name, value) in environment {
            command.env(name, value);
        }
        let mut child = pair.slave.spawn_command(command).unwrap();
        let pid = Pid::from_raw(child.process_id().unwrap().cast_signed()).unwrap();
        let (end, ended) = channel();
        thread::spawn(move || end.send(child.wait().unwrap().exit_code()));
        let parser = vt100::Parser::new(NonZero::new(24).unwrap(), NonZero::new(80).unwrap(), SCROLL_BACK);
        let seen = Arc::new((Mutex::new(Seen { parser, bytes: Vec::new() }), Condvar::new()));
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writes = Arc::clone(&seen);
        thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                let mut seen = writes.0.lock().unwrap();
                seen.parser.process(&buffer[..count]);
                seen.bytes.extend_from_slice(&buffer[..count]);
                writes.1.notify_all();
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Self { seen, keys, master: pair.master, _slave: pair.slave, ended, pid, modes }
    }

    /// Sends keys as the terminal would.
    pub fn send(&mut self, keys: impl AsRef<[u8]>) {
        self.keys.write_all(keys.as_ref()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Another size of the window.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        let size = NonZero::new(rows).zip(NonZero::new(columns)).unwrap();
        self.seen().parser.screen_mut().set_size(size.0, size.1);
        self.master.resize(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }).unwrap();
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.0.lock().unwrap()
    }

    /// The screen as text.
    pub fn screen(&self) -> String {
        self.seen().parser.screen().contents()
    }

    /// What scrolled away at the top of the screen, without blank rows.
    pub fn scrolled_back(&self) -> String {
        let mut seen = self.seen();
        let screen = seen.parser.screen_mut();
        let mut rows = Vec::new();
        for depth in (1..=screen.scrollback_len()).rev() {
            screen.set_scrollback(depth);
            rows.extend(screen.contents().lines().next().map(str::to_owned));
        }
        screen.set_scrollback(0);
        rows.retain(|row| !row.trim().is_empty());
        rows.join("\n")
    }

    /// Everything received since the beginning.
    pub fn bytes(&self) -> Vec<u8> {
        self.seen().bytes.clone()
    }

    /// Waits until the screen fulfils a condition.
    #[track_caller]
    pub fn until(&self, what: &str, holds: impl Fn(&vt100::Screen) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        let mut seen = self.seen();
        while !holds(seen.parser.screen()) {
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "waited for {what} in vain:\n{}", seen.parser.screen().contents());
            seen = self.seen.1.wait_timeout(seen, left).unwrap().0;
        }
    }

    /// Waits for a text on screen.
    #[track_caller]
    pub fn sees(&self, text: &str) {
        self.until(text, |screen| screen.contents().contains(text));
    }

    /// Waits for a text on screen, or for the end of the program; whether it was the text.
    #[track_caller]
    pub fn sees_before_it_ends(&self, text: &str) -> bool {
        let deadline = Instant::now() + PATIENCE;
        while !self.screen().contains(text) {
            assert!(Instant::now() < deadline, "waited for {text} in vain:\n{}", self.screen());
            if self.ended.recv_timeout(Duration::from_millis(5)).is_ok() {
                return false;
            }
        }
        true
    }

    /// Waits until the head of the screen says that all is saved.
    #[track_caller]
    pub fn is_saved(&self) {
        self.until("saved", |screen| {
            let contents = screen.contents();
            let head = contents.lines().next().unwrap_or_default();
            head.ends_with("  saved") || head.ends_with("  已保存")
        });
    }

    /// Sends a signal to the program.
    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid, signal).unwrap();
    }

    /// Waits for the end of the program, and returns its exit code.
    #[track_caller]
    pub fn end(&self) -> u32 {
        self.ended.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("still running:\n{}", self.screen()))
    }

    /// The terminal is as it was before the program started.
    #[track_caller]
    pub fn is_restored(&self) {
        self.until("the shell's screen", |s| !s.alternate_screen() && !s.hide_cursor() && !s.bracketed_paste());
        assert_eq!(modes(&*self.master), self.modes);
    }

    /// Waits until the program does nothing for a moment: all that was sent is handled.
    #[track_caller]
    pub fn rests(&self) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let before = self.switches();
            thread::sleep(Duration::from_millis(300));
            if self.switches() == before {
                return;
            }
            assert!(Instant::now() < deadline, "it never comes to rest");
        }
    }

    /// What the system says about each thread.
    fn of_threads(&self, file: &str) -> String {
        let tasks = Path::new("/proc").join(self.pid.as_raw_nonzero().to_string()).join("task");
        let said = |task: std::fs::DirEntry| std::fs::read_to_string(task.path().join(file)).unwrap_or_default();
        std::fs::read_dir(tasks).unwrap().map(|task| said(task.unwrap())).collect()
    }

    /// Whether a thread of this name is there.
    pub fn has_thread(&self, name: &str) -> bool {
        self.of_threads("comm").lines().any(|thread| thread == name)
    }

    /// Context switches of all threads so far.
    pub fn switches(&self) -> u64 {
        let all = self.of_threads("status");
        let counts = all.lines().filter(|l| l.contains("ctxt_switches")).filter_map(|l| l.split_whitespace().last());
        counts.map(|n| n.parse::<u64>().unwrap()).sum()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // It may have ended long ago.
        let _ = kill_process(self.pid, Signal::KILL);
    }
}

/// The terminal's modes as `stty -g` would print them.
fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}
