//! The questionnaire, blank: on paper with boxes to tick, or as a workbook with lists to
//! choose from. What the workbook comes back with, [`super::import`] reads.

mod html;
mod markdown;
mod xlsx;

use super::{Format, Unprintable};
use crate::assessment::Stamp;
use crate::lang::{Lang, fill};
use crate::measure::say;
use crate::rubric::{AreaIx, Depth, DimensionIx, Question, QuestionIx, Rubric};

/// The formats of a questionnaire.
pub const FORMATS: [Format; 3] = [Format::Html, Format::Xlsx, Format::Markdown];

/// A questionnaire.
pub struct Form<'a> {
    rubric: &'a Rubric,
    /// Languages of the questions; the first is that of everything else.
    languages: Vec<Lang>,
    at: Stamp,
    parts: Vec<Part>,
}

/// A dimension with its areas and their questions.
struct Part {
    dimension: DimensionIx,
    areas: Vec<(AreaIx, Vec<QuestionIx>)>,
}

/// How many languages stand side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speaks {
    /// The one of the interface.
    One,
    /// Both, where the rubric has both.
    Both,
}

impl<'a> Form<'a> {
    /// The questions of a depth, in the language of the interface or in both. A rubric that
    /// does not speak a language has its own text there.
    pub fn new(rubric: &'a Rubric, depth: Depth, lang: Lang, speaks: Speaks, at: Stamp) -> Self {
        let mut languages = vec![lang];
        if speaks == Speaks::Both && rubric.languages.len() > 1 {
            languages.push(lang.other());
        }
        let asked: Vec<QuestionIx> = rubric.asked(depth).collect();
        let area = |a: usize| {
            let here = asked.iter().filter(|q| rubric.question(**q).area == AreaIx(a));
            (AreaIx(a), here.copied().collect::<Vec<_>>())
        };
        let part = |(d, dimension): (usize, &crate::rubric::Dimension)| Part {
            dimension: DimensionIx(d),
            areas: dimension.areas.clone().map(area).filter(|(_, asked)| !asked.is_empty()).collect(),
        };
        let parts = rubric.dimensions.iter().enumerate().map(part).filter(|p| !p.areas.is_empty()).collect();
        Self { rubric, languages, at, parts }
    }

    /// The language of everything but the questions.
    fn lang(&self) -> Lang {
        self.languages[0]
    }

    fn words(&self) -> &'static crate::lang::FormWords {
        &self.lang().words().form
    }

    fn title(&self) -> String {
        fill(self.words().title, &[self.rubric.title.get(self.lang())])
    }

    /// A text of the rubric in every language of the questionnaire.
    fn in_all<'t>(&self, text: &'t crate::rubric::Text) -> Vec<&'t str> {
        self.languages.iter().map(|lang| text.get(*lang).as_str()).collect()
    }

    /// The words for the credits toward the next level, where there are any.
    fn credits(&self) -> Vec<String> {
        let credits = self.rubric.toward.iter();
        credits.map(|c| say::credit(&c.id, self.lang()).to_owned()).collect()
    }

    /// What helps to answer a question: what to ask to see, and the open question of an interview.
    fn hints(&self, question: &Question) -> Vec<String> {
        let w = self.words();
        let see = question.evidence.as_ref().map(|t| fill(w.ask_to_see, &[t.get(self.lang())]));
        let prompt = question.prompt.as_ref().map(|t| fill(w.prompt, &[t.get(self.lang())]));
        see.into_iter().chain(prompt).collect()
    }
}

/// The questionnaire as the bytes of a file, in one of [`FORMATS`].
pub fn render(form: &Form, format: Format) -> Result<Vec<u8>, Unprintable> {
    match format {
        Format::Html => html::page(form).map_err(|e| Unprintable::new(format, e)),
        Format::Xlsx => xlsx::workbook(form).map_err(|e| Unprintable::new(format, e)),
        Format::Markdown | Format::Csv | Format::Json => Ok(markdown::text(form).into_bytes()),
    }
}
