//! Rules 10 and 11 as tables: which logs speak, and what the file gets from them.

use foldhash::HashSet;

use super::*;
use crate::assessment::Deed;
use crate::store::contents::Contents;
use crate::store::heal::heal;
use crate::store::log::{Line, encode};
use crate::store::twin::{Standing, Twin, TwinLog, bytes_of, voices};

const ID: &str = "00112233445566778899aabbccddeeff";

/// A log out of words: `H` a header, `a3` event 3 of session a, `=a3` held up to it, `@/p` a path, `!` a damaged line.
fn log(words: &str) -> Contents {
    let mut bytes = Vec::new();
    for word in words.split_whitespace() {
        let id = |word: &str| EventId::parse(&format!("{}.{}", &word[..1], &word[1..])).unwrap();
        bytes.extend(match word.as_bytes()[0] {
            b'H' => encode(&Line::Header(Assessment::header(&empty(), Session::parse("a").unwrap()))),
            b'=' => encode(&Line::Held(vec![id(&word[1..])])),
            b'@' => encode(&Line::Path(bytes_of(Path::new(&word[1..])))),
            b'!' => b"{\"e\":\"rubbish\n".to_vec(),
            _ => encode(&Line::Event(event(id(word)))),
        });
    }
    Contents::of(&bytes)
}

fn empty() -> Assessment {
    let header = crate::assessment::Header {
        assessment: AssessmentId::parse(ID).unwrap(),
        session: Session::parse("a").unwrap(),
        rubric: new_about("x", None).rubric,
        created: at(0),
    };
    Assessment::new(&header)
}

fn event(id: EventId) -> Event {
    Event::from(Deed {
        id,
        at: at(i64::from(id.counter)),
        by: "".into(),
        after: Box::default(),
        thing: Thing::Answer(question("N1.1")),
        is: Value::cleared(),
        undoes: None,
        redoes: None,
        imported: false,
        extra: Vec::new(),
    })
}

fn words(events: &[Event]) -> String {
    events.iter().map(|e| format!("{}{}", e.id.session, e.id.counter)).collect::<Vec<_>>().join(" ")
}

#[test]
fn what_the_file_gets_and_on_what_terms() {
    // file, twin logs, left out before => silent, told, older
    for (file, twin, aside, silent, told, older) in [
        // Both know the same.
        ("H a1 a2", &["H a1 a2"][..], "", "", "", ""),
        // The file knows more; the twin gets it when it is written to.
        ("H a1 a2 b1", &["H a1"], "", "", "", ""),
        ("H a1", &[], "", "", "", ""),
        // The last answers never reached the file.
        ("H a1", &["H a1 a2 a3"], "", "a2 a3", "", ""),
        ("H a1", &["H a1 =a1 a2"], "", "a2", "", ""),
        // They were in the file, and a line of it is damaged now.
        ("H a1 !", &["H a1 a2 =a2"], "", "", "a2", ""),
        // They were in the file, and somebody else's copy stands there now.
        ("H a1 b1", &["H a1 a2 =a2"], "", "", "a2", ""),
        // They were in the file, and all that stands there now is known: an older copy.
        ("H a1", &["H a1 a2 =a2"], "", "", "", "a2"),
        ("H a1 b1", &["H a1 a2 =a2", "H b1 c1 =b1 =c1"], "", "", "", "a2 c1"),
        // What others wrote is known if it was held once, though the twin never had it.
        ("H a1 b1", &["H a1 a2 =a2 =b1"], "", "", "", "a2"),
        // An older copy, and the last answers had never reached the file.
        ("H a1", &["H a1 a2 =a2 a3"], "", "a3", "", "a2"),
        // Left out once: never again, but the rest is healed.
        ("H a1", &["H a1 a2 =a2 a3"], "a2", "a3", "", ""),
        // Nothing of the file is left.
        ("", &["H a1 a2 =a2 a3"], "", "a3", "a1 a2", ""),
        // Without a header, what is left of the events counts.
        ("! a2", &["H a1 a2 =a2"], "", "", "a1", ""),
        // Several logs know the same: it comes once.
        ("H", &["H a1", "H a1 b1"], "", "a1 b1", "", ""),
    ] {
        let logs: Vec<Contents> = twin.iter().map(|words| log(words)).collect();
        let aside: HashSet<EventId> = log(aside).ids();
        let healing = heal(&log(file), &logs.iter().collect::<Vec<_>>(), &aside);
        let found = [&healing.silent, &healing.told, &healing.older].map(|events| words(events));
        assert_eq!(found, [silent, told, older], "file {file:?}, twin {twin:?}, left out {aside:?}");
    }
}

#[test]
fn which_logs_speak_for_a_file() {
    let here = Path::new("/here");
    // recorded path, what stands there => speaks, is another's
    for (words, standing, speaks, other) in [
        ("@/here H a1", Standing::Holds, 1, 0),
        // Renamed, or another drive letter.
        ("@/there H a1", Standing::Gone, 1, 0),
        // The file it was recorded for is still there: this one is a copy.
        ("@/there H a1", Standing::Holds, 0, 1),
        // Nobody knows: neither healed from, nor called a copy.
        ("@/there H a1", Standing::Hidden(StoreFault::NoHome), 0, 0),
        // Another name of the same file.
        ("@/link H a1", Standing::Here, 1, 0),
        // The line with the path is damaged: better twice than nowhere.
        ("! H a1", Standing::Holds, 1, 0),
        // The file got another name while it was made: the last path counts.
        ("@/there H a1 @/here", Standing::Holds, 1, 0),
    ] {
        let contents = log(words);
        let twin = Twin {
            logs: vec![TwinLog { path: "/state/x.log".into(), session: Session::parse("x").unwrap(), contents }],
            ..Twin::default()
        };
        let found = voices(&twin, here, |_| standing.clone());
        assert_eq!((found.speaking.len(), found.other.len()), (speaks, other), "{words}, {standing:?}");
        assert_eq!(found.hidden.is_some(), matches!(standing, Standing::Hidden(_)), "{words}");
    }
}
