//! From a file to the screen: a first look, then the whole of it.

use std::path::Path;

use anyhow::Result;

use super::{Heard, Open, Outside};
use crate::assessment::Session;
use crate::desk::{OnDesk, author};
use crate::store::{Keeper, Notice, Settle, Use, new_session};
use crate::text::Clean;
use crate::tui::app::{App, News, Work};
use crate::tui::sources::Wake;

impl Outside {
    /// Opens a file and shows it.
    pub fn open(&mut self, path: &Path, app: &mut App) -> Result<()> {
        let on_desk = self.desk.open(path, Use::Write)?;
        self.show(on_desk, app)
    }

    /// Shows a file as it stands, to be opened once that is on screen. One of which more than its answers is
    /// to be told is opened first.
    pub fn glance(&mut self, path: &Path, app: &mut App) -> Result<()> {
        let mut read = self.desk.read_file(path)?;
        let seen = read.glance().filter(|(assessment, rubric)| assessment.unreadable(rubric).is_none());
        let Some((assessment, rubric)) = seen else {
            let on_desk = self.desk.open_read(read, Use::Write)?;
            return self.show(on_desk, app);
        };
        let session = new_session().map_err(|f| self.desk.told(&f))?;
        let author = author(&assessment, session, None);
        let (work, notices) = self.beside_peers(Work::new(rubric, assessment, author, shown(&read.path)));
        app.told(News::Opened(Box::new(work), notices.into_iter().collect()));
        self.glanced_at = Some((read, session));
        Ok(())
    }

    /// Opens the file that was only looked at. Nothing may be recorded before.
    pub fn open_glanced_at(&mut self, app: &mut App) -> Result<()> {
        let Some((read, session)) = self.glanced_at.take() else { return Ok(()) };
        let read = self.desk.read_if_changed(read)?;
        let on_desk = self.desk.open_read(read, Use::Write)?;
        self.put_on_screen(on_desk, session, app);
        Ok(())
    }

    /// Shows an opened assessment.
    pub(super) fn show(&mut self, on_desk: OnDesk, app: &mut App) -> Result<()> {
        let session = self.desk.session(&on_desk.opened)?;
        self.put_on_screen(on_desk, session, app);
        Ok(())
    }

    /// From here on the screen shows an assessment in which is recorded, or a question that comes before;
    /// nothing can fail on the way.
    fn put_on_screen(&mut self, on_desk: OnDesk, session: Session, app: &mut App) {
        self.close_open();
        if let Some(older) = &on_desk.opened.older {
            let question = Notice::Older(older.span).sentence(&self.desk.lang.words().store);
            app.told(News::Older(question));
            self.unsettled = Some((on_desk, session));
            return;
        }
        let queue = self.queue.clone();
        let report = move |report| {
            // After the loop has ended nobody wants to know.
            let _ = queue.send(Wake::Report(Heard::Store(report)));
        };
        let keeper = Keeper::start(&on_desk.opened, session, report);
        let author = author(&on_desk.opened.assessment, session, None);
        let path = shown(&on_desk.opened.path);
        let (mut work, more) =
            self.beside_peers(Work::new(on_desk.rubric, on_desk.opened.assessment, author.clone(), path));
        work.read_only = on_desk.opened.read_only.map(|f| Clean::line(&f.sentence(&self.desk.lang.words().store)));
        self.open = Some(Open { keeper, author });
        self.lacks_twin = false;
        self.told_no_twin = false;
        app.told(News::Opened(Box::new(work), on_desk.notices.into_iter().chain(more).collect()));
        // After the loop has ended nobody wants to know.
        let _ = self.queue.send(Wake::Report(Heard::OnScreen));
    }

    /// What the older copy lacks is added or left out. If that cannot be written, it is so on screen, and what
    /// was added is written as soon as the file takes it; what was left out is asked about next time.
    pub(super) fn settle(&mut self, adds: bool, app: &mut App) {
        let Some((mut on_desk, session)) = self.unsettled.take() else { return };
        let how = if adds { Settle::Add } else { Settle::LeaveOut };
        if let Err(fault) = self.desk.store.settle(&mut on_desk.opened, how) {
            on_desk.opened.older = None;
            on_desk.notices.push(self.desk.told(&fault).to_string());
        }
        self.put_on_screen(on_desk, session, app);
    }

    /// An assessment beside the organisations that its result is held against, or why there are none.
    fn beside_peers(&self, mut work: Work) -> (Work, Option<String>) {
        match self.desk.peers_of(&work.rubric) {
            Ok(peers) => {
                work.peers = peers;
                (work, None)
            }
            Err(error) => (work, Some(error.to_string())),
        }
    }
}

/// A path as it is shown.
fn shown(path: &Path) -> Clean {
    Clean::line(&path.to_string_lossy())
}
