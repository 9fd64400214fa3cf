//! The questionnaire as a page to print: boxes to tick, lines to write on, no question cut.

use askama::Template;

use super::Form;
use crate::lang::FormWords;
use crate::measure::say;
use crate::report::html::{page_lang, policy};
use crate::rubric::{Kind, QuestionIx, Text};

const STYLE: &str = include_str!("../../../assets/form.css");

pub(super) fn page(form: &Form) -> Result<Vec<u8>, askama::Error> {
    Page::of(form).render().map(String::into_bytes)
}

#[derive(Template)]
#[template(path = "form.html")]
struct Page<'a> {
    w: &'static FormWords,
    lang: &'static str,
    policy: String,
    style: &'static str,
    title: String,
    honest: &'static str,
    is_wide: bool,
    credits: Vec<String>,
    parts: Vec<PagePart<'a>>,
}

struct PagePart<'a> {
    name: String,
    areas: Vec<PageArea<'a>>,
}

struct PageArea<'a> {
    name: String,
    questions: Vec<PageQuestion<'a>>,
}

/// Texts with the languages that they are in.
type Spoken<'a> = Vec<(&'static str, &'a str)>;

struct PageQuestion<'a> {
    id: &'a str,
    texts: Spoken<'a>,
    choices: Vec<PageChoice<'a>>,
    na_allowed: bool,
    has_credits: bool,
    hints: Vec<String>,
}

struct PageChoice<'a> {
    value: String,
    texts: Spoken<'a>,
}

impl<'a> Page<'a> {
    fn of(form: &'a Form<'a>) -> Self {
        let rubric = form.rubric;
        let credits = form.credits();
        let question = |q: &QuestionIx| {
            let q = rubric.question(*q);
            let choice =
                |c: &'a crate::rubric::Choice| PageChoice { value: say::value(c.value), texts: spoken(form, &c.text) };
            PageQuestion {
                id: q.id.as_str(),
                texts: spoken(form, &q.text),
                choices: q.choices.iter().map(choice).collect(),
                na_allowed: q.na_allowed,
                has_credits: q.kind == Kind::Ladder && !credits.is_empty(),
                hints: form.hints(q),
            }
        };
        let area = |(area, asked): &(crate::rubric::AreaIx, Vec<QuestionIx>)| {
            let area = rubric.area(*area);
            PageArea {
                name: format!("{} {}", area.id, form.in_all(&area.name).join(" / ")),
                questions: asked.iter().map(question).collect(),
            }
        };
        let part = |part: &super::Part| PagePart {
            name: form.in_all(&rubric.dimension(part.dimension).name).join(" / "),
            areas: part.areas.iter().map(area).collect(),
        };
        let parts = form.parts.iter().map(part).collect();
        Self {
            w: form.words(),
            lang: page_lang(form.lang()),
            policy: policy(STYLE),
            style: STYLE,
            title: form.title(),
            honest: form.lang().words().cli.self_declared,
            is_wide: form.languages.len() > 1,
            parts,
            credits,
        }
    }
}

fn spoken<'a>(form: &Form, text: &'a Text) -> Spoken<'a> {
    form.languages.iter().map(|lang| (page_lang(*lang), text.get(*lang).as_str())).collect()
}
