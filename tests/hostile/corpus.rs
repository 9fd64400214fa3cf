//! Files that once were trouble, or look like it (`tests/data/corpus`): read whole, cut off and
//! with flipped bits. A fuzzer's finds belong there too.

use std::path::{Path, PathBuf};

use gradus::store::{Places as Folders, Store, Use};
use gradus::text::{clean_block, clean_line, fit, has_hidden, width, wrap};

use super::grammar::{Dice, survives};
use super::places::Places;

/// The files of one kind.
fn corpus(kind: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/corpus").join(kind);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() >= 8, "{kind}: {}", paths.len());
    paths.into_iter().map(|path| (path.clone(), std::fs::read(path).unwrap())).collect()
}

/// The bytes as they are, cut off, and flipped, a few of each.
fn variants(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut all = vec![bytes.to_vec()];
    for n in 1..7 {
        let at = bytes.len() * n / 7;
        all.push(bytes[..at].to_vec());
        let mut flipped = bytes.to_vec();
        if let Some(byte) = flipped.get_mut(at) {
            *byte ^= 1 << (n % 8);
        }
        all.push(flipped);
    }
    all
}

#[test]
fn rubrics_of_the_corpus() {
    let mut dice = Dice::new(1);
    for (_, bytes) in corpus("rubric") {
        for bytes in variants(&bytes) {
            survives(&bytes, &mut dice);
        }
    }
}

#[test]
fn assessments_of_the_corpus() {
    let places = Places::new();
    let root = places.root().to_owned();
    let store = Store::on_disk(Folders { data: root.join("data"), state: root.join("state") });
    let file = root.join("x.gradus");
    for (path, bytes) in corpus("assessment") {
        let mut opened_once = false;
        for bytes in variants(&bytes) {
            std::fs::write(&file, &bytes).unwrap();
            for use_ in [Use::Read, Use::Write] {
                let sentences: Vec<String> = match store.open(&file, use_) {
                    Ok(opened) => {
                        opened_once = true;
                        opened.notices.iter().map(|n| n.sentence(&gradus::lang::Lang::En.words().store)).collect()
                    }
                    Err(fault) => vec![fault.sentence(&gradus::lang::Lang::Zh.words().store)],
                };
                assert!(sentences.iter().all(|s| !has_hidden(s)), "{}: {sentences:?}", path.display());
                // Whatever it was, it is still there.
                assert!(std::fs::read(&file).unwrap().starts_with(&bytes), "{}", path.display());
            }
        }
        let name = path.file_name().unwrap().to_str().unwrap();
        assert_eq!(opened_once, !name.starts_with("refused-"), "{name}");
    }
}

#[test]
fn texts_of_the_corpus() {
    for (path, bytes) in corpus("text") {
        for bytes in variants(&bytes) {
            let text = String::from_utf8_lossy(&bytes);
            for clean in [clean_line(&text), clean_block(&text)] {
                let hidden = clean.chars().any(|c| c != '\n' && has_hidden(c.encode_utf8(&mut [0; 4])));
                assert!(!hidden, "{}: {clean:?}", path.display());
                assert_eq!(clean_block(&clean), clean, "{}: cleaning twice is cleaning once", path.display());
                for columns in [1, 2, 7, 40, 200] {
                    let lines = wrap(&clean, columns);
                    let widest = lines.iter().map(|line| width(line)).max().unwrap_or(0);
                    // One letter may be wider than that.
                    assert!(widest <= columns.max(4), "{}: {widest} of {columns}", path.display());
                    assert!(width(&fit(&clean_line(&text), columns)) <= columns, "{}", path.display());
                }
            }
        }
    }
}
