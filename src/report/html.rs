//! HTML: one page that opens anywhere and prints well. No script, nothing fetched; a strict
//! content security policy says so to the browser, and lets in this page's own style alone.

use askama::Template;
use sha2::{Digest, Sha256};

use super::answered::Answered;
use super::figure::Figure;
use super::svg::{Bar, Radar};
use super::{Names, Report, Scope};
use crate::lang::{Lang, PlanWords, ReportWords, RoomWords, TrendWords, fill};
use crate::measure::say;

const STYLE: &str = include_str!("../../assets/report.css");

/// The page.
pub(super) fn page(report: &Report) -> Result<Vec<u8>, askama::Error> {
    Page::of(report).render().map(String::into_bytes)
}

/// What the template reads.
#[derive(Template)]
#[template(path = "report.html")]
struct Page<'a> {
    r: &'a Report<'a>,
    w: &'static ReportWords,
    p: &'static PlanWords,
    t: &'static TrendWords,
    d: &'static RoomWords,
    room_heads: [&'static str; 8],
    lang: &'static str,
    rubric: &'a str,
    policy: String,
    style: &'static str,
    radar: Option<Radar>,
    radar_text: String,
    dimensions: Vec<(&'a Figure, Bar)>,
    lenses: Vec<(&'a Figure, Bar)>,
    ranked: [(&'static str, &'a [(String, String)]); 2],
    fragile: Vec<String>,
    chapters: Vec<Chapter<'a>>,
    is_anonymous: bool,
}

/// The questions of a dimension.
struct Chapter<'a> {
    name: &'a str,
    areas: Vec<AreaPart<'a>>,
}

/// The questions of an area.
struct AreaPart<'a> {
    figure: &'a Figure,
    answered: Vec<Row<'a>>,
}

/// A question as it is laid out.
struct Row<'a> {
    id: &'a str,
    text: &'a str,
    short: String,
    meaning: &'a str,
    flags: Vec<&'static str>,
    details: Vec<(&'static str, String)>,
}

impl<'a> Page<'a> {
    fn of(report: &'a Report<'a>) -> Self {
        let words = report.lang.words();
        let drawn = |f: &'a Figure| (f, Bar::of(report, f));
        Self {
            r: report,
            w: report.words(),
            p: &words.plan,
            t: &words.trend,
            d: &words.room,
            room_heads: super::room::heads(report.lang),
            lang: page_lang(report.lang),
            rubric: report.rubric.title.get(report.lang),
            policy: policy(STYLE),
            style: STYLE,
            radar: Radar::of(report),
            radar_text: radar_text(report),
            dimensions: report.groups.iter().map(|g| drawn(&g.dimension)).collect(),
            lenses: report.lenses.iter().map(drawn).collect(),
            ranked: [(words.result.strengths, &report.strengths), (words.result.gaps, &report.gaps)],
            fragile: report.fragile_or_none(),
            chapters: if report.options.scope == Scope::Full { chapters(report) } else { Vec::new() },
            is_anonymous: report.options.names == Names::LeftOut,
        }
    }
}

/// The language of a page, as browsers choose fonts by it.
pub(super) const fn page_lang(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh-Hans",
        Lang::En => "en",
    }
}

/// The policy that lets in one style and nothing else.
pub(super) fn policy(style: &str) -> String {
    let hash = base64(&Sha256::digest(style.as_bytes()));
    format!("default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'")
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let group = chunk.iter().fold(0_u32, |group, byte| group << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let digit = DIGITS[(group >> (18 - 6 * place)) as usize & 63];
            out.push(if place <= chunk.len() { char::from(digit) } else { '=' });
        }
    }
    out
}

/// The radar in words, for those who do not see it.
fn radar_text(report: &Report) -> String {
    let w = report.words();
    let score = |g: &super::Group| fill(w.is_score, &[&g.dimension.name, &g.dimension.score_text]);
    let scores: Vec<String> = report.groups.iter().map(score).collect();
    let scale = &report.rubric.scale;
    fill(w.radar_text, &[&scale.min.to_string(), &scale.max().to_string(), &scores.join(w.comma)])
}

fn chapters<'a>(report: &'a Report<'a>) -> Vec<Chapter<'a>> {
    let mut answered = report.answered.iter().peekable();
    let mut area_of = |figure: &'a Figure| {
        let area = |a: &&Answered| report.rubric.area(report.rubric.question(a.question).area).id.as_str();
        let mut rows = Vec::new();
        while let Some(a) = answered.next_if(|a| area(a) == figure.id) {
            rows.push(row(report, a));
        }
        AreaPart { figure, answered: rows }
    };
    let chapter = |group: &'a super::Group| Chapter {
        name: &group.dimension.name,
        areas: group.areas.iter().map(&mut area_of).filter(|a| !a.answered.is_empty()).collect(),
    };
    report.groups.iter().map(chapter).filter(|c| !c.areas.is_empty()).collect()
}

fn row<'a>(report: &'a Report<'a>, a: &'a Answered) -> Row<'a> {
    let (w, lang) = (report.words(), report.lang);
    let mut details: Vec<(&str, String)> = a.versions.iter().map(|said| (w.conflict, said.clone())).collect();
    if let Some(confidence) = a.confidence {
        details.push((w.confidence, say::confidence(confidence, lang).to_owned()));
    }
    for (kind, text) in &a.evidence {
        details.push((w.evidence, format!("{}{}{text}", say::evidence_kind(*kind, lang), w.colon)));
    }
    details.extend(a.note.as_ref().map(|note| (w.note, note.to_string())));
    Row {
        id: a.id.as_str(),
        text: &a.text,
        short: a.short(report.rubric, lang),
        meaning: a.meaning(),
        flags: a.flags(lang),
        details,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_of_any_length() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }
}
