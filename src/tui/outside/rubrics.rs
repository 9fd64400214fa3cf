//! Rubrics from disk: a file that is being looked at, and newer versions of the open one.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Result;

use super::Outside;
use crate::clock;
use crate::rubric::check::check;
use crate::rubric::{Rubric, SHIPPED};
use crate::store::embed;
use crate::text::Clean;
use crate::tui::app::{App, News, Offer, Previewed, Work};

impl Outside {
    /// Looks at a rubric file without recording anything.
    pub fn preview(&mut self, path: PathBuf, app: &mut App) -> Result<()> {
        self.preview = Some(path);
        self.reload(app)
    }

    pub(super) fn reload(&mut self, app: &mut App) -> Result<()> {
        let Some(path) = &self.preview else { return Ok(()) };
        let bytes = self.desk.store.rubric_bytes(path).map_err(|f| self.desk.told(&f))?;
        let shown = path.file_name().unwrap_or(path.as_os_str());
        app.told(News::Previewed(Box::new(Previewed {
            rubric: Rubric::read(&bytes).ok(),
            findings: check(&bytes),
            path: Clean::line(&shown.to_string_lossy()),
            at: clock::now(),
        })));
        Ok(())
    }

    /// The program's rubrics and those of the user that can be used; `rubric list` tells why others cannot.
    pub(super) fn known_rubrics(&self) -> Vec<Arc<Rubric>> {
        let files = self.desk.store.rubric_files().unwrap_or_default();
        let names = files.iter().filter_map(|path| path.file_stem()?.to_str().map(str::to_owned));
        let shipped = SHIPPED.iter().map(|s| s.id.to_owned());
        let mut rubrics: Vec<Arc<Rubric>> = Vec::new();
        for id in shipped.chain(names) {
            if let Ok(found) = self.desk.store.find_rubric(&id)
                && rubrics.iter().all(|known| known.id != found.rubric.id)
            {
                rubrics.push(Arc::new(found.rubric));
            }
        }
        rubrics
    }

    /// Offers a newer version of the open assessment's rubric, if one is here.
    pub(super) fn offer_newer(&self, app: &mut App) {
        match app.work.as_ref().map(|work| self.offer(work)) {
            None | Some(Ok(None)) => {}
            Some(Ok(Some(offer))) => app.told(News::Offered(offer)),
            Some(Err(error)) => app.told(News::Failed(error.to_string())),
        }
    }

    fn offer(&self, work: &Work) -> Result<Option<Box<Offer>>> {
        let Some(found) = self.desk.store.newer_rubric(&work.assessment, &work.rubric) else {
            return Ok(None);
        };
        let Some(steps) = work.assessment.upgrade(&work.rubric, &found.rubric) else { return Ok(None) };
        let embed = found.embedded.map(|json| embed(&found.reference, &json)).transpose();
        let embed = embed.map_err(|f| self.desk.told(&f))?;
        let rubric = Arc::new(found.rubric);
        Ok(Some(Box::new(Offer { rubric, reference: found.reference, embed, steps, cursor: 0 })))
    }
}
