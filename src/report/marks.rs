//! The marks of Markdown.
//!
//! Text from data is escaped so that it renders as itself: as a note it stands in a fenced
//! block, anywhere else every character that means something inside a line is escaped, and
//! one that means something only at the start of a line is escaped there.

/// A document as it grows: blocks with an empty line between them.
#[derive(Default)]
pub(super) struct Markdown(String);

impl Markdown {
    /// The text.
    pub fn finish(self) -> String {
        self.0
    }

    fn line(&mut self, line: &str) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(line);
        self.0.push('\n');
    }

    /// A heading.
    pub fn heading(&mut self, depth: usize, title: &str) {
        self.line(&format!("{} {title}", "#".repeat(depth)));
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: &str) {
        self.line(text);
    }

    /// A list.
    pub fn list(&mut self, items: impl Iterator<Item = String>) {
        let items: Vec<String> = items.map(|item| format!("- {item}")).collect();
        if !items.is_empty() {
            self.line(&items.join("\n"));
        }
    }

    /// A table.
    pub fn table<const N: usize>(&mut self, head: [&str; N], rows: impl Iterator<Item = [String; N]>) {
        let row = |cells: &[String]| format!("| {} |", cells.join(" | "));
        let mut lines = vec![row(&head.map(inline)), format!("|{}", " --- |".repeat(N))];
        lines.extend(rows.map(|cells| row(&cells.map(|cell| inline(&cell)))));
        self.line(&lines.join("\n"));
    }

    /// A text as it stands, between fences longer than any inside of it.
    pub fn fenced(&mut self, text: &str) {
        let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat((longest + 1).max(3));
        self.line(&format!("{fence}text\n{text}\n{fence}"));
    }
}

/// A text from data inside a line: it renders as itself.
pub(super) fn inline(text: &str) -> String {
    let text = text.trim();
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\n' => out.push_str("<br>"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '#' | '$' | '!' => {
                out.extend(['\\', c]);
            }
            c => out.push(c),
        }
    }
    out
}

/// A text from data that begins a line: what makes a list or a rule there is escaped too.
pub(super) fn first(text: &str) -> String {
    let text = inline(text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if text[digits..].starts_with(['.', ')']) || (digits == 0 && text.starts_with(['+', '-', '='])) {
        format!("{}\\{}", &text[..digits], &text[digits..])
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_is_escaped_where_it_does() {
        assert_eq!(inline("2.9 of 5.0 (a-b)"), "2.9 of 5.0 (a-b)");
        assert_eq!(inline("](javascript:x)|`#1`"), "\\](javascript:x)\\|\\`\\#1\\`");
        assert_eq!(first("- a\n1) b"), "\\- a<br>1) b");
        assert_eq!((first("12. a"), first("12 a")), ("12\\. a".to_owned(), "12 a".to_owned()));
        assert_eq!(inline("<b>&amp;"), "\\<b\\>\\&amp;");
    }

    #[test]
    fn a_fence_is_longer_than_any_inside() {
        let mut md = Markdown::default();
        md.fenced("a\n````\nb");
        assert_eq!(md.finish(), "`````text\na\n````\nb\n`````\n");
    }
}
