//! What the fault tests stand on: the program under some other program, folders that can be put
//! back as they were, and an honest word where a machine cannot do what a test needs.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::places::Places;
use crate::pty::{PATIENCE, Terminal};

/// Columns of a window in which no sentence is cut.
const WIDE: u16 = 250;

/// The program.
pub const GRADUS: &str = env!("CARGO_BIN_EXE_gradus");

/// How much of the long loops is run, in hundredths.
pub fn rounds() -> usize {
    let asked = std::env::var("GRADUS_ROUNDS").ok().and_then(|n| n.parse().ok());
    asked.unwrap_or(1).clamp(1, 100)
}

/// Evenly spaced cases: `few` of them in the ordinary run, all in the full one.
pub fn some<T>(cases: Vec<T>, few: usize) -> Vec<T> {
    let all = cases.len();
    let wanted = if rounds() == 100 { all } else { few.saturating_mul(rounds()).clamp(1, all.max(1)) };
    let is_wanted = |n: usize| n * wanted / all != (n + 1) * wanted / all;
    cases.into_iter().enumerate().filter(|(n, _)| is_wanted(*n)).map(|(_, case)| case).collect()
}

/// Says why a test does nothing here. The test harness keeps what `eprintln!` says to itself.
pub fn skipped(fault: &str, reason: &str) {
    let _ = writeln!(std::io::stderr(), "skipped {fault}: {reason}");
}

/// Whether this machine can run a command; says so where it cannot.
pub fn can(fault: &str, command: &[&str]) -> bool {
    let tried = Command::new(command[0]).args(&command[1..]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let works = tried.is_ok_and(|status| status.success());
    if !works {
        skipped(fault, &format!("`{}` does not work here", command.join(" ")));
    }
    works
}

/// Whether system calls can be made to fail here.
pub fn can_inject(fault: &str) -> bool {
    can(fault, &["strace", "-f", "-qq", "-o", "/dev/null", "-e", "inject=sync:error=EIO", "true"])
}

/// How a program ended.
#[derive(Debug)]
pub struct Ended {
    /// Its exit code, if it had one.
    pub code: Option<i32>,
    /// The signal that killed it, if one did.
    pub signal: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Ended {
    /// It said in one sentence what is wrong, and the code says so too.
    #[track_caller]
    pub fn is_told(&self, what: &str, sentence: &str) {
        assert_eq!(self.code, Some(1), "{what}: {self:?}");
        assert!(self.err.contains(sentence) && !self.err.contains("panicked"), "{what}: {self:?}");
    }

    /// It did what was asked.
    #[track_caller]
    pub fn is_well(&self, what: &str) {
        assert_eq!(self.code, Some(0), "{what}: {self:?}");
    }
}

/// Waits for a command; one that hangs is killed and fails the test.
pub fn finish(command: &mut Command) -> Ended {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let deadline = Instant::now() + PATIENCE;
    // What is printed fits into the pipes.
    while child.try_wait().unwrap().is_none() {
        if Instant::now() > deadline {
            let _ = child.kill();
            panic!("{command:?} hangs");
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    let out = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Ended { code: out.status.code(), signal: out.status.signal(), out: text(out.stdout), err: text(out.stderr) }
}

/// `gradus` with arguments, run by another program that may be none.
pub fn under<A: AsRef<OsStr>>(places: &Places, wrapper: &[&str], args: &[A]) -> Ended {
    let mut line: Vec<&OsStr> = wrapper.iter().map(OsStr::new).collect();
    line.push(OsStr::new(GRADUS));
    line.extend(args.iter().map(AsRef::as_ref));
    finish(Command::new(line[0]).args(&line[1..]).envs(places.environment("en")))
}

/// `gradus` with arguments, whatever comes of it.
pub fn gradus<A: AsRef<OsStr>>(places: &Places, args: &[A]) -> Ended {
    under(places, &[], args)
}

/// The state folder.
pub fn state(places: &Places) -> PathBuf {
    places.data().with_file_name("state")
}

/// What the file alone says, without what this computer remembers of it.
pub fn alone(places: &Places, file: &str) -> Vec<String> {
    let nowhere = places.data().with_file_name("nowhere");
    let mut command = Command::new(GRADUS);
    command.args(["show", file, "--json"]).envs(places.environment("en")).env("GRADUS_STATE_DIR", nowhere);
    let ended = finish(&mut command);
    ended.is_well("the file alone");
    answers_in(&ended.out)
}

/// The answers in the output of `show --json`, such as `N1.1=3`.
pub fn answers_in(json: &str) -> Vec<String> {
    let shown: serde_json::Value = serde_json::from_str(json).unwrap();
    let said = shown["answers"].as_array().unwrap().iter().filter(|a| a["state"] != "unanswered");
    // However the number is written; who does not apply has none.
    let level = |answer: &serde_json::Value| answer["level"].as_f64().map_or("-".to_owned(), |n| n.to_string());
    said.map(|a| format!("{}={}", a["id"].as_str().unwrap(), level(a))).collect()
}

/// How many events of a thing a file holds, each counted once.
pub fn events(file: &Path, thing: &str) -> usize {
    let text = String::from_utf8_lossy(&fs::read(file).unwrap()).into_owned();
    let name = |line: &str| line.split_once("{\"e\":\"")?.1.split_once('"').map(|(id, _)| id.to_owned());
    let mentions = format!("\"thing\":\"{thing}\"");
    let ids: std::collections::BTreeSet<_> = text.lines().filter(|l| l.contains(&mentions)).filter_map(name).collect();
    ids.len()
}

/// Data and state folder as they were at some moment.
pub struct Snapshot {
    root: PathBuf,
    folders: Vec<PathBuf>,
    files: Vec<(PathBuf, Vec<u8>)>,
}

impl Snapshot {
    /// As they are now.
    pub fn of(places: &Places) -> Self {
        let root = places.data().parent().unwrap().to_owned();
        let mut snapshot = Self { folders: vec![], files: vec![], root };
        let mut open = vec![snapshot.root.join("data"), snapshot.root.join("state")];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(&folder).into_iter().flatten() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    snapshot.files.push((path.clone(), fs::read(path).unwrap()));
                }
            }
            if folder.exists() {
                snapshot.folders.push(folder);
            }
        }
        snapshot
    }

    /// Makes them so again.
    pub fn restore(&self) {
        for name in ["data", "state", "nowhere"] {
            let _ = fs::remove_dir_all(self.root.join(name));
        }
        for folder in &self.folders {
            fs::create_dir(folder).unwrap();
            fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).unwrap();
        }
        for (path, bytes) in &self.files {
            fs::write(path, bytes).unwrap();
            fs::set_permissions(path, fs::Permissions::from_mode(0o600)).unwrap();
        }
    }
}

/// Something mounted, gone again with this value.
pub struct Mount(PathBuf);

impl Mount {
    /// An empty disk of so many KiB; `None` where nothing can be mounted.
    pub fn small(fault: &str, at: &Path, kib: usize) -> Option<Self> {
        fs::create_dir_all(at).unwrap();
        Self::mounted(fault, &["-t", "tmpfs", "-o", &format!("size={kib}k,mode=700"), "tmpfs"], at)
    }

    /// Another folder, seen here too.
    pub fn bind(fault: &str, from: &Path, at: &Path) -> Option<Self> {
        fs::create_dir_all(at).unwrap();
        Self::mounted(fault, &["--bind", from.to_str().unwrap()], at)
    }

    fn mounted(fault: &str, args: &[&str], at: &Path) -> Option<Self> {
        let line: Vec<&str> = ["mount"].into_iter().chain(args.iter().copied()).chain([at.to_str().unwrap()]).collect();
        can(fault, &line).then(|| Self(at.to_owned()))
    }

    /// Makes it read-only or writable.
    pub fn remount(&self, fault: &str, options: &str) -> bool {
        can(fault, &["mount", "-o", &format!("remount,{options}"), self.0.to_str().unwrap()])
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).stderr(Stdio::null()).status();
    }
}

/// Fills the disk under a folder to the last byte; returns the file that did it.
pub fn fill(folder: &Path) -> PathBuf {
    let path = folder.join("filler");
    let mut file = fs::File::create(&path).unwrap();
    for size in [4096, 1] {
        while file.write_all(&vec![b'x'; size]).is_ok() {}
    }
    path
}

/// A file on screen, in a window that is wide enough for a whole sentence.
pub fn on_screen(places: &Places, file: &str) -> Terminal {
    let terminal = Terminal::gradus(places, "en", &[file]);
    widened(terminal)
}

/// Any program that ends up showing the first question.
pub fn widened(mut terminal: Terminal) -> Terminal {
    terminal.resize(WIDE, 30);
    terminal.until("a wide window", |s| s.contents().lines().nth(1).is_some_and(|rule| rule.chars().count() > 150));
    terminal
}

/// Gives answers to the question on screen, each acknowledged before the next.
#[track_caller]
pub fn answer(terminal: &mut Terminal, digits: &str) {
    for digit in digits.chars() {
        terminal.send(digit.to_string());
        terminal.sees(&format!("✓ {digit}"));
    }
}

/// Whether the list of questions at the left shows this score.
pub fn outlined(screen: &vt100::Screen, question: &str, score: &str) -> bool {
    screen.contents().lines().any(|line| line.contains(question) && line.contains(score))
}

/// Leaves by the quit key; all must be kept.
#[track_caller]
pub fn quit(mut terminal: Terminal) {
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
}
