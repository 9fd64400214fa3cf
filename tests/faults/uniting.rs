//! F1 where the home screen unites two copies: it is killed at any call that touches our folders.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::ground::{GRADUS, Snapshot, answers_in, can_inject, gradus, some, state};
use crate::places::Places;
use crate::pty::Terminal;

/// The calls that change something, and those that come before them.
const CALLS: &str = "openat,write,fdatasync,fsync,ftruncate,rename,unlink,flock";

/// What both copies together say.
const BOTH: [&str; 4] = ["N1.1=1", "N2.1=2", "N3.1=3", "O1.1=4"];

/// Two copies of an assessment that went their own ways.
struct Scene {
    places: Places,
    taker: PathBuf,
    other: PathBuf,
    before: Snapshot,
}

fn scene() -> Scene {
    let places = Places::new();
    let taker = PathBuf::from(places.assessment());
    let other = taker.with_file_name("zz.gradus");
    let answer = |file: &PathBuf, answers: &[&str]| {
        places.run(&[&["answer", file.to_str().unwrap()], answers].concat());
    };
    answer(&taker, &["N1.1=1"]);
    fs::copy(&taker, &other).unwrap();
    answer(&taker, &["N2.1=2"]);
    answer(&other, &["N3.1=3", "O1.1=4"]);
    let before = Snapshot::of(&places);
    Scene { places, taker, other, before }
}

impl Scene {
    /// Unites the two on the home screen; whether it came to its end.
    fn unite(&self, strace: &[&str]) -> bool {
        let calls = format!("trace={CALLS}");
        let args = [&["-f", "-y", "-qq", "-e", &calls], strace, &[GRADUS]].concat();
        let mut terminal = Terminal::start("strace", &args, &self.places.environment("en"));
        terminal.resize(250, 24);
        // What is offered as the place is wiped: which copy is ticked first is not this test's matter.
        let place = format!("\u{15}{}\r", self.taker.display());
        let steps = [
            ("", "(copy)"),
            ("M", "Merge which files?"),
            ("\r", "Merge into which file?"),
            (&place, "Merge them?"),
            ("y", "Merged into"),
        ];
        for (keys, then) in steps {
            terminal.send(keys);
            if !terminal.sees_before_it_ends(then) {
                return false;
            }
        }
        terminal.send("q");
        assert_eq!(terminal.end(), 0);
        true
    }

    fn told(&self, file: &Path, what: &str) -> Vec<String> {
        let shown = gradus(&self.places, &["show", file.to_str().unwrap(), "--json"]);
        shown.is_well(what);
        answers_in(&shown.out)
    }

    /// Every n-th call of a name that touches our folders, in its thread, from the first key on.
    fn points(&self) -> Vec<(String, usize)> {
        let trace = self.places.data().with_file_name("trace");
        assert!(self.unite(&["-o", trace.to_str().unwrap()]));
        let folders = [self.places.data(), state(&self.places)].map(|folder| folder.display().to_string());
        let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
        let mut points = BTreeSet::new();
        for line in fs::read_to_string(trace).unwrap().lines() {
            let (thread, rest) = line.split_once(' ').unwrap();
            let Some((call, args)) = rest.trim_start().split_once('(') else { continue };
            let n = counts.entry((thread.to_owned(), call.to_owned())).or_default();
            *n += 1;
            if folders.iter().any(|folder| args.contains(folder)) {
                points.insert((call.to_owned(), *n));
            }
        }
        assert!(points.len() > 15 && points.iter().any(|(call, _)| call == "fdatasync"), "{points:?}");
        points.into_iter().collect()
    }
}

#[test]
fn f1_killed_at_any_call_while_home_unites_two_copies() {
    if !can_inject("F1 unite") {
        return;
    }
    let scene = scene();
    let [taker, other] = [&scene.taker, &scene.other].map(|file| fs::read(file).unwrap());
    let points = scene.points();
    for (call, n) in some(points, 12) {
        let what = format!("killed at {call} {n}");
        scene.before.restore();
        let inject = format!("inject={call}:signal=KILL:when={n}");
        let ended = scene.unite(&["-o", "/dev/null", "-e", &inject]);
        assert!(fs::read(&scene.taker).unwrap().starts_with(&taker), "{what}: the file is only appended to");
        assert_eq!(fs::read(&scene.other).unwrap(), other, "{what}: the copy is only read");
        let told = scene.told(&scene.taker, &what);
        // Lines are appended one after the other, so part of them may be there already.
        assert!(told.iter().all(|answer| BOTH.contains(&answer.as_str())) && told.len() >= 2, "{what}: {told:?}");
        if ended || told != BOTH {
            assert!(ended == (told == BOTH), "{what}: {told:?}");
        }
        if told != BOTH {
            assert!(scene.unite(&["-o", "/dev/null"]), "{what}: uniting again");
            assert_eq!(scene.told(&scene.taker, &what), BOTH, "{what}");
        }
    }
}
