//! One writer as the keeper sees it: not yet needed, at work, or gone.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::Builder;

use super::saves::{Log, Report};
use super::thread::{self, Order, Post};
use crate::assessment::EventId;
use crate::store::fault::StoreFault;
use crate::store::pen::Pen;

/// Room for a writer's stack: enough to read a file again.
const STACK: usize = 512 << 10;

/// A writer that may not have been needed yet.
pub(super) enum Worker {
    Idle(Box<Idle>),
    Running(Sender<Order>),
    Stopped,
}

/// What a writer is started with.
pub(super) struct Idle {
    pen: Pen,
    post: Post,
    /// For the case that no thread can be had.
    spare: Post,
    /// A thread that waits for the first order, if one was asked for.
    thread: Option<Sender<Job>>,
}

/// All that a thread does.
type Job = Box<dyn FnOnce() + Send>;

impl Worker {
    /// A writer with its pen and two ways to be heard.
    pub fn new(pen: Pen, [post, spare]: [Post; 2]) -> Self {
        Self::Idle(Box::new(Idle { pen, post, spare, thread: None }))
    }

    /// Why it never writes, as long as it was not needed.
    pub fn blocked(&self) -> Option<&StoreFault> {
        match self {
            Self::Idle(idle) => idle.pen.blocked(),
            Self::Running(_) | Self::Stopped => None,
        }
    }

    /// Has a thread wait for the first order, which then starts none. It looks at nothing and writes nothing.
    pub fn get_ready(&mut self) {
        if let Self::Idle(idle) = self
            && idle.thread.is_none()
        {
            // If none can be had now, the first order asks again.
            idle.thread = waiting_thread(idle.post.log);
        }
    }

    /// Gives an order; the first one sets the writer to work.
    pub fn tell(&mut self, order: Order) {
        match std::mem::replace(self, Self::Stopped) {
            Self::Idle(idle) => *self = idle.start(order),
            Self::Running(orders) => {
                // A writer that has died has said so.
                let _ = orders.send(order);
                *self = Self::Running(orders);
            }
            Self::Stopped => {}
        }
    }

    /// Asks a writer at work to write and answer.
    pub fn flush(&self) -> Option<Receiver<Option<Vec<EventId>>>> {
        let Self::Running(orders) = self else { return None };
        let (done, is_done) = channel();
        orders.send(Order::Flush(done)).ok().map(|()| is_done)
    }
}

impl Idle {
    fn start(self, first: Order) -> Worker {
        let Self { pen, post, spare, thread } = self;
        let (orders, waiting) = channel();
        // It waits there when the thread begins, which then need not sleep again.
        let is_told = orders.send(first).is_ok();
        let thread = thread.or_else(|| waiting_thread(post.log));
        let job = move || thread::run(pen, &waiting, &post);
        if is_told && thread.is_some_and(|thread| thread.send(Box::new(job)).is_ok()) {
            return Worker::Running(orders);
        }
        spare.send(Report::Dead { log: spare.log });
        Worker::Stopped
    }
}

/// A thread that sleeps until it gets its work, or until nobody can give it any.
fn waiting_thread(log: Log) -> Option<Sender<Job>> {
    let (thread, work) = channel::<Job>();
    let waits = move || {
        if let Ok(job) = work.recv() {
            job();
        }
    };
    Builder::new().name(format!("{log:?}")).stack_size(STACK).spawn(waits).ok().map(|_| thread)
}
