//! Copies of an assessment on the home screen, and what becomes of them.

use super::*;

/// A home list: an assessment, two copies, a copied file of another subject, one more, and a file that is gone.
fn home(lang: Lang, columns: u16, rows: u16) -> Stage {
    let listed = |subject: &str, name: &str, relation: Relation| Entry {
        path: Clean::line(&format!("/data/{name}.gradus")),
        relation,
        ..entry(subject, 3, None)
    };
    let copy = |is_held: bool| Relation::CopyOf { of: 1, is_held };
    let path = "/data/2026-09-01-gone-works.gradus";
    let why = gradus::lang::fill(lang.words().home.gone_how, &[path, "12", "2026-09-03 17:40"]);
    let gone = Relation::Gone(Clean::line("Gone Works"));
    let mut east = listed("East Steel", "east", Relation::Alone);
    if let Ok(summary) = &mut east.content {
        summary.disputes = 2;
    }
    let mut stage = Stage::new(lang, columns, rows);
    stage.app.told(News::Listed(vec![
        listed("East Steel", "east (li's conflicted copy)", copy(false)),
        east,
        listed("West Steel", "east copied", Relation::CopiedFrom(1)),
        listed("Harbour", "harbour", Relation::Alone),
        listed("East Steel", "east.sync-conflict-20261121-101205-ABCDEFG", copy(true)),
        Entry { content: Err(why), ..listed("", "2026-09-01-gone-works", gone) },
    ]));
    stage.draw();
    stage
}

#[test]
fn copies_and_files_that_are_gone_on_the_home_screen() {
    for (name, keys) in [
        ("home_copy", ""),
        ("home_copied", "<Down><Down>"),
        ("home_held", "<Down><Down><Down><Down>"),
        ("home_gone", "<End>"),
        ("home_forget", "<End>D"),
        ("home_merge", "<Down>M<Down> "),
        ("home_merge_place", "M<Enter>"),
    ] {
        check(name, USUAL, |lang, columns, rows| {
            let mut stage = home(lang, columns, rows);
            stage.keys(keys);
            stage
        });
    }
}

#[test]
fn what_would_come_of_uniting_is_shown_before_it_is_done() {
    check("home_unite", USUAL, |lang, columns, rows| {
        let words = &lang.words().merge;
        let values = ["east (li's conflicted copy).gradus", "3", "2026-11-21 10:12", "li", "east.gradus"];
        let mut lines = vec![
            gradus::lang::fill(words.comes_in, &values),
            gradus::lang::fill(words.across, &["1.0.0", "1.1.0"]),
            gradus::lang::fill(words.will_dispute, &["9"]),
        ];
        for n in 1..=9 {
            lines.push(format!("  R3.{n}"));
            lines.push("    2026-11-21 10:12  li    4".to_owned());
            lines.push("    2026-11-21 10:15  wang  2".to_owned());
        }
        let mut stage = home(lang, columns, rows);
        stage.app.told(News::Compared(lines));
        stage.keys("<Down><Down>");
        stage
    });
}

#[test]
fn what_the_home_screen_wants_done() {
    let wanted = |keys: &str| {
        let mut stage = home(Lang::En, 80, 24);
        stage.keys(keys);
        std::mem::take(&mut stage.effects)
    };
    let compare = |places: &[usize], into: &str| {
        let files = places.iter().map(|place| Partner::Listed(*place)).collect();
        vec![Effect::Compare(files, into.to_owned())]
    };
    // The original comes first and takes in its copies, which are ticked already.
    assert_eq!(wanted("<Down>M<Enter><Enter>"), compare(&[1, 0, 4], "/data/east.gradus"));
    assert_eq!(wanted("M<Enter><Enter>"), compare(&[1, 0, 4], "/data/east.gradus"));
    assert_eq!(wanted("M<Down> <Enter><Enter>"), compare(&[1, 4], "/data/east.gradus"));
    // Of what is no copy the union is a new file.
    assert_eq!(wanted("<Down><Down><Down>M<Down> <Enter><Enter>"), compare(&[3, 0], ""));
    assert_eq!(wanted("<Down>M<Enter>x<Enter>"), compare(&[1, 0, 4], "/data/east.gradusx"));
    let files = vec![Partner::Listed(3), Partner::Path("/stick/b.gradus".to_owned())];
    assert_eq!(
        wanted("<Down><Down><Down>Mp/stick/b.gradus<Enter><Enter><Enter>"),
        [Effect::Compare(files, "/data/harbour.gradus".to_owned())]
    );
    // Nothing half typed takes effect, and one file is none to unite.
    assert_eq!(wanted("<Down>Mp/stick/b<Esc><Esc>"), []);
    assert_eq!(wanted("<Down>M<Enter><Esc><Esc>"), []);
    assert_eq!(wanted("<Down><Down><Down>M<Enter><Enter>"), []);
    assert_eq!(wanted("<End>M<Enter>"), [Effect::BringBack(5)], "what is gone cannot be united");
    assert_eq!(wanted("<End>Dy"), [Effect::Forget(5)]);
    assert_eq!(wanted("<End>Dn"), []);
    assert_eq!(wanted("<Down><Down>F"), [Effect::Fork(2)]);
    assert_eq!(wanted("F<Down>F"), []);
    assert_eq!(wanted("<End>rda"), [], "a file that is gone can only be brought back or forgotten");
}

#[test]
fn uniting_waits_for_a_yes() {
    for (key, effects) in [("y", vec![Effect::Unite]), ("n", vec![]), ("<Esc>", vec![])] {
        let mut stage = home(Lang::En, 80, 24);
        stage.app.told(News::Compared(vec!["3 entries come in.".to_owned()]));
        stage.keys("<Enter>q");
        assert!(stage.screen().contains("3 entries come in."), "no other key answers");
        stage.keys(key);
        assert_eq!((stage.effects, stage.app.overlay.is_none()), (effects, true));
    }
}

#[test]
fn the_cursor_stays_on_its_file_when_the_list_changes() {
    let mut stage = home(Lang::En, 80, 24);
    stage.keys("<Down><Down><Down>");
    let mut entries = stage.app.home.entries.clone();
    entries.rotate_left(2);
    stage.app.told(News::Listed(entries));
    assert_eq!(stage.app.home.chosen(), Some(1));
    stage.app.home.go_to(&Clean::line("/data/east.gradus"));
    assert_eq!(stage.app.home.chosen(), Some(5));
}
