//! Where in a JSON text a reader has stopped, told by the names of what is around.

/// A container that is open.
enum Open {
    /// An object: the member that is being read, and whether its name is done.
    Object { name: String, is_named: bool },
    /// A list: how many of its entries are done.
    List(usize),
}

/// The path of what stands at a line, from 1, and after as many of its bytes: `areas[1].name`.
pub(super) fn path_at(json: &str, line: usize, column: usize) -> String {
    let start: usize = json.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let bytes = &json.as_bytes()[..json.len().min(start + column)];
    let mut open: Vec<Open> = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'{' => open.push(Open::Object { name: String::new(), is_named: false }),
            b'[' => open.push(Open::List(0)),
            b'}' | b']' => drop(open.pop()),
            b'"' => {
                let end = at + text_len(&bytes[at..]);
                if let Some(Open::Object { name, is_named: false }) = open.last_mut() {
                    let written = String::from_utf8_lossy(&bytes[at - 1..end]);
                    // What cannot be read as a text is shown as it is written.
                    *name = serde_json::from_str(&written).unwrap_or_else(|_| written.trim_matches('"').to_owned());
                }
                at = end;
            }
            b':' | b',' => match open.last_mut() {
                Some(Open::Object { name, is_named }) => {
                    *is_named = *byte == b':';
                    if !*is_named {
                        name.clear();
                    }
                }
                Some(Open::List(done)) => *done += usize::from(*byte == b','),
                None => {}
            },
            _ => {}
        }
    }
    path_of(&open)
}

/// Bytes of a text up to and with its closing quote, or to the end.
fn text_len(bytes: &[u8]) -> usize {
    let mut is_escaped = false;
    let end = bytes.iter().position(|byte| {
        let closes = *byte == b'"' && !is_escaped;
        is_escaped = *byte == b'\\' && !is_escaped;
        closes
    });
    end.map_or(bytes.len(), |end| end + 1)
}

fn path_of(open: &[Open]) -> String {
    let mut path = String::new();
    for container in open {
        match container {
            Open::Object { name, .. } if name.is_empty() => {}
            Open::Object { name, .. } => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(name);
            }
            Open::List(done) => path = format!("{path}[{done}]"),
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_follows_the_text() {
        let json = "{\"a\":[{\"b\":1},\n {\"c\\n\":\"},[\\\"\",\"d\":[[2,3]]}],\n\"e\":{}}";
        let path_before = |what: &str| {
            let at = json.find(what).unwrap();
            let line_start = json[..at].rfind('\n').map_or(0, |end| end + 1);
            path_at(json, json[..at].matches('\n').count() + 1, at - line_start)
        };
        for (what, path) in [
            ("{\"a\"", ""),
            (":[{", "a"),
            ("1}", "a[0].b"),
            ("},\n", "a[0].b"),
            (" {\"c", "a[1]"),
            ("},[", "a[1].c\n"),
            ("3]", "a[1].d[0][1]"),
            ("]]}]", "a[1].d[0][1]"),
            ("}],\n", "a[1].d"),
            ("],\n", "a[1]"),
            (",\n\"e", "a"),
            ("{}}", "e"),
        ] {
            assert_eq!(path_before(what), path, "before {what:?}");
        }
        assert_eq!(path_at(json, 9, 9), "");
        assert_eq!(path_at("{\"a\":{\"\\q\":1", 1, 99), "a.\\q");
    }
}
