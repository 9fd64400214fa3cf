//! The texts that cells refer to by number.

use std::collections::HashMap;

use super::MAIN;
use crate::report::book::tags::Tags;

/// Texts in the order in which they were met.
#[derive(Default)]
pub(super) struct Strings<'b> {
    places: HashMap<&'b str, usize>,
    texts: Vec<&'b str>,
    /// How often one was asked for.
    uses: usize,
}

impl<'b> Strings<'b> {
    /// The number of a text.
    pub fn number(&mut self, text: &'b str) -> usize {
        self.uses += 1;
        *self.places.entry(text).or_insert_with(|| {
            self.texts.push(text);
            self.texts.len() - 1
        })
    }

    /// The part that holds them.
    pub fn part(&self) -> String {
        let (uses, all) = (self.uses.to_string(), self.texts.len().to_string());
        let mut xml = Tags::new("sst", &[("xmlns", MAIN), ("count", &uses), ("uniqueCount", &all)]);
        for text in &self.texts {
            // Without being told a reader drops what is blank at the ends.
            let is_blank = |c: Option<char>| c.is_some_and(|c| c.is_ascii_whitespace());
            let keeps = is_blank(text.chars().next()) || is_blank(text.chars().next_back());
            xml.open("si", &[]);
            xml.leaf("t", if keeps { &[("xml:space", "preserve")] } else { &[] }, text);
            xml.close();
        }
        xml.done()
    }
}
