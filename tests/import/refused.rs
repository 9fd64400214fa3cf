//! Files that are none, or made to do harm.

use super::*;

#[test]
fn files_that_are_none_are_refused() {
    let paper = Paper::blank(icp(), 2);
    let fault =
        |bytes: &[u8], source| import::read(bytes, source, &paper.rubric, &paper.assessment, Lang::En).unwrap_err();
    assert!(matches!(fault(b"a,b\n1,2\n", Source::Csv), ImportFault::NoColumns { .. }));
    assert!(matches!(fault(b"question,level,level\n", Source::Csv), ImportFault::TwiceColumn(_)));
    assert!(matches!(fault(b"\xff\xfeq", Source::Csv), ImportFault::NotUtf8 { byte: 0 }));
    assert!(matches!(fault(b"{}", Source::Json), ImportFault::BadJson { line: 1, column: 2 }));
    // The parser counts from 0 where a line has nothing.
    assert!(matches!(fault(b"{\"a\":1\n", Source::Json), ImportFault::BadJson { line: 2, column: 1 }));
    assert!(matches!(fault(&b"[".repeat(1_000_000), Source::Json), ImportFault::BadJson { line: 1, .. }));
    let none = fault(b"PK", Source::Xlsx);
    assert!(matches!(none, ImportFault::BadXlsx(_)));
    let sentence = none.sentence("a.xlsx", &Lang::En.words().import);
    assert!(sentence.ends_with("open it in Excel and save it as .xlsx or \"CSV UTF-8\"."), "{sentence}");
    let full = Paper::full();
    let mut empty = full.json(Lang::En);
    empty.as_object_mut().unwrap().retain(|name, _| !matches!(name.as_str(), "events" | "answers"));
    assert!(matches!(fault(empty.to_string().as_bytes(), Source::Json), ImportFault::NoEvents));
    let newer = full.text(Format::Json, Lang::En).replace("\"gradus_report\": 1", "\"gradus_report\": 2");
    assert!(matches!(fault(newer.as_bytes(), Source::Json), ImportFault::NewerJson(2)));
    let other = full.text(Format::Json, Lang::En).replace("\"version\": \"1.0.0\"", "\"version\": \"0.9.0\"");
    assert!(matches!(fault(other.as_bytes(), Source::Json), ImportFault::OtherRubric { .. }));
}

#[test]
fn a_small_file_that_unpacks_to_much_is_refused() {
    use std::io::Write;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default()).unwrap();
    let zeros = vec![b' '; 1 << 20];
    for _ in 0..65 {
        archive.write_all(&zeros).unwrap();
    }
    let bytes = archive.finish().unwrap().into_inner();
    assert!(bytes.len() < 2 << 20, "{}", bytes.len());
    let paper = Paper::blank(icp(), 2);
    let read = import::read(&bytes, Source::Xlsx, &paper.rubric, &paper.assessment, Lang::En);
    assert!(matches!(read, Err(ImportFault::TooUnpacked { .. })));
}

#[test]
fn one_long_text_in_many_cells_is_refused() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let text = "x".repeat(32_000);
    for row in 0..2_200 {
        sheet.write_string(row, 0, &text).unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    assert!(bytes.len() < 1 << 20, "{}", bytes.len());
    let paper = Paper::blank(icp(), 2);
    let read = import::read(&bytes, Source::Xlsx, &paper.rubric, &paper.assessment, Lang::En);
    assert!(matches!(read, Err(ImportFault::TooUnpacked { .. })));
}

#[test]
fn a_damaged_workbook_is_refused_or_read_and_never_more() {
    let full = Paper::full();
    let bytes = full.render(Format::Xlsx, Lang::En, Options::default());
    let paper = Paper::blank(icp(), 2);
    let step = bytes.len() / 60;
    for place in (0..bytes.len()).step_by(step) {
        let cut = &bytes[..place];
        assert!(import::read(cut, Source::Xlsx, &paper.rubric, &paper.assessment, Lang::En).is_err(), "{place}");
        let mut changed = bytes.clone();
        changed[place] ^= 0x55;
        // A byte that nothing depends on may change; what is read then is what was written.
        if let Ok(import) = import::read(&changed, Source::Xlsx, &paper.rubric, &paper.assessment, Lang::En) {
            assert_eq!(import.bad, []);
        }
    }
}
