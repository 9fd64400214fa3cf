//! The screens of a room: keys in, screen and effects out.

use gradus::assessment::{Change, Field, Thing};
use gradus::lang::Lang;
use gradus::tui::app::{App, Effect, News, Stage as Progress};
use gradus::tui::key::{Input, Key};
use gradus::tui::keys::Place;

use super::stage::{Stage, fresh, icp, now};

/// A workshop on screen, with raters, on its agenda.
fn workshop(lang: Lang, (columns, rows): (u16, u16), raters: &[&str]) -> Stage {
    let mut work = fresh(icp(), "East Steel");
    work.record(Change::text(Thing::Setup(Field::Mode), "workshop"), now(), &mut Vec::new());
    let mut stage = Stage::new(lang, columns, rows);
    stage.app.told(News::Opened(Box::new(work), Vec::new()));
    stage.draw();
    stage.keys("r");
    for rater in raters {
        stage.keys(&format!("n{rater}<Enter>"));
    }
    stage.keys("<Esc>");
    assert_eq!(stage.app.place, Place::Agenda);
    stage
}

/// Everybody votes in turn on the question on screen; each digit is one rater's vote.
fn vote(stage: &mut Stage, votes: &str) {
    for vote in votes.chars() {
        assert_eq!(stage.app.place, Place::Cover);
        stage.keys(&format!("<Enter>{vote}<Enter>"));
    }
    assert_eq!(stage.app.place, Place::Room);
}

fn has(stage: &Stage, text: &str) {
    assert!(stage.screen().contains(text), "no {text:?} in\n{}", stage.screen());
}

fn stage_of(app: &App) -> Progress {
    let work = app.work.as_ref().unwrap();
    work.stage(work.question_ix())
}

#[test]
fn a_question_goes_from_votes_to_an_agreed_level() {
    let mut stage = workshop(Lang::En, (80, 24), &["Li", "Wang", "Zhao"]);
    stage.keys("<Enter>");
    has(&stage, "0 of 3 have voted");
    stage.keys("<Enter>");
    has(&stage, "Hand the keyboard to: Li");
    vote(&mut stage, "113");
    has(&stage, "3 of 3 have voted");
    assert_eq!(stage_of(&stage.app), Progress::Sealed);
    // Nothing can be agreed on, nor hands be shown, before the reveal.
    stage.keys("m");
    has(&stage, "Reveal first");
    stage.keys("h");
    has(&stage, "finish and reveal");
    stage.keys("<Enter>");
    has(&stage, "round 1 · 3 votes · range 1–3 · low median 1");
    has(&stage, "spread");
    stage.keys("<Enter>");
    has(&stage, "Not agreed yet");
    // The second round, after talking.
    stage.keys("a");
    vote(&mut stage, "123");
    stage.keys("<Enter>");
    has(&stage, "round 2");
    // Above the low median a reason is asked for.
    stage.keys("c<Backspace>3<Enter>");
    has(&stage, "needs a reason");
    // An input method may be on.
    stage.keys("c<Backspace>３　seen in plant 2<Enter>");
    has(&stage, "agreed 3 (consensus) · seen in plant 2");
    has(&stage, "Dissent: 2 votes on other levels, 1 of them two or more away.");
    stage.keys("sOnly one plant.<Enter>pAsk plant 2.<Enter>");
    has(&stage, "statement: Only one plant.");
    stage.keys("<Enter>");
    assert_eq!(stage.app.work.as_ref().unwrap().at, 1);
    stage.keys("<Esc>");
    has(&stage, "1/24 agreed");
    has(&stage, "Parked  N1.1 Ask plant 2.");
}

#[test]
fn the_cover_and_what_follows_are_the_same_whatever_was_voted() {
    let screens = |votes: [char; 3]| {
        let mut stage = workshop(Lang::En, (80, 24), &["Li", "Wang", "Zhao"]);
        stage.keys("<Enter><Enter>");
        let mut seen = vec![stage.screen()];
        for vote in votes {
            stage.keys(&format!("<Enter>{vote}<Enter>"));
            seen.push(stage.screen());
        }
        // Nor is anything seen by leaving for the agenda, the result or the questions.
        for keys in ["<Esc>", "v", "b", "W", "r"] {
            stage.keys(keys);
            seen.push(stage.screen());
        }
        seen
    };
    assert_eq!(screens(['0', '0', '0']), screens(['5', 'u', '2']));
}

#[test]
fn votes_from_files_wait_for_the_reveal_on_screen_whatever_they_are() {
    let answered = |stage: &Stage| stage.app.work.as_ref().unwrap().measured.overall.node.counts.answered();
    let screens = |levels: [f64; 2]| {
        let mut stage = workshop(Lang::En, (80, 24), &["Li", "Wang"]);
        let work = stage.app.work.as_mut().unwrap();
        let ids: Vec<_> = work.asked.iter().map(|q| work.rubric.question(*q).id.clone()).collect();
        let of = |(rater, level): (&str, f64)| {
            let vote = Some(gradus::assessment::Vote::Level(level));
            ids.iter().map(|q| Change::vote(1, q, &super::id(rater), vote)).collect::<Vec<_>>()
        };
        work.record_several(["li", "wang"].into_iter().zip(levels).flat_map(of).collect(), now(), &mut Vec::new());
        // As it is opened: whatever is voted, a room with something to reveal begins on its agenda.
        let work = stage.app.work.take().unwrap();
        stage.app.told(News::Opened(Box::new(work), Vec::new()));
        assert_eq!((stage.app.place, answered(&stage)), (Place::Agenda, 0));
        let mut seen = Vec::new();
        for keys in ["", "<Enter>", "<Esc>v", "y", "<Esc>r", "b", "W", "r"] {
            stage.keys(keys);
            seen.push(stage.screen());
        }
        stage.keys("<Esc>e");
        assert_eq!(answered(&stage), 24);
        seen
    };
    assert_eq!(screens([0.0, 0.0]), screens([5.0, 2.0]));
}

#[test]
fn a_ballot_begins_blank_and_holds_only_its_own_vote() {
    let mut stage = workshop(Lang::En, (80, 24), &["Li", "Wang"]);
    stage.keys("<Enter><Enter><Enter>4");
    has(&stage, "✓ 4");
    // Esc leads back to the cover of the same rater, whose vote is kept and can be changed.
    stage.keys("<Esc>");
    has(&stage, "Hand the keyboard to: Li");
    assert!(!stage.screen().contains('✓'));
    stage.keys("<Enter>2<Enter><Enter>");
    has(&stage, "Ballot of Wang");
    assert!(!stage.screen().contains('✓'), "{}", stage.screen());
    // Who has not voted stays; who says "don't know" has voted.
    stage.keys("<Enter>");
    has(&stage, "Vote first");
    stage.keys("u<Enter><Enter>");
    has(&stage, "1 vote · 1 don't know");
}

#[test]
fn a_rater_can_be_left_out_and_a_round_be_revealed_early() {
    let mut stage = workshop(Lang::En, (80, 24), &["Li", "Wang", "Zhao"]);
    stage.keys("<Enter><Enter><Right>");
    has(&stage, "Hand the keyboard to: Wang");
    stage.keys("<Enter>2<Enter><Enter>3<Enter>");
    has(&stage, "2 of 3 have voted");
    assert_eq!(stage_of(&stage.app), Progress::Voting);
    // Going on asks only the one who is missing.
    stage.keys("<Enter>");
    has(&stage, "Hand the keyboard to: Li");
    // What has been seen cannot be covered again, so a slip of the finger reveals nothing.
    stage.keys("<Esc>e");
    has(&stage, "1 of those here has not voted yet");
    stage.keys("<Esc>");
    assert_eq!(stage_of(&stage.app), Progress::Voting);
    stage.keys("ey");
    has(&stage, "2 votes · range 2–3");
    has(&stage, "a pair");
}

#[test]
fn nobody_agrees_by_leaving_a_proposal_as_it_is() {
    let mut stage = workshop(Lang::En, (80, 24), &["Li", "Wang", "Zhao"]);
    stage.keys("<Enter><Enter>");
    vote(&mut stage, "113");
    stage.keys("<Enter>");
    for leaves in ["c<Esc>", "f<Esc>"] {
        stage.keys(leaves);
        has(&stage, "One person at 1 and one at 3 explain");
    }
    stage.keys("c");
    stage.app.finish_editing(now());
    stage.draw();
    has(&stage, "One person at 1 and one at 3 explain");
    // What was typed is meant, and Enter takes the proposal.
    stage.keys("c shown<Esc>");
    has(&stage, "agreed 1 (consensus) · shown");
    stage.keys("<Backspace>c<Enter>");
    has(&stage, "agreed 1 (consensus)");
}

#[test]
fn who_comes_late_is_added_from_the_question() {
    let mut stage = workshop(Lang::Zh, (80, 24), &[]);
    stage.keys("<Enter>");
    has(&stage, "按 r 到名单，再按 n");
    stage.keys("r");
    assert_eq!(stage.app.place, Place::Raters);
    stage.keys("n王工<Enter><Esc><Enter><Enter>");
    has(&stage, "请把键盘交给：王工");
    stage.keys("<Enter>");
    has(&stage, "选票 · 王工");
}

#[test]
fn hands_are_counted_in_one_line_and_seen_at_once() {
    let mut stage = workshop(Lang::En, (80, 24), &["Li", "Wang"]);
    stage.keys("<Enter>h");
    has(&stage, "Hands from level 0 to 5, then those who don't know");
    stage.keys("0 x<Enter>");
    has(&stage, "Not understood");
    stage.keys("h0 0 4 1 0 0 2<Enter>");
    has(&stage, "5 votes · 2 don't know · range 2–3 · low median 2");
    has(&stage, "aligned");
    stage.keys("m");
    has(&stage, "agreed 2 (low median)");
    stage.keys("<Backspace>d");
    has(&stage, "agreed left open");
}

#[test]
fn the_blind_first_pass_puts_contested_questions_first() {
    let mut stage = workshop(Lang::En, (80, 24), &["Li", "Wang"]);
    stage.keys("f");
    for rater in 0..2 {
        has(&stage, "⏎ begins; you vote on one");
        stage.keys("<Enter>");
        for question in 0..24 {
            let level = if question == 7 && rater == 1 { 5 } else { 1 + question % 2 };
            stage.keys(&format!("{level}<Enter>"));
        }
    }
    assert_eq!(stage.app.place, Place::Agenda);
    has(&stage, "The first pass is done");
    assert!(!stage.screen().contains("aligned"), "nothing is told before the reveal:\n{}", stage.screen());
    stage.keys("e");
    let rows: Vec<String> = stage.screen().lines().map(str::to_owned).collect();
    let first = rows.iter().find(|line| line.contains('▸')).unwrap();
    assert!(first.contains("R2.1") && first.contains("a pair"), "{first}");
    has(&stage, "voted on 24: aligned 23, outlier 0, spread 0, split 1; 24 under three votes");
    // Voted without agreement the low median counts.
    stage.keys("v");
    assert_eq!(stage.app.work.as_ref().unwrap().measured.overall.node.counts.rated, 24);
    has(&stage, "voted on 24: aligned 23");
}

#[test]
fn in_a_workshop_whoever_answers_is_a_rater_and_what_is_recorded_are_votes() {
    let mut stage = workshop(Lang::En, (80, 24), &["Li"]);
    stage.keys("b");
    assert_eq!(stage.app.place, Place::Ask);
    let before = stage.effects.len();
    stage.keys("3");
    assert_eq!(stage.app.place, Place::Raters);
    has(&stage, "choose a rater");
    assert_eq!(stage.effects.len(), before);
    stage.keys("<Enter>3+");
    has(&stage, "East Steel · Li");
    has(&stage, "A vote is a whole level");
    stage.keys("<Enter>u<Enter>");
    let things: Vec<String> = stage.effects[before..]
        .iter()
        .filter_map(|e| if let Effect::Record(event) = e { Some(event.thing.to_string()) } else { None })
        .collect();
    assert_eq!(things, ["vote/1/N1.1/li", "vote/1/N2.1/li"]);
    // Nothing of it is shown once somebody else may look.
    stage.keys("Wb");
    assert!(!stage.screen().contains('✓'), "{}", stage.screen());
}

#[test]
fn a_room_works_at_every_size_in_both_languages() {
    for lang in Lang::ALL {
        for size in [(60, 20), (80, 24), (120, 40)] {
            let mut stage = workshop(lang, size, &["Li", "Wang", "3"]);
            let mut seen = vec![stage.screen()];
            for keys in ["r", "<Esc><Enter>", "<Enter>", "<Enter>", "1<Enter>"] {
                stage.keys(keys);
                seen.push(stage.screen());
            }
            stage.keys("<Enter>4<Enter><Enter>4<Enter><Enter>4<Enter><Enter>5<Enter><Enter>");
            seen.push(stage.screen());
            stage.keys("c<Enter>t");
            seen.push(stage.screen());
            if size != (120, 40) {
                insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false }, {
                    insta::assert_snapshot!(format!("room_{}_{}", lang.code(), size.0), seen.join("════\n"));
                });
            }
        }
    }
}

#[test]
fn a_timer_is_that_of_its_question() {
    let mut stage = workshop(Lang::En, (80, 24), &["li", "wang"]);
    stage.keys("<Home><Enter>t");
    has(&stage, "2:00");
    stage.keys("]");
    assert!(!stage.screen().contains("2:00"), "{}", stage.screen());
    // What is parked is not on the screen of the question, so it is said.
    stage.keys("pAsk plant 2.<Enter>");
    has(&stage, Lang::En.words().room.is_parked);
}

#[test]
fn a_timer_is_told_the_time_only_while_it_is_on_screen() {
    let mut stage = workshop(Lang::En, (80, 24), &["Li"]);
    let later = |seconds: i64| gradus::assessment::Stamp { unix_ms: now().unix_ms + 1_000 * seconds, ..now() };
    assert_eq!(stage.app.tell_time(later(1)), None);
    stage.keys("<Enter>t");
    has(&stage, "2:00");
    stage.app.is_stale = false;
    assert_eq!(stage.app.tell_time(now()), Some(1_000));
    assert!(!stage.app.is_stale, "nothing has changed yet");
    assert_eq!(stage.app.tell_time(later(1)), Some(1_000));
    assert!(stage.app.is_stale);
    stage.draw();
    has(&stage, "1:59");
    assert_eq!(stage.app.tell_time(later(120)), None, "a timer that is up wakes nobody");
    stage.draw();
    has(&stage, "time is up");
    stage.keys("<Esc>t90<Enter>");
    has(&stage, "90 min left, 24 questions to go, about 3 min each");
    assert_eq!(stage.app.tell_time(now()), Some(60_000));
}

/// Events recorded and cells drawn anew by one vote, in a room that has voted so far.
fn work_of_one_vote(raters: usize, questions: usize) -> (usize, usize) {
    let mut work = fresh(icp(), "East Steel");
    let (mut ignored, full) = (Vec::new(), gradus::assessment::depth_word(gradus::rubric::Depth::Full));
    work.record(Change::text(Thing::Setup(Field::Mode), "workshop"), now(), &mut ignored);
    work.record(Change::text(Thing::Setup(Field::Depth), full), now(), &mut ignored);
    let rater = |n: usize| super::id(&format!("rater{n:02}"));
    let ids: Vec<_> = work.rubric.questions.iter().map(|q| q.id.clone()).collect();
    let votes = (0..raters).flat_map(|r| ids.iter().skip(1).take(questions).map(move |q| (r, q)));
    let vote = |(r, q)| Change::vote(1, q, &rater(r), Some(gradus::assessment::Vote::Level((r % 6) as f64)));
    let joins = (0..raters).map(|r| Change::rater(&rater(r), "", "", Some(r as u32 + 1)));
    work.record_several(joins.chain(votes.map(vote)).collect(), now(), &mut ignored);
    let mut stage = Stage::new(Lang::En, 80, 24);
    stage.app.told(News::Opened(Box::new(work), Vec::new()));
    let first = stage.app.work.as_ref().unwrap().rubric.question_ix("N1.1").unwrap();
    stage.app.work.as_mut().unwrap().go_to(first);
    stage.app.place = Place::Room;
    stage.keys("<Enter><Enter>");
    let (before, effects) = (stage.cells().clone(), stage.effects.len());
    stage.keys("3");
    let cells = before.content.iter().zip(&stage.cells().content).filter(|(a, b)| a != b).count();
    (stage.effects.len() - effects, cells)
}

#[test]
fn a_vote_in_a_full_room_is_no_more_work_than_the_first() {
    let (events, cells) = work_of_one_vote(1, 0);
    assert_eq!(events, 1);
    assert_eq!(work_of_one_vote(12, 47), (events, cells));
}

#[test]
fn a_read_only_room_says_so_and_records_nothing() {
    let mut stage = workshop(Lang::En, (80, 24), &["Li"]);
    stage.app.work.as_mut().unwrap().read_only = Some(gradus::text::Clean::line("the disk is away"));
    let before = stage.effects.len();
    for keys in ["e", "f", "rn", "x", "<Esc><Enter>", "<Enter>", "h", "m", "s", "p"] {
        stage.keys(keys);
        assert!(stage.app.overlay.is_none(), "{keys}");
    }
    assert_eq!(stage.effects.len(), before);
    stage.input(Input::Key(Key::Esc));
    assert_eq!(stage.app.place, Place::Agenda);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig {
        cases: std::env::var("GRADUS_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(24),
        failure_persistence: None,
        ..proptest::prelude::ProptestConfig::default()
    })]

    /// No keys break a room, and the cover never says more than whose turn it is.
    #[test]
    fn any_keys_leave_a_room_whole(
        keys in proptest::collection::vec(proptest::sample::select(vec![
            "<Enter>", "<Enter>", "<Enter>", "<Esc>", "<Up>", "<Down>", "<Left>", "<Right>", "<Backspace>", "<Tab>", "<PageDown>",
            "0", "3", "5", "u", "x", "r", "n", "nBo, it<Enter>", "f", "e", "t", "v", "b", "W", "S", "h", "h1 2<Enter>", "a", "m",
            "c", "c<Enter>", "d", "s", "sno<Enter>", "p", "c2 why<Enter>", "i", "L", "?", "z", "Z", "90<Enter>",
        ]), 1..80),
        columns in 58u16..110,
        rows in 19u16..40,
    ) {
        let mut stage = workshop(Lang::En, (80, 24), &["Li", "Wang"]);
        stage.resize(columns, rows);
        for key in keys {
            if key.contains('q') {
                continue;
            }
            stage.keys(key);
            stage.nothing_is_stale();
            if stage.app.place == Place::Cover {
                proptest::prop_assert!(!stage.screen().contains('✓') && !stage.screen().contains("median"));
            }
        }
    }
}
