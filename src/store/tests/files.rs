//! On a real disk: kinds of files, rights, names, and finding things again.

use std::fs;

use super::*;
use crate::store::new_file::EXTENSION;

struct Home {
    dir: tempfile::TempDir,
    store: Store,
}

fn home() -> Home {
    let dir = tempfile::tempdir().unwrap();
    // The system's folder for temporary files may itself be reached by a link.
    let root = dir.path().canonicalize().unwrap();
    let store = Store::on_disk(Places { data: root.join("data"), state: root.join("state") });
    Home { dir, store }
}

impl Home {
    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().canonicalize().unwrap().join(name)
    }

    fn make(&self, subject: &str) -> Opened {
        self.store.create(new_about(subject, None)).unwrap()
    }
}

fn fault(result: Result<Opened, StoreFault>) -> StoreFault {
    result.err().expect("it must be refused")
}

#[test]
fn names_are_date_and_subject_with_a_number_where_taken() {
    let home = home();
    let name = |opened: &Opened| opened.path.file_name().unwrap().to_string_lossy().into_owned();
    assert_eq!(name(&home.make("East Steel")), "2026-11-21-east-steel.gradus");
    assert_eq!(name(&home.make("East  Steel!")), "2026-11-21-east-steel-2.gradus");
    assert_eq!(name(&home.make("East Steel")), "2026-11-21-east-steel-3.gradus");
    assert_eq!(name(&home.make("../东方")), "2026-11-21-东方.gradus");
    assert_eq!(home.store.list().len(), 4);
}

#[test]
fn an_explicit_path_is_never_overwritten() {
    let home = home();
    let path = home.path("mine.gradus");
    let made = home.store.create(new_about("East Steel", Some(path.clone()))).unwrap();
    assert_eq!(made.path, path);
    let before = fs::read(&path).unwrap();
    assert!(matches!(fault(home.store.create(new_about("x", Some(path.clone())))), StoreFault::Exists(_)));
    assert_eq!(fs::read(&path).unwrap(), before);
    let nowhere = home.path("no/such/folder/a.gradus");
    assert!(matches!(fault(home.store.create(new_about("x", Some(nowhere)))), StoreFault::NotFound(_)));
    assert!(matches!(home.store.write_whole(&made.assessment, &path, Over::Refused), Err(StoreFault::Exists(_))));
    // A refused assessment leaves no memory behind.
    assert_eq!(fs::read_dir(home.path("state")).unwrap().count(), 1);
    assert_eq!(home.store.lost_twins(&home.store.list()).unwrap(), []);
}

#[test]
fn what_is_not_there_is_told_from_what_cannot_be_read() {
    let home = home();
    assert!(matches!(fault(home.store.open(&home.path("none"), Use::Write)), StoreFault::NotFound(_)));
    let large = fs::File::create(home.path("large")).unwrap();
    large.set_len(4 << 30).unwrap();
    assert!(matches!(fault(home.store.open(&home.path("large"), Use::Read)), StoreFault::TooLarge { .. }));
    assert!(matches!(fault(home.store.open(home.dir.path(), Use::Read)), StoreFault::NotAFile(_, FileKind::Folder)));
    assert!(!home.path("state").exists() && !home.path("data").exists());
}

#[cfg(unix)]
mod on_unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    use std::os::unix::net::UnixListener;

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().mode() & 0o777
    }

    fn chmod(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    #[test]
    fn pipes_sockets_and_devices_are_refused_without_waiting() {
        let home = home();
        let pipe = home.path("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let socket = home.path("socket");
        let _listener = UnixListener::bind(&socket).unwrap();
        symlink("/dev/zero", home.path("device")).unwrap();
        let kinds = [(pipe, FileKind::Pipe), (socket, FileKind::Socket), (home.path("device"), FileKind::Device)];
        for (path, kind) in kinds {
            let found = fault(home.store.open(&path, Use::Write));
            assert!(matches!(found, StoreFault::NotAFile(_, found) if found == kind), "{found:?}");
        }
    }

    #[test]
    fn links_are_followed_and_stay_and_loops_are_named() {
        let home = home();
        let made = home.make("East Steel").path;
        let link = home.path("link.gradus");
        symlink(&made, &link).unwrap();
        let opened = home.store.open(&link, Use::Write).unwrap();
        assert_eq!(opened.path, made);
        assert_eq!(opened.notices, []);
        symlink(home.path("b"), home.path("a")).unwrap();
        symlink(home.path("a"), home.path("b")).unwrap();
        assert!(matches!(fault(home.store.open(&home.path("a"), Use::Read)), StoreFault::LinkLoop(_)));
        symlink(home.path("nowhere"), home.path("dangling")).unwrap();
        assert!(matches!(fault(home.store.open(&home.path("dangling"), Use::Read)), StoreFault::NotFound(_)));
        let there = StoreFault::Exists(crate::text::Clean::line(&home.path("dangling").to_string_lossy()));
        assert_eq!(fault(home.store.create(new_about("x", Some(home.path("dangling"))))), there);
    }

    #[test]
    fn files_and_folders_are_for_this_user_alone_and_keep_the_mode_they_are_given() {
        let home = home();
        let made = home.make("East Steel");
        assert_eq!(mode(&made.path), 0o600);
        for folder in ["data", "state"] {
            assert_eq!(mode(&home.path(folder)), 0o700);
        }
        let twin = home.path("state").join(made.assessment.id.as_str());
        assert_eq!(mode(&twin), 0o700);
        for entry in fs::read_dir(&twin).unwrap() {
            assert_eq!(mode(&entry.unwrap().path()), 0o600);
        }
        chmod(&made.path, 0o640);
        let mut opened = home.store.open(&made.path, Use::Write).unwrap();
        let (mut file, _, book) = pens(&opened, new_session().unwrap());
        book::Book::open(&book).add(answer(&mut opened.assessment, "zz", 1, "N1.1", 1));
        file.write().unwrap();
        assert_eq!(mode(&made.path), 0o640);
    }

    #[test]
    fn a_state_folder_that_others_may_write_to_or_that_is_a_link_is_not_used() {
        let home = home();
        let made = home.make("East Steel").path;
        let no_twin = |opened: &Opened| matches!(opened.notices[..], [Notice::NoTwin(StoreFault::NotOurs(_))]);
        chmod(&home.path("state"), 0o777);
        assert!(no_twin(&home.store.open(&made, Use::Write).unwrap()));
        assert!(no_twin(&home.make("West Steel")));
        chmod(&home.path("state"), 0o700);
        assert_eq!(home.store.open(&made, Use::Write).unwrap().notices, []);
        fs::rename(home.path("state"), home.path("elsewhere")).unwrap();
        symlink(home.path("elsewhere"), home.path("state")).unwrap();
        assert!(no_twin(&home.store.open(&made, Use::Write).unwrap()));
    }

    #[test]
    fn a_name_that_is_no_text_is_kept_and_shown_escaped() {
        use std::os::unix::ffi::OsStrExt;
        let home = home();
        let name = std::ffi::OsStr::from_bytes(b"-a\xff\n\x1b[2J.gradus");
        let path = home.dir.path().canonicalize().unwrap().join(name);
        let made = home.store.create(new_about("East Steel", Some(path.clone()))).unwrap();
        drop(made);
        // Its twin knows it by its bytes.
        fs::write(&path, "").unwrap();
        let opened = home.store.open(&path, Use::Write).unwrap();
        assert_eq!(opened.notices, [Notice::Rebuilt(1)]);
        let said = StoreFault::of(Doing::Read, &path, &std::io::Error::from_raw_os_error(13));
        let said = said.sentence(&crate::lang::Lang::En.words().store);
        assert!(said.contains("␊␛[2J") && !said.chars().any(char::is_control), "{said}");
    }

    #[test]
    fn a_second_window_is_announced_and_a_killed_one_is_not() {
        let home = home();
        let first = home.make("East Steel");
        let second = home.store.open(&first.path, Use::Write).unwrap();
        assert_eq!(second.notices, [Notice::OtherWindow]);
        drop(first);
        // The second is still there when a third comes.
        let third = home.store.open(&second.path, Use::Write).unwrap();
        assert_eq!(third.notices, [Notice::OtherWindow]);
        drop((second, home.store.open(&third.path, Use::Read).unwrap()));
        let path = third.path.clone();
        drop(third);
        assert_eq!(home.store.open(&path, Use::Write).unwrap().notices, []);
    }
}

#[test]
fn the_list_has_the_last_change_first_and_faults_last() {
    let home = home();
    let old = home.make("Old");
    let mut new = home.make("New");
    let (mut file, _, book) = pens(&new, new_session().unwrap());
    book::Book::open(&book).add(answer(&mut new.assessment, "zz", 5, "N1.1", 1));
    file.write().unwrap();
    fs::create_dir(home.path("data").join("folder.gradus")).unwrap();
    fs::write(home.path("data").join("notes.txt"), "no assessment").unwrap();
    let list = home.store.list();
    let paths: Vec<&Path> = list.iter().map(|l| l.path.as_path()).collect();
    assert_eq!(paths, [&*new.path, &*old.path, &home.path("data").join("folder.gradus")]);
    assert!(list[2].found.is_err());
}

#[test]
fn a_name_is_a_path_an_id_or_a_subject() {
    let home = home();
    let east = home.make("East Steel");
    let west = home.make("West Steel");
    let resolve = |name: &str| home.store.resolve(name);
    assert_eq!(resolve("some/file").unwrap(), Path::new("some/file"));
    assert_eq!(resolve("none.gradus").unwrap(), Path::new("none.gradus"));
    assert_eq!(resolve("Cargo.toml").unwrap(), Path::new("Cargo.toml"), "it exists");
    assert_eq!(resolve(east.assessment.id.as_str()).unwrap(), east.path);
    assert_eq!(resolve(&west.assessment.id.as_str()[..8]).unwrap(), west.path);
    assert_eq!(resolve("east steel").unwrap(), east.path);
    assert!(matches!(resolve("steel"), Err(StoreFault::NoneNamed(_))));
    let twin = home.make("East Steel");
    let Err(StoreFault::SeveralNamed(_, paths)) = resolve("East Steel") else { panic!("it is not unique") };
    assert_eq!(paths.len(), 2);
    assert!(paths.iter().any(|p| **p == *twin.path.to_string_lossy()));
    assert!(paths.iter().all(|p| p.ends_with(EXTENSION)));
}
