//! Tables and questionnaires that come back.

use super::*;

#[test]
fn a_table_comes_back_in_either_language() {
    let full = Paper::full();
    for lang in Lang::ALL {
        let table = full.render(Format::Csv, lang, Options::default());
        let paper = imported(&table, Source::Csv);
        // A mark for review is no answer and does not travel in tables.
        let mut expected = full.answers();
        for answer in expected.as_array_mut().unwrap() {
            answer.as_object_mut().unwrap().remove("marked");
        }
        assert_eq!(paper.answers(), expected);
        let book = imported(&full.render(Format::Xlsx, lang, Options::default()), Source::Xlsx);
        assert_eq!(book.answers(), expected);
    }
}

#[test]
fn a_table_from_another_spreadsheet_comes_back() {
    let text = "\u{feff}题号;等级;备注;证据\r\nN1.1;2,5;\"two\r\nlines\";记录\r\nN2.1;３;;\r\nN3.1;不清楚;;\r\nN5.1;不适用;;\r\n;;;\r\n";
    let mut paper = Paper::blank(icp(), 2);
    let import = read(text.as_bytes(), Source::Csv, &paper);
    let words = &Lang::En.words().import;
    let bad: Vec<(usize, String)> = import.bad.iter().map(|b| (b.number, b.bad.sentence(words))).collect();
    assert_eq!(bad, [(5, "N5.1: not applicable needs a reason".to_owned())]);
    take_in(&mut paper, &import);
    let said = |question: &str| {
        let ix = paper.rubric.question_ix(question).unwrap();
        paper.assessment.answer(&paper.rubric, paper.rubric.question(ix))
    };
    assert_eq!(said("N1.1"), Some(Answer::Level { value: 2.0, toward: Some(id("partly")) }));
    assert_eq!(said("N2.1"), Some(Answer::Level { value: 3.0, toward: None }));
    assert_eq!(said("N3.1"), Some(Answer::Unknown));
    assert_eq!(paper.assessment.note(&id("N1.1")).unwrap().as_str(), "two\nlines");
    assert_eq!(paper.assessment.evidence(&id("N1.1"))[0].1.text.as_str(), "记录");
}

/// The questionnaire as somebody fills it in: the same cells, and in each row what the full
/// assessment says.
fn filled(full: &Paper, lang: Lang, speaks: Speaks) -> Vec<u8> {
    let blank = Form::new(&full.rubric, Depth::Full, lang, speaks, now());
    let blank = form::render(&blank, Format::Xlsx).unwrap();
    let w = &lang.words().form;
    let form = sheet(&blank, w.sheet);
    let report = sheet(&full.render(Format::Xlsx, lang, Options::default()), lang.words().report.sheet_answers);
    let names: Vec<String> = report[0].iter().map(ToString::to_string).collect();
    let by_id: HashMap<String, &Vec<Data>> = report[1..].iter().map(|row| (row[0].to_string(), row)).collect();
    let mut book = Workbook::new();
    let out = book.add_worksheet();
    for (r, row) in (0_u32..).zip(&form) {
        for (c, (cell, head)) in (0_u16..).zip(row.iter().zip(&form[0])) {
            let head = head.to_string();
            let is_input = [w.answer, w.toward, w.reason, w.note, w.evidence, w.confidence].contains(&head.as_str());
            let place = names.iter().position(|n| *n == head);
            let cell = match place {
                Some(place) if is_input && r > 0 => {
                    assert_eq!(*cell, Data::Empty, "the form is blank");
                    &by_id[&row[0].to_string()][place]
                }
                _ => cell,
            };
            match cell {
                Data::Float(number) => drop(out.write_number(r, c, *number).unwrap()),
                Data::String(text) => drop(out.write_string(r, c, text).unwrap()),
                _ => {}
            }
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn a_filled_questionnaire_comes_back() {
    let full = Paper::full();
    let mut expected = full.answers();
    for answer in expected.as_array_mut().unwrap() {
        answer.as_object_mut().unwrap().remove("marked");
    }
    for lang in Lang::ALL {
        for speaks in [Speaks::One, Speaks::Both] {
            assert_eq!(imported(&filled(&full, lang, speaks), Source::Xlsx).answers(), expected);
        }
    }
}

#[test]
fn every_question_of_the_questionnaire_has_its_list() {
    let rubric = icp();
    let form = Form::new(&rubric, Depth::Full, Lang::En, Speaks::One, now());
    let book = form::render(&form, Format::Xlsx).unwrap();
    let (_, xml) = parts(&book, "xl/worksheets/sheet1").remove(0);
    assert_eq!(xml.matches("<dataValidation ").count(), 48 * 3);
    assert!(xml.contains("<formula1>\"0,1,2,3,4,5,unknown,n/a\"</formula1>"));
    assert!(xml.contains("<formula1>\"0,1,2,3,4,5,unknown\"</formula1>"));
}

#[test]
fn ids_in_a_table_are_understood_as_they_were_keyed_in() {
    let paper = Paper::blank(icp(), 2);
    let read = |table: &str| import::read(table.as_bytes(), Source::Csv, &paper.rubric, &paper.assessment, Lang::En);
    let import = read("question,level\nn1.1,3\nＯ2．1,２\n A1.1 ,1\n").unwrap();
    assert_eq!(import.bad, []);
    assert_eq!(import.fresh.len(), 3);
    let twice = read("question,level\nn1.1,3\nN1.1,2\n").unwrap();
    assert_eq!(twice.bad.len(), 1, "one question in two ways of writing");
}
