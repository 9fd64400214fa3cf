//! F1–F4, F34: every single system call that touches our folders is killed or fails.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::PathBuf;

use crate::ground::{Ended, GRADUS, Snapshot, alone, answers_in, can_inject, finish, gradus, some, state, under};
use crate::places::Places;

/// The calls by which a program reads and writes files.
const CALLS: &str = "openat,read,pread64,readlink,statx,newfstatat,getdents64,lseek,mkdir,flock,\
                     write,pwrite64,fdatasync,fsync,close,unlink,unlinkat,rmdir,rename,ftruncate,fchmod";
/// Those of them that only look.
const LOOKS: [&str; 6] = ["read", "readlink", "statx", "newfstatat", "getdents64", "lseek"];

/// One place at which a fault can strike: the n-th call of this name in its thread.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Point {
    call: String,
    n: usize,
    /// Whether it is the assessment file that is touched, and nothing was written before.
    reads_file: bool,
}

/// An assessment with one answer, and the command that gives another one.
struct Scene {
    places: Places,
    file: String,
    before: Snapshot,
}

const BEFORE: [&str; 1] = ["N1.1=1"];
const AFTER: [&str; 1] = ["N1.1=4"];

fn scene() -> Scene {
    let places = Places::new();
    let file = places.assessment();
    places.run(&["answer", &file, "N1.1=1"]);
    let before = Snapshot::of(&places);
    Scene { places, file, before }
}

impl Scene {
    fn answer(&self) -> [&str; 3] {
        ["answer", &self.file, "N1.1=4"]
    }

    /// The command under a fault, with everything as it was before.
    fn struck(&self, args: &[&str], inject: &str) -> Ended {
        let traced = format!("trace={CALLS}");
        let inject = format!("inject={inject}");
        under(&self.places, &["strace", "-f", "-qq", "-o", "/dev/null", "-e", &traced, "-e", &inject], args)
    }

    /// Invariants I1 to I5 of the specification after a command that may have failed.
    fn check(&self, ended: &Ended, what: &str) {
        self.check_told(ended, what, true);
    }

    /// As [`Self::check`]; where writing fails everywhere, nothing can be said either.
    fn check_told(&self, ended: &Ended, what: &str, can_tell: bool) {
        assert!(!ended.err.contains("panicked"), "{what}: {ended:?}");
        let shown = gradus(&self.places, &["show", &self.file, "--json"]);
        shown.is_well(what);
        let found = answers_in(&shown.out);
        assert!(found == BEFORE || found == AFTER, "{what}: {found:?}");
        match ended.code {
            Some(0) => {
                assert_eq!(found, AFTER, "{what}: it said that all is well");
                assert_eq!(alone(&self.places, &self.file), AFTER, "{what}: the file has less than was said");
            }
            Some(_) => assert!(!can_tell || !ended.err.trim().is_empty(), "{what}: it failed and said nothing"),
            None => assert_eq!(ended.signal, Some(9), "{what}: {ended:?}"),
        }
        // No repair by hand: the next answer is kept, and what was shown stays.
        gradus(&self.places, &["answer", &self.file, "N2.1=2"]).is_well(what);
        assert_eq!(alone(&self.places, &self.file), [found[0].as_str(), "N2.1=2"], "{what}");
    }
}

/// Every point at which a command touches data or state folder.
fn points(scene: &Scene, args: &[&str]) -> Vec<Point> {
    let trace = scene.places.data().with_file_name("trace");
    let mut line = vec!["strace", "-f", "-y", "-qq", "-o", trace.to_str().unwrap(), "-e"];
    let traced = format!("trace={CALLS}");
    line.push(&traced);
    under(&scene.places, &line, args).is_well("the traced run");
    let data = format!("{}/", scene.places.data().display());
    let state = state(&scene.places).display().to_string();
    let mut counts: HashMap<(String, String), usize> = HashMap::new();
    let mut points = BTreeSet::new();
    let mut has_written = false;
    for line in fs::read_to_string(trace).unwrap().lines() {
        let (thread, rest) = line.split_once(' ').unwrap();
        let Some((call, args)) = rest.trim_start().split_once('(') else { continue };
        if call.contains(' ') || call.contains('<') {
            continue;
        }
        let n = counts.entry((thread.to_owned(), call.to_owned())).or_default();
        *n += 1;
        has_written |= call == "write";
        let is_ours = args.contains(&data) || args.contains(&state) || args.contains(data.trim_end_matches('/'));
        if is_ours {
            let looks = LOOKS.contains(&call) || (call == "openat" && args.contains("O_RDONLY"));
            let reads_file = looks && args.contains(&data) && !has_written;
            points.insert(Point { call: call.to_owned(), n: *n, reads_file });
        }
    }
    assert!(points.len() > 30, "{points:?}");
    points.into_iter().collect()
}

#[test]
fn f1_killed_at_any_call_of_a_save() {
    if !can_inject("F1") {
        return;
    }
    let scene = scene();
    let points = points(&scene, &scene.answer());
    for point in some(points, 24) {
        scene.before.restore();
        let ended = scene.struck(&scene.answer(), &format!("{}:signal=KILL:when={}", point.call, point.n));
        scene.check(&ended, &format!("killed at {point:?}"));
    }
}

#[test]
fn f1_killed_at_any_call_while_an_assessment_is_made() {
    if !can_inject("F1 new") {
        return;
    }
    let scene = scene();
    let new = ["new", "--subject", "West Steel"];
    let points = points(&scene, &new);
    let blank = Places::new();
    for point in some(points, 24) {
        for folder in [blank.data(), state(&blank)] {
            let _ = fs::remove_dir_all(folder);
        }
        let inject = format!("inject={}:signal=KILL:when={}", point.call, point.n);
        let ended = under(&blank, &["strace", "-f", "-qq", "-o", "/dev/null", "-e", &inject], &new);
        let what = format!("killed at {point:?}");
        // The file was never shown; if it is there all the same, it opens or says why not.
        for file in made(&blank) {
            let shown = gradus(&blank, &["show", file.to_str().unwrap(), "--json"]);
            if ended.code == Some(0) || shown.code == Some(0) {
                assert!(shown.out.contains("West Steel"), "{what}: {shown:?}");
            } else {
                shown.is_told(&what, "holds nothing that can be read as an assessment");
            }
        }
        let next = gradus(&blank, &new);
        next.is_well(&what);
        gradus(&blank, &["answer", next.out.trim(), "N1.1=3"]).is_well(&what);
        assert_eq!(alone(&blank, next.out.trim()), ["N1.1=3"], "{what}");
    }
}

fn made(places: &Places) -> Vec<PathBuf> {
    fs::read_dir(places.data()).into_iter().flatten().map(|entry| entry.unwrap().path()).collect()
}

/// An error at these points, once and from then on.
fn fails(scene: &Scene, points: Vec<Point>, errors: &[(&str, &str)], few: usize) {
    let file = PathBuf::from(&scene.file);
    let mut cases = Vec::new();
    for point in points {
        for (error, cause) in errors {
            for more in ["", "+"] {
                cases.push((point.clone(), *error, *cause, more));
            }
        }
    }
    for (point, error, cause, more) in some(cases, few) {
        scene.before.restore();
        let whole = fs::read(&file).unwrap();
        let what = format!("{error} at {}{more} {point:?}", point.n);
        let ended = scene.struck(&scene.answer(), &format!("{}:error={error}:when={}{more}", point.call, point.n));
        // The system could not even load it: threads count their calls apart, and n is small in ours.
        if ended.code == Some(127) {
            continue;
        }
        let now = fs::read(&file).unwrap();
        assert!(now.starts_with(&whole), "{what}: what was there has changed");
        // A file that could not be read is left alone.
        if point.reads_file && ended.code != Some(0) && ended.err.contains("cannot read") {
            assert!(now == whole, "{what}: written after a failed read");
        }
        if ended.code != Some(0) && ended.err.contains("cannot") {
            assert!(ended.err.contains(cause), "{what}: the cause is not named: {}", ended.err);
        }
        scene.check_told(&ended, &what, point.call != "write");
    }
}

/// Whether a call can fail like this on any system.
fn is_one_of<'c>(calls: &'c [&str]) -> impl Fn(&Point) -> bool + 'c {
    move |point| calls.contains(&point.call.as_str())
}

#[test]
fn f2_an_input_output_error_at_any_call() {
    if !can_inject("F2") {
        return;
    }
    let scene = scene();
    // An error of `close` is nobody's to act on; the sync before it has said all.
    let points = points(&scene, &scene.answer()).into_iter().filter(|p| p.call != "close").collect();
    fails(&scene, points, &[("EIO", "input/output error")], 24);
}

#[test]
fn f3_a_full_or_locked_disk_at_any_call_that_writes() {
    if !can_inject("F3 writing") {
        return;
    }
    let scene = scene();
    let points = points(&scene, &scene.answer());
    let writes = ["openat", "mkdir", "write", "fdatasync", "fsync"];
    let writes = points.into_iter().filter(is_one_of(&writes)).collect();
    let errors = [
        ("ENOSPC", "the disk is full"),
        ("EDQUOT", "disk quota is used up"),
        ("EROFS", "read-only"),
        ("EACCES", "permission denied"),
    ];
    fails(&scene, writes, &errors, 18);
}

#[test]
fn f3_too_many_files_lost_locks_and_stale_folders() {
    if !can_inject("F3 others") {
        return;
    }
    let scene = scene();
    let points = points(&scene, &scene.answer());
    let of = |calls: &[&str]| points.iter().filter(|p| is_one_of(calls)(p)).cloned().collect::<Vec<_>>();
    fails(&scene, of(&["openat"]), &[("EMFILE", "too many files are open")], 6);
    fails(&scene, of(&["flock"]), &[("ENOLCK", "no locks")], 4);
    let everywhere = ["openat", "read", "statx", "write", "fdatasync"];
    fails(&scene, of(&everywhere), &[("ESTALE", "the network folder has lost the file")], 12);
}

#[test]
fn f3_an_interrupted_call_is_not_noticed() {
    if !can_inject("F3 EINTR") {
        return;
    }
    let scene = scene();
    let calls = ["openat", "read", "statx", "getdents64", "flock", "write", "fdatasync", "fsync"];
    let points: Vec<Point> = points(&scene, &scene.answer()).into_iter().filter(is_one_of(&calls)).collect();
    for point in some(points, 16) {
        scene.before.restore();
        let what = format!("interrupted at {point:?}");
        let ended = scene.struck(&scene.answer(), &format!("{}:error=EINTR:when={}", point.call, point.n));
        if ended.code == Some(127) {
            continue;
        }
        ended.is_well(&what);
        assert_eq!(ended.err, "", "{what}");
        scene.check(&ended, &what);
    }
}

#[test]
fn f3_the_file_alone_cannot_be_written() {
    if !can_inject("F3 file") {
        return;
    }
    let scene = scene();
    let errors = [
        ("ENOSPC", "the disk is full"),
        ("EDQUOT", "disk quota is used up"),
        ("EIO", "input/output error"),
        ("ESTALE", "the network folder has lost the file"),
        ("EFBIG", "larger than the system allows"),
    ];
    for (call, (error, cause)) in ["write", "fdatasync"].into_iter().flat_map(|call| errors.map(|e| (call, e))) {
        scene.before.restore();
        let what = format!("{error} at every {call} to the file");
        let inject = format!("inject={call}:error={error}:when=1+");
        let strace = ["strace", "-f", "-qq", "-o", "/dev/null", "-P", &scene.file, "-e", &inject];
        let ended = under(&scene.places, &strace, &scene.answer());
        ended.is_told(&what, cause);
        assert!(ended.err.contains("saved here only"), "{what}: {ended:?}");
        // It is in the second copy, and comes back.
        let shown = gradus(&scene.places, &["show", &scene.file, "--json"]);
        assert_eq!(answers_in(&shown.out), AFTER, "{what}");
        scene.check(&ended, &what);
    }
}

#[test]
fn f4_a_failed_sync_is_followed_by_the_whole_batch_and_a_sync_of_its_own() {
    if !can_inject("F4") {
        return;
    }
    let scene = scene();
    let lines = || fs::read_to_string(&scene.file).unwrap().matches("\"is\":{\"level\":4").count();
    let ended = scene.struck(&scene.answer(), "fdatasync:error=EIO:when=1");
    match ended.code {
        // Written once more, and only that one counts.
        Some(0) => assert_eq!(lines(), 2, "{ended:?}"),
        _ => ended.is_told("the first sync failed", "input/output error"),
    }
    scene.check(&ended, "the first sync failed");
}

#[test]
fn f34_a_second_fault_while_the_first_is_recovered_from() {
    if !can_inject("F34") {
        return;
    }
    let scene = scene();
    let firsts = ["write:when=1", "fdatasync:when=1", "write:when=2", "fdatasync:when=2"];
    for first in firsts {
        let (call, when) = first.split_once(':').unwrap();
        scene.before.restore();
        scene.struck(&scene.answer(), &format!("{call}:signal=KILL:{when}"));
        let broken = Snapshot::of(&scene.places);
        let found = answers_in(&gradus(&scene.places, &["show", &scene.file, "--json"]).out);
        let recovery = ["answer", scene.file.as_str(), "N4.1=5"];
        let points = points(&scene, &recovery);
        for (n, point) in some(points, 4).into_iter().enumerate() {
            broken.restore();
            let fault = if n % 2 == 0 { "signal=KILL" } else { "error=EIO" };
            let what = format!("killed at {first}, then {fault} at {point:?}");
            let ended = scene.struck(&recovery, &format!("{}:{fault}:when={}", point.call, point.n));
            assert!(!ended.err.contains("panicked"), "{what}: {ended:?}");
            gradus(&scene.places, &["answer", &scene.file, "N5.1=0"]).is_well(&what);
            let last = alone(&scene.places, &scene.file);
            assert_eq!(last.first(), found.first(), "{what}: what was shown is gone");
            if ended.code == Some(0) {
                assert!(last.contains(&"N4.1=5".to_owned()), "{what}: {last:?}");
            }
            assert!(last.contains(&"N5.1=0".to_owned()), "{what}: {last:?}");
        }
    }
}

#[test]
fn nothing_is_sent_anywhere() {
    if !can_inject("network") {
        return;
    }
    let scene = scene();
    let trace = scene.places.data().with_file_name("net");
    let mut command = std::process::Command::new("strace");
    command.args(["-f", "-qq", "-o", trace.to_str().unwrap(), "-e", "trace=network", GRADUS]);
    finish(command.args(scene.answer()).envs(scene.places.environment("en"))).is_well("without a network");
    let calls = fs::read_to_string(trace).unwrap();
    // Threads of one process may talk to one another.
    assert!(calls.lines().all(|l| !l.contains("connect(") && !l.contains("AF_INET")), "{calls}");
}
