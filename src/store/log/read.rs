//! What a whole line says: from its JSON members to a [`Line`].

use std::fmt;

use serde::de::{Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::{CRC_LEN, Draft, FORMAT, Line, MAX_LINE, checked, cut};
use crate::assessment::{AssessmentId, Deed, Event, EventId, Header, RubricRef, Session, Stamp, Thing, Value};
use crate::rubric::Id;
use crate::text::{Clean, Source};

/// Reads the lines of a log in their order: what one of them says the next one most likely says again.
#[derive(Default)]
pub(super) struct Reader<'l> {
    before: cut::Before<'l>,
    /// A moment of the line before, as it is written and as it is meant.
    moment: Option<(cut::Moment<'l>, Stamp)>,
}

impl<'l> Reader<'l> {
    /// What a line says, if it is whole.
    pub fn read(&mut self, line: &'l [u8]) -> Option<Line> {
        let text = checked(line)?;
        let line = self.event(text).map_or_else(|| Members::parse(text)?.read(), |event| Some(Line::Event(event)))?;
        let may_be_long = matches!(&line, Line::Event(e) if matches!(e.thing, Thing::Rubric(_)));
        (may_be_long || text.len() <= MAX_LINE).then_some(line)
    }

    /// The event of a line that is written as this program writes most of them; whatever is unusual is `None`
    /// here and read member by member.
    fn event(&mut self, text: &'l str) -> Option<Event> {
        // Nothing but one value is left: no further member.
        self.event_with(text, |_, json| Value::read(json))
    }

    /// An event whose value is made of its thing and of all that stands between `"is":` and the checksum.
    fn event_with(&mut self, text: &'l str, value: impl FnOnce(&Thing, &str) -> Option<Value>) -> Option<Event> {
        let body = text.get(..text.len().checked_sub(CRC_LEN)?)?;
        let said = cut::event(body.as_bytes(), &mut self.before)?;
        let str = |bytes| std::str::from_utf8(bytes).ok();
        let id = |(session, counter)| Some(EventId { session: Session::read(session)?, counter });
        let mut after = Vec::with_capacity(memchr::memchr_iter(b'.', said.after).count());
        for name in cut::named(said.after) {
            after.push(id(name?)?);
        }
        let thing = Thing::parse(str(said.thing)?);
        let is = value(&thing, body.get(body.len() - said.rest.len()..)?)?;
        Some(Event::from(Deed {
            id: id((said.session, said.counter))?,
            at: self.stamp(said.at)?,
            by: str(said.by)?.into(),
            after: after.into(),
            thing,
            is,
            undoes: None,
            redoes: None,
            imported: false,
            extra: Vec::new(),
        }))
    }

    /// When a moment is. Within an hour nothing has to be known of the calendar.
    fn stamp(&mut self, at: cut::Moment<'l>) -> Option<Stamp> {
        if let Some((said, stamp)) = self.moment
            && at.is_same_hour(said)
            && at.is_same_offset(said)
        {
            return Some(Stamp { unix_ms: stamp.unix_ms + at.in_hour() - said.in_hour(), ..stamp });
        }
        let stamp = cut::stamp(at.text())?;
        self.moment = Some((at, stamp));
        Some(stamp)
    }
}

/// The same of a line that carries a rubric, by its hash and its JSON, which is read by who knows how.
pub(super) fn quick_rubric(text: &str, read: impl FnOnce(&Box<str>, &str) -> Option<Source>) -> Option<Event> {
    Reader::default().event_with(text, |thing, json| {
        // Blanks and a byte order mark, which that reader passes over, are no part of a value.
        let is_bare = json.starts_with('{') && json.ends_with('}');
        let Thing::Rubric(sha256) = thing else { return None };
        is_bare.then_some(())?;
        read(sha256, json).map(Value::from_parsed_source)
    })
}

/// The members of a line, whichever kind it is.
#[derive(Default)]
struct Members<'l> {
    gradus: Option<u64>,
    assessment: Option<String>,
    session: Option<String>,
    rubric: Option<FileRubric>,
    created: Option<String>,
    e: Option<String>,
    at: Option<String>,
    by: Option<String>,
    after: Vec<String>,
    thing: Option<String>,
    is: Option<&'l RawValue>,
    undoes: Option<String>,
    redoes: Option<String>,
    imported: bool,
    path: Option<FilePath>,
    held: Option<Vec<(String, u32)>>,
    extra: Vec<(Box<str>, Box<str>)>,
}

#[derive(Deserialize)]
struct FileRubric {
    id: String,
    version: String,
    sha256: String,
}

/// A path: as text where it is text, else its bytes.
#[derive(Deserialize, Serialize)]
#[serde(untagged)]
pub(super) enum FilePath {
    Text(String),
    Bytes(Vec<u8>),
}

impl<'de: 'l, 'l> Deserialize<'de> for Members<'l> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Line;
        impl<'de> Visitor<'de> for Line {
            type Value = Members<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a line of a log")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
                let mut m = Members::default();
                let mut seen: Vec<String> = Vec::with_capacity(8);
                while let Some(name) = map.next_key::<String>()? {
                    if seen.contains(&name) {
                        return Err(A::Error::custom("a member stands twice"));
                    }
                    match name.as_str() {
                        "gradus" => m.gradus = Some(map.next_value()?),
                        "assessment" => m.assessment = Some(map.next_value()?),
                        "session" => m.session = Some(map.next_value()?),
                        "rubric" => m.rubric = Some(map.next_value()?),
                        "created" => m.created = Some(map.next_value()?),
                        "e" => m.e = Some(map.next_value()?),
                        "at" => m.at = Some(map.next_value()?),
                        "by" => m.by = Some(map.next_value()?),
                        "after" => m.after = map.next_value()?,
                        "thing" => m.thing = Some(map.next_value()?),
                        "is" => m.is = Some(map.next_value()?),
                        "undoes" => m.undoes = Some(map.next_value()?),
                        "redoes" => m.redoes = Some(map.next_value()?),
                        "imported" => match map.next_value::<&RawValue>()?.get() {
                            "true" => m.imported = true,
                            other => m.extra.push((name.as_str().into(), other.into())),
                        },
                        "path" => m.path = Some(map.next_value()?),
                        "held" => m.held = Some(map.next_value::<Held>()?.0),
                        "crc" => drop(map.next_value::<IgnoredAny>()?),
                        _ => m.extra.push((name.as_str().into(), map.next_value::<&RawValue>()?.get().into())),
                    }
                    seen.push(name);
                }
                Ok(m)
            }
        }
        deserializer.deserialize_map(Line)
    }
}

/// `{"session": counter, …}`.
struct Held(Vec<(String, u32)>);

impl<'de> Deserialize<'de> for Held {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let members = std::collections::BTreeMap::<String, u32>::deserialize(deserializer)?;
        Ok(Self(members.into_iter().collect()))
    }
}

impl<'l> Members<'l> {
    fn parse(text: &'l str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    fn read(self) -> Option<Line> {
        if let Some(format) = self.gradus {
            let header = self.header();
            return if format > FORMAT { Some(Line::Newer(format, header)) } else { header.map(Line::Header) };
        }
        // An event may some day have members of these names.
        if self.e.is_some() {
            return self.event();
        }
        if let Some(path) = self.path {
            return Some(Line::Path(match path {
                FilePath::Text(text) => text.into_bytes(),
                FilePath::Bytes(bytes) => bytes,
            }));
        }
        if let Some(held) = self.held {
            let ids = held.into_iter().map(|(s, counter)| Some(EventId { session: Session::parse(&s)?, counter }));
            return ids.collect::<Option<_>>().map(Line::Held);
        }
        let Some(thing) = self.thing else { return Some(Line::Unknown) };
        Some(Line::Draft(Draft {
            at: Stamp::parse(&self.at?)?,
            by: self.by.unwrap_or_default().into(),
            thing: Thing::parse(&thing),
            is: Value::from_parsed(self.is?),
        }))
    }

    fn event(self) -> Option<Line> {
        let named = |id: Option<String>| id.map_or(Some(None), |id| EventId::parse(&id).map(Some));
        Some(Line::Event(Event::from(Deed {
            id: EventId::parse(&self.e?)?,
            at: Stamp::parse(&self.at?)?,
            by: self.by.unwrap_or_default().into(),
            after: self.after.iter().map(|id| EventId::parse(id)).collect::<Option<_>>()?,
            thing: Thing::parse(&self.thing?),
            is: Value::from_parsed(self.is?),
            undoes: named(self.undoes)?,
            redoes: named(self.redoes)?,
            imported: self.imported,
            extra: self.extra,
        })))
    }

    fn header(self) -> Option<Header> {
        let rubric = self.rubric?;
        let hashed = rubric.sha256.len() == 64 && rubric.sha256.bytes().all(|b| b.is_ascii_hexdigit());
        Some(Header {
            assessment: AssessmentId::parse(&self.assessment?)?,
            session: Session::parse(&self.session?)?,
            rubric: RubricRef {
                id: Id::new(&rubric.id)?,
                version: Clean::line(&rubric.version),
                sha256: hashed.then(|| rubric.sha256.into())?,
            },
            created: Stamp::parse(&self.created?)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::encode;
    use super::*;
    use proptest::prelude::*;

    fn line(by: &str, after: &[&str], thing: &str, is: &str) -> String {
        let event = Event::from(Deed {
            id: EventId::parse("k3f9x2a1.17").unwrap(),
            at: Stamp::parse("2026-11-21T10:12:05.120+08:00").unwrap(),
            by: by.into(),
            after: after.iter().map(|id| EventId::parse(id).unwrap()).collect(),
            thing: Thing::parse(thing),
            is: Value::from_parsed(serde_json::from_str(is).unwrap()),
            undoes: None,
            redoes: None,
            imported: false,
            extra: Vec::new(),
        });
        String::from_utf8(encode(&Line::Event(event))).unwrap().trim_end().to_owned()
    }

    fn slowly(text: &str) -> Option<Line> {
        Members::parse(text)?.read()
    }

    #[test]
    fn what_this_program_writes_is_read_quickly() {
        for text in [
            line("", &[], "answer/R3.1", "{\"level\":3}"),
            line("李 Wang", &["p0c4m1zz.9", "a.1"], "note/R3.1", "\"a \\\"note\\\" 中 \\u0000\""),
            line("x", &["a.4294967295"], "later/of a kind", "[1, {\"x\":null}]"),
        ] {
            let quick = Reader::default().event(&text);
            assert!(quick.is_some(), "{text}");
            assert_eq!(quick.map(Line::Event), slowly(&text), "{text}");
        }
    }

    #[test]
    fn the_moment_of_a_line_is_the_same_whatever_the_line_before_said() {
        let moments = [
            "2026-11-21T10:12:05.120+08:00",
            "2026-11-21T10:59:59.999+08:00",
            "2026-11-21T10:00:00.000+08:00",
            "2026-11-21T10:00:00.000-08:00",
            "2026-11-21T11:00:00.000-08:00",
            "2026-12-21T11:00:00.001-08:00",
            "2026-11-31T11:00:00.001-08:00",
            "2026-11-29T11:00:00.001+00:00",
            "2026-11-29T11:30:00.001+00:00",
        ];
        let lines = moments.map(|at| line("", &[], "note/x", "null").replace(moments[0], at));
        let mut reader = Reader::default();
        for (text, at) in lines.iter().zip(moments) {
            assert_eq!(reader.event(text).map(|event| event.at), Stamp::parse(at), "{at}");
        }
    }

    proptest! {
        #[test]
        fn what_is_read_quickly_is_what_is_read_member_by_member(
            edits in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..3, "[\"\\\\,:{}.\\[\\] 0-9a-zA-Z\u{0}-\u{1f}中/+-]{0,3}"), 0..3)
        ) {
            let mut text: Vec<char> = line("李", &["p0c4m1zz.9", "a.1"], "answer/R3.1", "{\"level\":3}").chars().collect();
            for (at, gone, new) in edits {
                let at = at.index(text.len() - CRC_LEN);
                let end = (at + gone).min(text.len() - CRC_LEN);
                text.splice(at..end, new.chars());
            }
            let text: String = text.into_iter().collect();
            let lines = [line("李", &[], "note/R3.1", "null"), text, line("李", &[], "note/R3.1", "1")];
            let mut reader = Reader::default();
            for text in &lines {
                if let Some(event) = reader.event(text) {
                    prop_assert_eq!(Some(Line::Event(event)), slowly(text));
                }
            }
        }
    }
}
