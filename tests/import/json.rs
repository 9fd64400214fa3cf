//! Reports as JSON that come back.

use super::*;

#[test]
fn a_json_report_comes_back_into_another_assessment() {
    let full = Paper::full();
    for lang in Lang::ALL {
        let paper = imported(&full.render(Format::Json, lang, Options::default()), Source::Json);
        assert_eq!(paper.answers(), full.answers());
        for number in ["headline", "dimensions", "areas", "lenses", "balance"] {
            assert_eq!(paper.json(lang)[number], full.json(lang)[number]);
        }
        let events = paper.assessment.ledger().events();
        assert!(events.iter().filter(|e| e.id.session.as_str() == "import").all(|e| e.imported));
    }
}

/// People disagree about two answers and a note; something is planned; a note hides characters.
fn disputed() -> Paper {
    let mut paper = Paper::full();
    let first = paper.author.session;
    let before = paper.assessment.clone();
    paper.answer("A1.1", "1");
    paper.answer("A1.2", "2+partly");
    paper.note("A1.1", "one view");
    let mut others = Vec::new();
    for (name, answer, note) in [("second", "4", "another\u{202e} view"), ("third", "unknown", "a third \u{200b}view")]
    {
        let mut other = Paper { assessment: before.clone(), ..Paper::blank(paper.rubric.clone(), 9) };
        other.author.session = Session::parse(name).unwrap();
        other.answer("A1.1", answer);
        other.note("A1.1", note);
        other.say(gradus::assessment::Change::answer(&id("A1.2"), None));
        others.extend(other.assessment.ledger().events().iter().filter(|e| e.id.session != first).cloned());
    }
    for event in others {
        paper.assessment.apply(event);
    }
    paper.say(gradus::assessment::Change::number(Thing::Target(id("A1")), Some(4)));
    assert_eq!(paper.assessment.conflicts(&paper.rubric).len(), 3);
    paper
}

/// Everything in force about a thing, in no order.
fn in_force(paper: &Paper, thing: &Thing) -> Vec<String> {
    let mut said: Vec<String> =
        paper.assessment.ledger().heads(thing).iter().map(|e| e.is.as_json().to_owned()).collect();
    said.sort();
    said
}

#[test]
fn everything_that_people_disagree_about_comes_along() {
    let full = disputed();
    for names in [Names::Shown, Names::LeftOut] {
        let bytes = full.render(Format::Json, Lang::Zh, Options { names, ..Options::default() });
        let mut paper = Paper::blank(icp(), 2);
        let mut rounds = 0;
        loop {
            let import = read(&bytes, Source::Json, &paper);
            assert_eq!(import.bad, []);
            if import.is_empty() {
                break;
            }
            rounds += 1;
            paper.author.session = Session::parse(&format!("import{rounds}")).unwrap();
            for change in import.changes(&paper.assessment, paper.author.session) {
                paper.say(change);
            }
        }
        assert_eq!(rounds, 3);
        for thing in [Thing::Answer(id("A1.1")), Thing::Answer(id("A1.2")), Thing::Note(id("A1.1"))] {
            assert_eq!(in_force(&paper, &thing), in_force(&full, &thing), "{thing}");
        }
        let target = Thing::Target(id("A1"));
        if names == Names::Shown {
            assert_eq!(in_force(&paper, &target), in_force(&full, &target));
        }
    }
}

#[test]
fn a_report_without_names_comes_back_too() {
    let full = Paper::full();
    let bytes = full.render(Format::Json, Lang::En, Options { names: Names::LeftOut, ..Options::default() });
    assert_eq!(imported(&bytes, Source::Json).answers(), full.answers());
    // Even of the very same assessment: there is nothing new in it.
    assert!(read(&bytes, Source::Json, &full).is_empty());
}

#[test]
fn lines_of_the_pad_come_along_and_whom_a_session_interviewed_does_not() {
    let mut full = Paper::full();
    for (item, line, question) in [("a.1", "two plants, one catalogue", Some("R3.1")), ("a.2", "ask again", None)] {
        let line = PadText { text: Clean::line(line), question: question.map(id) };
        full.say(Change::pad(id(item), Some(&line)));
    }
    full.say(Change::interviewee(&full.author, "Ms Wang").unwrap());
    let paper = imported(&full.render(Format::Json, Lang::En, Options::default()), Source::Json);
    let written = |paper: &Paper| paper.assessment.pad().iter().map(|l| l.line.written()).collect::<Vec<_>>();
    assert_eq!(written(&paper), ["#R3.1 two plants, one catalogue", "ask again"]);
    assert_eq!(paper.assessment.interviewee(&paper.author), None);
}

#[test]
fn the_command_takes_every_side_of_a_dispute() {
    let places = Places::new();
    let file = places.assessment();
    let at = places.root().join("disputed.json");
    std::fs::write(&at, disputed().text(Format::Json, Lang::En)).unwrap();
    let preview = places.run(&["import", &file, "disputed.json", "--yes", "--lang", "en"]);
    assert!(preview.contains("in disagreement within the file itself"), "{preview}");
    let shown: serde_json::Value = serde_json::from_str(&places.run(&["show", &file, "--json"])).unwrap();
    let heads: Vec<usize> =
        shown["conflicts"].as_array().unwrap().iter().map(|c| c["heads"].as_array().unwrap().len()).collect();
    assert_eq!(heads, [3, 3, 2], "{shown}");
    assert!(places.output(&["import", &file, "disputed.json", "--yes"]).stderr.starts_with(b"There is nothing new"));
}

#[test]
fn a_json_report_brings_back_what_its_own_assessment_has_lost() {
    let mut full = Paper::full();
    // Text that needs escapes, and JSON that another program has written in its own way.
    let hidden = "a\u{202e}b\u{9b}\u{e0041}";
    full.note("A1.1", hidden);
    let odd = serde_json::from_str("{\"toward\" : null, \"level\":2.0}").unwrap();
    full.say(gradus::assessment::Change::new(Thing::Answer(id("A1.1")), gradus::assessment::Value::from_parsed(odd)));
    let bytes = full.render(Format::Json, Lang::Zh, Options::default());
    // Who reads the numbers alone has the text to the letter too.
    let answers = full.answers();
    let note = answers.as_array().unwrap().iter().find(|a| a["id"] == "A1.1").unwrap()["note"].clone();
    assert_eq!(note, hidden);
    let events = full.assessment.ledger().events();
    let mut lost = Paper::blank(icp(), 1);
    let header = full.assessment.header(full.author.session);
    lost.assessment = Assessment::new(&header);
    for event in &events[..events.len() / 2] {
        lost.assessment.apply(event.clone());
    }
    let import = read(&bytes, Source::Json, &lost);
    assert_eq!((import.bad.len(), import.all_events), (0, events.len()));
    for event in import.events {
        lost.assessment.apply(event);
    }
    assert_eq!(lost.assessment.ledger().events(), events);
    assert!(read(&bytes, Source::Json, &lost).is_empty());
}

#[test]
fn a_changed_entry_is_not_taken() {
    let full = Paper::full();
    let text = full.text(Format::Json, Lang::En).replacen("\"by\": \"li\"", "\"by\": \"mallory\"", 2);
    let import = read(text.as_bytes(), Source::Json, &full);
    assert_eq!(import.bad.len(), 2);
    assert!(import.is_empty());
}
