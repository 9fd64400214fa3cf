//! The tags and texts of one XML part. No entity is known but the five that XML itself has, so
//! that nothing can grow by them.

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::{Unreadable, broken};
use crate::report::book::escape::unescaped;

/// A part that is read from its beginning to its end.
pub(super) struct Xml<'a> {
    part: &'a str,
    reader: Reader<&'a [u8]>,
}

impl<'a> Xml<'a> {
    /// `part` is its name in faults.
    pub fn new(part: &'a str, text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { part, reader }
    }

    /// That something in this part makes no sense.
    pub fn fault(&self, cause: &dyn std::fmt::Display) -> Unreadable {
        broken(self.part, cause)
    }

    fn event(&mut self) -> Result<Event<'a>, Unreadable> {
        match self.reader.read_event().map_err(|e| self.fault(&e))? {
            Event::DocType(_) => Err(self.fault(&"<!DOCTYPE>")),
            event => Ok(event),
        }
    }

    /// The next tag that opens, at any depth, before `outer` closes; nothing after that.
    pub fn open_within(&mut self, outer: &str) -> Result<Option<BytesStart<'a>>, Unreadable> {
        loop {
            match self.event()? {
                Event::Start(tag) => return Ok(Some(tag)),
                Event::End(tag) if tag.local_name().as_ref() == outer => return Ok(None),
                Event::Eof => return Err(self.fault(&format!("</{outer}>?"))),
                _ => {}
            }
        }
    }

    /// An attribute by its name without prefix.
    pub fn attribute(&self, tag: &BytesStart, name: &str) -> Result<Option<String>, Unreadable> {
        for attribute in tag.attributes() {
            let attribute = attribute.map_err(|e| self.fault(&e))?;
            if attribute.key.local_name().as_ref() == name {
                let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|e| self.fault(&e))?;
                return Ok(Some(value.into_owned()));
            }
        }
        Ok(None)
    }

    /// The text up to the end of the element `outer`, which has just opened.
    pub fn text(&mut self, outer: &str) -> Result<String, Unreadable> {
        let mut text = String::new();
        loop {
            match self.event()? {
                Event::Text(piece) => text.push_str(&piece.xml10_content()),
                Event::CData(piece) => text.push_str(&piece.xml10_content()),
                Event::GeneralRef(entity) => {
                    let character = entity.resolve_char_ref().map_err(|e| self.fault(&e))?;
                    match (character, resolve_xml_entity(&entity)) {
                        (Some(character), _) => text.push(character),
                        (None, Some(known)) => text.push_str(known),
                        (None, None) => return Err(self.fault(&format!("&{};", &*entity))),
                    }
                }
                Event::End(tag) if tag.local_name().as_ref() == outer => return Ok(text),
                Event::Eof => return Err(self.fault(&format!("</{outer}>?"))),
                _ => {}
            }
        }
    }

    /// The text of the element `outer`, which has just opened, out of its runs; how it is
    /// pronounced is left out.
    pub fn rich_text(&mut self, outer: &str) -> Result<String, Unreadable> {
        let mut whole = String::new();
        while let Some(tag) = self.open_within(outer)? {
            match tag.local_name().as_ref() {
                "t" => {
                    let keeps = self.attribute(&tag, "space")?.is_some_and(|space| space == "preserve");
                    let text = self.text("t")?;
                    // A spreadsheet drops these too; a blank of another kind is text.
                    let text = if keeps { &text } else { text.trim_matches([' ', '\t', '\r', '\n']) };
                    whole.push_str(&unescaped(text));
                }
                "rPh" => while self.open_within("rPh")?.is_some() {},
                _ => {}
            }
        }
        Ok(whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rich(text: &str) -> Result<String, Unreadable> {
        let text = format!("<si>{text}</si>");
        let mut xml = Xml::new("p", &text);
        xml.open_within("si")?;
        xml.rich_text("si")
    }

    #[test]
    fn runs_are_one_text_and_blanks_are_kept_where_they_are_meant() {
        assert_eq!(rich("<t> a b </t>").unwrap(), "a b");
        assert_eq!(rich("<t xml:space='preserve'> a\r\nb </t>").unwrap(), " a\nb ");
        assert_eq!(
            rich("<r><rPr><b/></rPr><t>算力</t></r><r><t>网</t></r><rPh sb='0'><t>suan</t></rPh>").unwrap(),
            "算力网"
        );
        assert_eq!(rich("<t/>").unwrap(), "");
        assert_eq!(rich("<t>a&lt;&#x4e00;&#98;<![CDATA[<&]]></t>").unwrap(), "a<一b<&");
    }

    #[test]
    fn entities_of_its_own_are_refused() {
        let part = "<!DOCTYPE sst [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><sst><si><t>&b;</t></si></sst>";
        assert!(Xml::new("p", part).open_within("sst").is_err());
        for text in ["<t>&b;</t>", "<t>&#0;</t>", "<t>&#xd800;</t>", "<t>", "<t></r></t>", "<t a='1' a='2'></t>"] {
            assert!(matches!(rich(text), Err(Unreadable::Broken(_))), "{text}");
        }
    }
}
