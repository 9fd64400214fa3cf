//! The questionnaire as text with boxes.

use super::Form;
use crate::measure::say;
use crate::report::marks::{Markdown, first, inline};
use crate::rubric::Question;

/// Room to write in.
const BLANK: &str = "____________";

pub(super) fn text(form: &Form) -> String {
    let w = form.words();
    let mut md = Markdown::default();
    md.heading(1, &inline(&form.title()));
    md.paragraph(w.how);
    md.list([w.subject, w.who, w.when].into_iter().map(|label| format!("{label} {BLANK}")));
    for part in &form.parts {
        let joined = |text| inline(&form.in_all(text).join(" / "));
        md.heading(2, &joined(&form.rubric.dimension(part.dimension).name));
        for (area, asked) in &part.areas {
            let area = form.rubric.area(*area);
            md.heading(3, &format!("{} {}", inline(area.id.as_str()), joined(&area.name)));
            for question in asked {
                one(&mut md, form, form.rubric.question(*question));
            }
        }
    }
    md.finish()
}

fn one(md: &mut Markdown, form: &Form, question: &Question) {
    let w = form.words();
    let texts = form.in_all(&question.text).iter().map(|t| inline(t)).collect::<Vec<_>>().join("<br>");
    md.paragraph(&format!("**{}** {texts}", inline(question.id.as_str())));
    let choice = |c: &crate::rubric::Choice| {
        let texts: Vec<String> = form.in_all(&c.text).iter().map(|t| inline(t)).collect();
        format!("[ ] **{}** {}", say::value(c.value), texts.join("<br>"))
    };
    let not_applicable = question.na_allowed.then(|| format!("[ ] {} {BLANK}", w.na_box));
    let choices = question.choices.iter().map(choice).chain([format!("[ ] {}", w.unknown_box)]);
    md.list(choices.chain(not_applicable));
    let credits = form.credits();
    if !credits.is_empty() && question.kind == crate::rubric::Kind::Ladder {
        let boxes: Vec<String> = credits.iter().map(|c| format!("[ ] {}", inline(c))).collect();
        md.paragraph(&format!("{} {}", w.toward_box, boxes.join(" ")));
    }
    for hint in form.hints(question) {
        md.paragraph(&first(&hint));
    }
    md.paragraph(&format!("{} {BLANK}", w.evidence_line));
    md.paragraph(&format!("{} {BLANK}", w.note_line));
}
