//! The columns of tables with a row per question: what they are called when they are written,
//! and known by when they are read. One table for CSV, workbook, questionnaire and import.

use crate::lang::{FormWords, Lang};

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Column {
    /// Id of the question.
    Question,
    /// Name of the dimension.
    Dimension,
    /// Id and name of the area.
    Area,
    /// Text of the question.
    Text,
    /// The answers to choose from.
    Choices,
    /// The level, or one of the words for "don't know" and "not applicable".
    Answer,
    /// The credit toward the next level.
    Toward,
    /// The value that enters the score.
    Value,
    /// The sentence that was chosen.
    Meaning,
    /// Why the question does not apply.
    Reason,
    /// The note.
    Note,
    /// Items of evidence, one a line, each with its kind.
    Evidence,
    /// How sure the answer is.
    Confidence,
    /// Who gave the answer.
    Speaker,
    /// The interviewer's own rating.
    Rating,
    /// Lines of the pad, one a line.
    Pad,
    /// What asks for attention.
    Flags,
    /// Where the area stands among others.
    Place,
}

impl Column {
    /// The columns of a report's answers.
    pub const REPORT: [Self; 16] = [
        Self::Question,
        Self::Dimension,
        Self::Area,
        Self::Text,
        Self::Answer,
        Self::Toward,
        Self::Value,
        Self::Meaning,
        Self::Reason,
        Self::Note,
        Self::Evidence,
        Self::Confidence,
        Self::Speaker,
        Self::Rating,
        Self::Pad,
        Self::Flags,
    ];

    /// The columns of a questionnaire.
    pub const FORM: [Self; 10] = [
        Self::Question,
        Self::Area,
        Self::Text,
        Self::Choices,
        Self::Answer,
        Self::Toward,
        Self::Reason,
        Self::Note,
        Self::Evidence,
        Self::Confidence,
    ];

    /// Every column.
    fn all() -> impl Iterator<Item = Self> {
        Self::REPORT.into_iter().chain([Self::Choices, Self::Place])
    }

    /// Its header in a language.
    pub fn name(self, lang: Lang) -> &'static str {
        let w: &FormWords = &lang.words().form;
        match self {
            Self::Question => w.question,
            Self::Dimension => w.dimension,
            Self::Area => w.area,
            Self::Text => w.text,
            Self::Choices => w.choices,
            Self::Answer => w.answer,
            Self::Toward => w.toward,
            Self::Value => w.value,
            Self::Meaning => w.meaning,
            Self::Reason => w.reason,
            Self::Note => w.note,
            Self::Evidence => w.evidence,
            Self::Confidence => w.confidence,
            Self::Speaker => lang.words().talk.said_by,
            Self::Rating => lang.words().talk.rating,
            Self::Pad => lang.words().talk.pad_line,
            Self::Flags => w.flags,
            Self::Place => lang.words().report.standing,
        }
    }

    /// The column that a header in either language names, in any case.
    pub fn parse(header: &str) -> Option<Self> {
        let header = header.trim();
        let is = |column: &Self| Lang::ALL.iter().any(|l| column.name(*l).eq_ignore_ascii_case(header));
        Self::all().find(is)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_header_is_written_alike() {
        // What is said of a benchmark carries the heading that the reports have.
        for column in Column::all().filter(|column| *column != Column::Place) {
            let name = column.name(Lang::En);
            assert!(!name.starts_with(char::is_uppercase), "{name}");
        }
    }

    #[test]
    fn every_header_names_one_column() {
        for lang in Lang::ALL {
            for column in Column::all() {
                assert_eq!(Column::parse(&format!(" {} ", column.name(lang).to_uppercase())), Some(column));
            }
        }
    }
}
