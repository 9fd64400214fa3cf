//! What wakes the loop: the keyboard in one thread, signals and the terminal going away in another,
//! one queue for all of them.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, KeyCode, KeyModifiers};
#[cfg(unix)]
use {
    signal_hook::iterator::{backend::SignalDelivery, exfiltrator::SignalOnly},
    std::os::unix::net::UnixStream,
};

/// As many events are taken together at most.
const BATCH: usize = 1_000;
/// Time to see whether more of the same write has been read already; the terminal is not waited for.
/// The library spins for as long after every key and looks at nothing if it is zero.
const REST_OF_WRITE: Duration = Duration::from_micros(10);

/// Signals that wait.
#[cfg(unix)]
pub type Caught = SignalDelivery<UnixStream, SignalOnly>;

/// What happened; `R` is what else may be reported.
pub enum Wake<R> {
    /// Keys and pastes that arrived together, and when.
    Keys(Vec<Event>, Instant),
    /// A signal.
    Signal(i32),
    /// The terminal is gone.
    Gone,
    /// A report from elsewhere.
    Report(R),
}

/// Reads the keyboard until the terminal is gone. After a key that gives the terminal away it
/// waits for a word on the returned channel before it reads on.
pub fn keyboard<R: Send + 'static>(queue: Sender<Wake<R>>) -> Sender<()> {
    let (go, may_go) = channel();
    thread::spawn(move || read_keys(&queue, &may_go));
    go
}

fn read_keys<R>(queue: &Sender<Wake<R>>, may_go: &Receiver<()>) {
    loop {
        let Ok(first) = event::read() else {
            // Nobody is left to be told if the loop has ended.
            let _ = queue.send(Wake::Gone);
            return;
        };
        let mut batch = vec![first];
        while batch.len() < BATCH && !gives_away(&batch) && matches!(event::poll(REST_OF_WRITE), Ok(true)) {
            match event::read() {
                Ok(event) => batch.push(event),
                Err(_) => break,
            }
        }
        let waits = gives_away(&batch);
        if queue.send(Wake::Keys(batch, Instant::now())).is_err() {
            return;
        }
        if waits && may_go.recv().is_err() {
            return;
        }
    }
}

/// Whether the last of the events is the key that gives the terminal to the shell.
fn gives_away(batch: &[Event]) -> bool {
    let key = batch.last().and_then(Event::as_key_press_event);
    key.is_some_and(|k| k.code == KeyCode::Char('z') && k.modifiers.contains(KeyModifiers::CONTROL))
}

/// From now on signals do nothing but wait to be passed on: those that end the program, the one after a
/// suspension, and a change of size.
#[cfg(unix)]
pub fn catch_signals() -> std::io::Result<Caught> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH};
    let (read, write) = UnixStream::pair()?;
    let signals = [SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGCONT, SIGWINCH];
    SignalDelivery::with_pipe(read, write, SignalOnly, signals)
}

/// Passes them on, first those that wait, and notices that the terminal is gone even where the signal for it
/// is ignored.
#[cfg(unix)]
pub fn signals<R: Send + 'static>(mut caught: Caught, queue: Sender<Wake<R>>) {
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::io::Errno;
    // Elsewhere than on Linux the keyboard alone notices it.
    let watched = if cfg!(target_os = "linux") { 2 } else { 1 };
    thread::spawn(move || {
        let terminal = std::io::stdin();
        let mut is_gone = false;
        while !is_gone {
            // Of the terminal nothing is asked for: only an error or a hang-up wakes it.
            let signals = PollFd::new(caught.get_read(), PollFlags::IN);
            let mut waiting = [signals, PollFd::new(&terminal, PollFlags::empty())];
            is_gone = match poll(&mut waiting[..watched], None) {
                Ok(_) => !waiting[1].revents().is_empty(),
                Err(fault) => fault != Errno::INTR,
            };
            let signals = caught.pending().map(Wake::Signal);
            for wake in signals.chain(is_gone.then_some(Wake::Gone)) {
                if queue.send(wake).is_err() {
                    return;
                }
            }
        }
    });
}
