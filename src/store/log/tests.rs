//! What no damage may do to a log.

use super::*;
use crate::assessment::{AssessmentId, Deed, Field, RubricRef, Session};
use crate::rubric::Id;
use crate::text::Clean;

fn stamp() -> Stamp {
    Stamp::parse("2026-11-21T10:12:05.120+08:00").unwrap()
}

fn id(text: &str) -> EventId {
    EventId::parse(text).unwrap()
}

fn header() -> Header {
    Header {
        assessment: AssessmentId::parse("00112233445566778899aabbccddeeff").unwrap(),
        session: Session::parse("k3f9x2a1").unwrap(),
        rubric: RubricRef {
            id: Id::new("icp").unwrap(),
            version: Clean::line("1.0.0"),
            sha256: "ab".repeat(32).into(),
        },
        created: stamp(),
    }
}

fn event(counter: u32, text: &str) -> Event {
    Event::from(Deed {
        id: EventId { session: Session::parse("k3f9x2a1").unwrap(), counter },
        at: stamp(),
        by: "李".into(),
        after: [id("p0c4m1zz.9")].into(),
        thing: Thing::Note(Id::new("R3.1").unwrap()),
        is: Value::text(text),
        undoes: Some(id("a.1")),
        redoes: Some(id("b.2")),
        imported: counter.is_multiple_of(2),
        extra: vec![("later".into(), "{\"x\":[1.50,null]}".into())],
    })
}

/// A header and three events, and the bytes of each line.
fn small_log() -> (Vec<u8>, Vec<Vec<u8>>) {
    let events = ["first", "第二", "\"crc\":\"00000000\"}\n{\"e\":"];
    let mut lines = vec![encode(&Line::Header(header()))];
    lines.extend(events.iter().zip(1..).map(|(text, n)| encode(&Line::Event(event(n, text)))));
    (lines.concat(), lines)
}

fn lines_of(bytes: &[u8]) -> Vec<Line> {
    decode(bytes).lines
}

/// The checksum put right after an edit.
fn sealed(body: &str) -> Vec<u8> {
    format!("{body},\"crc\":\"{:08x}\"}}\n", crc32fast::hash(body.as_bytes())).into_bytes()
}

#[test]
fn every_kind_of_line_reads_back_as_written() {
    let draft = Draft { at: stamp(), by: "".into(), thing: Thing::Setup(Field::Subject), is: Value::text("x\u{1b}") };
    for line in [
        Line::Header(header()),
        Line::Event(event(17, "a \u{202e} note\nof two lines \u{0} \\ \"")),
        Line::Event(Event::from(Deed {
            is: Value::cleared(),
            extra: Vec::new(),
            undoes: None,
            redoes: None,
            ..(*event(1, "")).clone()
        })),
        Line::Draft(draft),
        Line::Path("/mnt/li/评估.gradus".as_bytes().to_vec()),
        Line::Path(vec![b'/', 0xff, b'\n', 0xc3]),
        Line::Held(vec![id("a.1"), id("k3f9x2a1.4000000000")]),
        Line::Held(Vec::new()),
    ] {
        let bytes = encode(&line);
        assert_eq!(bytes.iter().position(|b| *b == b'\n'), Some(bytes.len() - 1));
        assert_eq!(decode(&bytes), Decoded { lines: vec![line], ..Decoded::default() });
    }
}

#[test]
fn one_carriage_return_and_a_byte_order_mark_are_tolerated() {
    let (bytes, lines) = small_log();
    let text = String::from_utf8(bytes.clone()).unwrap();
    for same in [format!("\u{feff}{text}"), text.replace('\n', "\r\n"), format!("\n\n{text}\n"), text.trim_end().into()]
    {
        assert_eq!(decode(same.as_bytes()), decode(&bytes));
    }
    assert_eq!(decode(text.replace('\n', "\r\r\n").as_bytes()).damaged.len(), lines.len());
}

#[test]
fn a_damaged_line_is_skipped_and_named() {
    let (bytes, _) = small_log();
    let whole = lines_of(&bytes);
    let text = String::from_utf8(bytes).unwrap();
    let damaged = decode(text.replacen("first", "f1rst", 1).as_bytes());
    assert_eq!((damaged.damaged, damaged.lines), (vec![2], [&whole[..1], &whole[2..]].concat()));
    for not_a_line in ["rubbish", "{}", "[1]", "{\"e\":\"a.1\"}", "\u{0}\u{0}\u{0}"] {
        assert_eq!(decode(format!("{not_a_line}\n{text}").as_bytes()).damaged, [1], "{not_a_line}");
    }
}

#[test]
fn no_flipped_bit_makes_another_event() {
    let (bytes, _) = small_log();
    let whole = lines_of(&bytes);
    for at in 0..bytes.len() * 8 {
        let mut flipped = bytes.clone();
        flipped[at / 8] ^= 1 << (at % 8);
        let found = decode(&flipped);
        assert!(found.lines.iter().all(|line| whole.contains(line)), "bit {at}");
        // A line break that is gone costs nothing: both lines are salvaged.
        let least = whole.len() - usize::from(bytes[at / 8] != b'\n');
        assert!(found.lines.len() >= least, "bit {at}");
        assert!(found.lines.len() == whole.len() || !found.damaged.is_empty(), "bit {at}");
    }
}

#[test]
fn every_prefix_yields_the_whole_lines_in_it() {
    let (bytes, lines) = small_log();
    let whole = lines_of(&bytes);
    for cut in 0..=bytes.len() {
        let mut end = 0;
        let count = lines.iter().take_while(|line| {
            end += line.len();
            // The last line break may be missing.
            end - 1 <= cut
        });
        let count = count.count();
        assert_eq!(lines_of(&bytes[..cut]), whole[..count], "cut at {cut}");
    }
}

#[test]
fn whole_lines_inside_a_damaged_one_are_salvaged() {
    let (bytes, lines) = small_log();
    let whole = lines_of(&bytes);
    let glued = String::from_utf8(bytes.clone()).unwrap().replace('\n', "");
    assert_eq!(decode(glued.as_bytes()), Decoded { lines: whole.clone(), damaged: vec![1], unknown: Vec::new() });
    for rubbish in [&[0; 512][..], b"{\"e\":\"torn", b"{\"gradus\":1,\"asses", b",\"crc\":\"12345678\"}"] {
        let mut torn = rubbish.to_vec();
        torn.extend(&lines[1]);
        assert_eq!(lines_of(&torn), whole[1..2], "{rubbish:?}");
    }
    // The beginning of a line, and the same line written again after it.
    let half = [&lines[1][..60], &lines[1]].concat();
    assert_eq!(lines_of(&half), whole[1..2]);
}

#[test]
fn a_newer_version_is_recognised_and_kept() {
    let body = String::from_utf8(encode(&Line::Header(header()))).unwrap();
    let body = body.rsplit_once(",\"crc\"").unwrap().0.replacen("\"gradus\":1", "\"gradus\":2", 1);
    assert_eq!(lines_of(&sealed(&body)), [Line::Newer(2, Some(header()))]);
    assert_eq!(lines_of(&sealed("{\"gradus\":3,\"all\":\"new\"")), [Line::Newer(3, None)]);
    // A whole line that nobody knows is no damage.
    let unknown = decode(&sealed("{\"stone\":\"age\""));
    assert_eq!((unknown.lines, unknown.damaged, unknown.unknown), (vec![], vec![], vec![1]));
    // Members and things of a newer minor version travel.
    let event = "{\"e\":\"a.1\",\"at\":\"2026-11-21T10:12:05.120+08:00\",\"by\":\"\",\"after\":[],\"thing\":\"moon/7\",\"is\":{\"b\":1,\"a\":2.50},\"held\":{},\"mood\":[ 1 ]";
    let lines = lines_of(&sealed(event));
    let [Line::Event(found)] = &lines[..] else { panic!("{lines:?}") };
    assert_eq!((found.thing.to_string().as_str(), found.is.as_json()), ("moon/7", "{\"b\":1,\"a\":2.50}"));
    assert_eq!(found.extra, [("mood".into(), "[ 1 ]".into())]);
    assert_eq!(lines_of(&encode(&lines[0])), lines);
}

#[test]
fn a_member_that_stands_twice_or_a_line_too_long_is_damage() {
    let twice = "{\"e\":\"a.1\",\"e\":\"a.2\",\"at\":\"2026-11-21T10:12:05Z\",\"thing\":\"note/R\",\"is\":1";
    assert_eq!(decode(&sealed(twice)).damaged, [1]);
    let long =
        |thing: Thing| encode(&Line::Event(Event::from(Deed { thing, ..(*event(1, &"x".repeat(MAX_LINE))).clone() })));
    assert_eq!(decode(&long(Thing::Note(Id::new("R").unwrap()))).damaged, [1]);
    assert_eq!(lines_of(&long(Thing::Rubric("ab".into()))).len(), 1);
}

/// What a log says to who takes its lines as they come, with what else its reader gives.
fn collected<T>(read: impl FnOnce(&mut dyn FnMut(Line)) -> (Unread, T)) -> (Decoded, T) {
    let mut lines = Vec::new();
    let (Unread { damaged, unknown }, more) = read(&mut |line| lines.push(line));
    (Decoded { lines, damaged, unknown }, more)
}

#[test]
fn a_log_reads_the_same_beside_another_that_holds_its_lines() {
    let (bytes, lines) = small_log();
    let events_of = |decoded: &Decoded| -> Vec<Event> {
        decoded.lines.iter().filter_map(|l| if let Line::Event(e) = l { Some(e.clone()) } else { None }).collect()
    };
    let decoded = |bytes: &[u8]| {
        let (decoded, places) = collected(|take| Places::decode(bytes, None, take));
        let lines = Lines::of(bytes, &places, &events_of(&decoded));
        (decoded, lines)
    };
    let beside = |known: &Lines, bytes: &[u8], events: &[Event]| {
        collected(|take| (known.decode_beside(bytes, events, take), ())).0
    };
    let (alone, known) = decoded(&bytes);
    assert_eq!(alone, decode(&bytes));
    let events = events_of(&alone);
    let other = encode(&Line::Event(event(9, "only here")));
    for at in 0..bytes.len() {
        let mut flipped = bytes.clone();
        flipped[at] ^= 1;
        for log in [&flipped[..], &bytes[at..], &[&other, &lines[2][..], &bytes[..at]].concat()] {
            assert_eq!(beside(&known, log, &events), decode(log), "byte {at}");
            // Beside a log that is damaged itself, and of which something was salvaged.
            let (there, others) = decoded(log);
            assert_eq!(beside(&others, &bytes, &events_of(&there)), alone, "byte {at}");
        }
    }
    // Of two lines with one checksum only the same bytes are the same line.
    let said = format!(",\"crc\":\"{:08x}\"}}", crc32fast::hash(&lines[1][..lines[1].len() - CRC_LEN - 1]));
    assert_eq!(beside(&known, format!("{{\"e\":\"a.1\"{said}\n").as_bytes(), &events).damaged, [1]);
}

#[test]
fn a_checksum_has_the_digits_that_the_library_writes() {
    let each_nibble = (0..8).flat_map(|place| (0..16_u32).map(move |nibble| nibble << (4 * place)));
    for crc in each_nibble.chain([u32::MAX, 0x0123_4567, 0x89ab_cdef, 0x9a9a_9a9a]) {
        assert_eq!(digits(crc).as_slice(), format!("{crc:08x}").as_bytes());
    }
}
