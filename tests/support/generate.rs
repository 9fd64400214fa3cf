//! Assessments as many organisations might give them, out of a seed, in the program's own format.

#![allow(dead_code, reason = "each user takes its part")]

use std::io;
use std::path::Path;

use gradus::assessment::{
    Agreement, Answer, Assessment, AssessmentId, Author, Change, Field, Header, Method, RubricRef, Session, Stamp,
    Thing, Value, Vote, rater_id,
};
use gradus::rubric::{Depth, Id, Question, Rubric, SHIPPED};
use gradus::store::log::{Line, encode};
use gradus::text::Clean;
use serde_json::json;

const SECTORS: [&str; 8] = ["health", "education", "energy", "finance", "public", "retail", "transport", "other"];
const SIZES: [&str; 4] = ["small", "medium", "large", ""];
const MODES: [&str; 8] = ["self", "self", "self", "self", "self", "workshop", "interview", "interview"];
/// Who votes in a workshop.
const RATERS: [&str; 3] = ["Wang", "Chen", "Zhao"];
const WORDS: [&str; 12] = [
    "policy", "owner", "evidence", "shared", "pending", "budget", "台账", "manual", "weekly", "supplier", "partial",
    "演练",
];
/// What can be wrong with a file.
pub const FAULTS: [&str; 14] = [
    "truncated",
    "empty",
    "nul",
    "notjson",
    "array",
    "deep",
    "range",
    "float",
    "text",
    "nan",
    "future",
    "utf8",
    "bom",
    "flipped",
];

/// Numbers that look random and depend on nothing but the seed (`SplitMix64`).
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, n: usize) -> usize {
        ((u128::from(self.next()) * n as u128) >> 64) as usize
    }

    fn uniform(&mut self) -> f64 {
        self.below(1 << 30) as f64 / f64::from(1 << 30)
    }

    /// About a standard normal number.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.uniform()).sum::<f64>() - 6.0
    }
}

/// Makes assessments of the shipped rubric.
pub struct Generator {
    pub rubric: Rubric,
    reference: RubricRef,
    seed: u64,
}

impl Generator {
    pub fn new(seed: u64) -> Self {
        let rubric = SHIPPED[0].read().unwrap_or_else(|_| panic!("the shipped rubric is whole"));
        let version = Clean::line(&rubric.version.to_string());
        let reference = RubricRef { id: rubric.id.clone(), version, sha256: SHIPPED[0].sha256.into() };
        Self { rubric, reference, seed }
    }

    /// The i-th assessment: the name of its file and its bytes.
    pub fn one(&self, i: usize) -> (String, Vec<u8>) {
        let mut dice = Dice(self.seed.wrapping_mul(0x1_0000_0001).wrapping_add(i as u64));
        let id = AssessmentId::from_number(u128::from(dice.next()) << 64 | u128::from(dice.next()));
        let name = format!("{id}.gradus");
        let begin = 1_735_689_600_000 + dice.below(500) as i64 * 86_400_000;
        let stamp = |ms: i64| Stamp { unix_ms: ms, offset_minutes: 480 };
        // One in three was gone on with later.
        let sessions = if dice.below(3) == 0 { 2 } else { 1 };
        let header =
            |session| Header { assessment: id.clone(), session, rubric: self.reference.clone(), created: stamp(begin) };
        let depth = if dice.below(20) == 0 { Depth::Full } else { Depth::Quick };
        let mut assessment = None;
        let mut bytes = Vec::with_capacity(8192);
        let strength = dice.normal();
        let (mut now, mut mode) = (begin, "");
        for part in 0..sessions {
            let session = Session::from_random(dice.next().to_le_bytes());
            let author = Author { session, by: "Li Wei".into() };
            bytes.extend(encode(&Line::Header(header(session))));
            let assessment = assessment.get_or_insert_with(|| Assessment::new(&header(session)));
            let mut changes = Vec::new();
            if part == 0 {
                mode = MODES[dice.below(8)];
                let size = SIZES[dice.below(4)];
                changes.push(Change::text(Thing::Setup(Field::Subject), &format!("Organisation {i:07} 机构")));
                changes.push(Change::text(Thing::Setup(Field::Sector), SECTORS[dice.below(8)]));
                changes.extend((!size.is_empty()).then(|| Change::text(Thing::Setup(Field::Size), size)));
                changes.push(Change::text(Thing::Setup(Field::Mode), mode));
                let full = if depth == Depth::Full { "full" } else { "quick" };
                changes.push(Change::text(Thing::Setup(Field::Depth), full));
                if mode == "workshop" {
                    changes.extend(RATERS.map(|rater| Change::rater(&rater_of(rater), rater, "", None)));
                }
            }
            let asked: Vec<_> = self.rubric.asked(depth).collect();
            let half = asked.len() / sessions;
            for ix in &asked[part * half..(part + 1) * half] {
                let question = self.rubric.question(*ix);
                let top = question.choices.len() as f64 - 1.0;
                let level = (top / 2.0 + strength + 0.8 * dice.normal()).round().clamp(0.0, top - 1.0);
                let answer = match dice.below(40) {
                    0 => continue,
                    1 => "unknown".to_owned(),
                    2 if question.na_allowed => "na:outside of our control".to_owned(),
                    3..10 => format!("{level}+partly"),
                    10..13 => format!("{level}+mostly"),
                    _ => level.to_string(),
                };
                let Ok(answer) = Answer::parse(&answer, &self.rubric, question) else { continue };
                if mode == "workshop" {
                    changes.extend(of_room(question, &answer, &mut dice));
                } else {
                    changes.push(Change::answer(&question.id, Some(&answer)));
                }
                if dice.below(5) == 0 {
                    let words: Vec<&str> = (0..=dice.below(12)).map(|_| WORDS[dice.below(12)]).collect();
                    changes.push(Change::text(Thing::Note(question.id.clone()), &words.join(" ")));
                }
            }
            for change in changes {
                now += 1000 * (20 + dice.below(200) as i64);
                let event = assessment.record(&author, stamp(now), change);
                bytes.extend(encode(&Line::Event(event)));
            }
        }
        (name, bytes)
    }

    /// A damaged file: its name and its bytes. The first one is a copy of a whole file with one change.
    pub fn bad(&self, place: usize) -> (String, Vec<u8>) {
        let fault = FAULTS[place % FAULTS.len()];
        let (_, whole) = self.one(0);
        let first = self.rubric.questions[0].id.clone();
        let said = |value: serde_json::Value| {
            let (_, whole) = self.one(1_000_000_000 + place);
            let Ok(text) = std::str::from_utf8(&whole) else { return whole };
            let header = text.lines().next().map_or(0, str::len) + 1;
            let mut bytes = whole[..header].to_vec();
            let session = Session::from_random([7; 8]);
            let change = Change::new(Thing::Answer(first.clone()), Value::json(&value));
            let Some(mut assessment) = gradus::store::assessment_in(&bytes) else { return bytes };
            let author = Author { session, by: "".into() };
            bytes.extend(encode(&Line::Event(assessment.record(&author, Stamp::default(), change))));
            bytes
        };
        let replaced = |from: &str, to: &str| {
            let text = String::from_utf8_lossy(&whole).replacen(from, to, 1);
            text.into_bytes()
        };
        let bytes = match fault {
            "truncated" => whole[..whole.len() / 2].to_vec(),
            "empty" => Vec::new(),
            "nul" => vec![0; 512],
            "notjson" => b"<html>login</html>".to_vec(),
            "array" => b"[1,2,3]".to_vec(),
            "deep" => [b"[".repeat(5000), b"]".repeat(5000)].concat(),
            "range" => said(json!({ "level": 99 })),
            "float" => said(json!({ "level": 2.5 })),
            "text" => said(json!({ "level": "3" })),
            "nan" => replaced("{\"level\":", "{\"level\":NaN,\"x\":"),
            "future" => rechecked(&replaced("{\"gradus\":1,", "{\"gradus\":99,")),
            "utf8" => [&whole[..200], b"\xff\xfe", &whole[200..]].concat(),
            "bom" => b"\xef\xbb\xbf{".to_vec(),
            _ => {
                let mut flipped = whole.clone();
                let at = flipped.len() * 2 / 3;
                flipped[at] ^= 4;
                flipped
            }
        };
        (format!("bad-{place:04}-{fault}.gradus"), bytes)
    }

    /// Writes `count` assessments, and damaged ones beside them; `shard` to a folder, 0 for all in one.
    pub fn write(&self, folder: &Path, count: usize, shard: usize, bad: usize) -> io::Result<u64> {
        let mut bytes = 0;
        for i in 0..count {
            let part = i.checked_div(shard);
            let folder = part.map_or_else(|| folder.to_owned(), |part| folder.join(format!("{part:05}")));
            if i == 0 || (shard > 0 && i % shard == 0) {
                std::fs::create_dir_all(&folder)?;
            }
            let (name, content) = self.one(i);
            bytes += content.len() as u64;
            std::fs::write(folder.join(name), content)?;
        }
        for place in 0..bad {
            let (name, content) = self.bad(place);
            std::fs::write(folder.join(name), content)?;
        }
        Ok(bytes)
    }
}

fn rater_of(name: &str) -> Id {
    rater_id(name).unwrap_or_else(|| panic!("a name is not blank"))
}

/// What a workshop records in place of an answer: a vote of each rater, and what was agreed on. The room
/// agrees on the lower middle of the votes, and defers what it does not know.
fn of_room(question: &Question, answer: &Answer, dice: &mut Dice) -> Vec<Change> {
    let level = if let Answer::Level { value, .. } = answer { question.choice(*value) } else { None };
    let vote = |place: usize| Vote::Level(question.choices[place].value);
    let votes = match level {
        // One of the raters may see it a level higher.
        Some(place) => [place, place, (place + dice.below(2)).min(question.choices.len() - 1)].map(vote),
        None => [Vote::Unknown; 3],
    };
    let method = if level.is_some() { Method::LowMedian } else { Method::Defer };
    let level = level.map(|place| question.choices[place].value);
    let agreed = Agreement::new(method, level, Clean::default()).map(|agreed| agreed.to_value());
    let voted =
        RATERS.iter().zip(votes).map(|(rater, vote)| Change::vote(1, &question.id, &rater_of(rater), Some(vote)));
    voted.chain(agreed.map(|agreed| Change::new(Thing::Agreed(question.id.clone()), agreed))).collect()
}

/// The first line with a checksum that holds again.
fn rechecked(bytes: &[u8]) -> Vec<u8> {
    let end = bytes.iter().position(|b| *b == b'\n').unwrap_or(bytes.len());
    let body = &bytes[..end - b",\"crc\":\"00000000\"}".len()];
    let crc = crc32fast::hash(body);
    [body, format!(",\"crc\":\"{crc:08x}\"}}").as_bytes(), &bytes[end..]].concat()
}
