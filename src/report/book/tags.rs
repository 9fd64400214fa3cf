//! XML as it is written: whatever is opened is closed, and every text is escaped.

use super::escape::{Within, escape};

/// A part of XML, as far as it is written.
pub(super) struct Tags {
    text: String,
    open: Vec<&'static str>,
}

/// Attributes: a name and its value each.
pub(super) type Attributes<'a> = &'a [(&'static str, &'a str)];

impl Tags {
    /// Begins a part whose outermost element is `root`.
    pub fn new(root: &'static str, attributes: Attributes) -> Self {
        let text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned();
        let mut tags = Self { text, open: Vec::new() };
        tags.open(root, attributes);
        tags
    }

    /// Opens an element; what follows stands within it.
    pub fn open(&mut self, name: &'static str, attributes: Attributes) {
        self.start(name, attributes);
        self.text.push('>');
        self.open.push(name);
    }

    /// Closes the element that was opened last.
    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.end(name);
        }
    }

    /// An element with nothing in it.
    pub fn empty(&mut self, name: &'static str, attributes: Attributes) {
        self.start(name, attributes);
        self.text.push_str("/>");
    }

    /// An element with a text in it.
    pub fn leaf(&mut self, name: &'static str, attributes: Attributes, text: &str) {
        self.start(name, attributes);
        self.text.push('>');
        escape(text, Within::Element, &mut self.text);
        self.end(name);
    }

    /// What always stands here: whole elements, or a beginning whose end follows in the same way.
    pub fn fixed(&mut self, xml: &'static str) {
        self.text.push_str(xml);
    }

    /// The part, with everything closed.
    pub fn done(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text
    }

    fn start(&mut self, name: &str, attributes: Attributes) {
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            escape(value, Within::Quotes, &mut self.text);
            self.text.push('"');
        }
    }

    fn end(&mut self, name: &str) {
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_opened_is_closed() {
        let mut tags = Tags::new("a", &[("x", "\"1\"")]);
        tags.open("b", &[]);
        tags.leaf("c", &[], "<");
        tags.close();
        tags.open("d", &[]);
        tags.empty("e", &[("y", "2"), ("z", "")]);
        let (_, xml) = tags.done().split_once('\n').map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
        assert_eq!(xml, "<a x=\"&quot;1&quot;\"><b><c>&lt;</c></b><d><e y=\"2\" z=\"\"/></d></a>");
    }
}
