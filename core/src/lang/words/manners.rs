//! How the words are written: punctuation of each language, and one term for one thing.

use super::all;

/// What the interface calls otherwise, with the term that it uses.
const ONE_TERM: [(&str, &str); 16] = [
    ("接近上一级", "接近高一级：“上一题”是前一题，“上一级”会读反"),
    ("把上一级", "把高一级"),
    ("级别", "等级"),
    ("数据目录", "数据文件夹：“目录”是题目的目录"),
    ("答者", "受访人"),
    ("备好的", "预设"),
    ("disput", "disagreement"),
    ("unite", "merge"),
    ("brought in", "imported"),
    ("unless said", "default"),
    ("stands twice", "appears twice"),
    (" mend", "correct"),
    ("put aside", "parked"),
    ("go over", "upgrade"),
    ("all the same", "anyway"),
    ("not told", "hidden"),
];

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Whether a mark of the other width stands at a Chinese character: `名称,` or `名称 "x"`.
fn has_narrow_mark(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    chars.windows(2).any(|pair| is_han(pair[0]) && ",;!?()\"".contains(pair[1])) || text.contains('"')
}

#[test]
fn each_language_has_its_own_punctuation() {
    for (name, zh, en) in all() {
        assert!(!has_narrow_mark(zh), "{name}: narrow punctuation in {zh}");
        assert!(!en.contains(['，', '。', '；', '：', '？', '！', '（', '）', '“', '”', '、', '’']), "{name}: {en}");
        assert_eq!(zh.matches('“').count(), zh.matches('”').count(), "{name}: {zh}");
        assert_eq!(en.matches('"').count() % 2, 0, "{name}: {en}");
        assert!(!en.contains("  ") || en.contains("  ▴") || zh.contains("  "), "{name}: two blanks in {en}");
    }
    assert!(has_narrow_mark("名称,"));
}

#[test]
fn one_thing_has_one_name() {
    for (name, zh, en) in all() {
        for (not, but) in ONE_TERM {
            assert!(!zh.contains(not) && !en.to_lowercase().contains(not), "{name}: {but}\n{zh}\n{en}");
        }
    }
}

/// The checker says after each fault what to do about it, and so does whoever prints a fault alone. What a newer
/// program wrote is the exception: no check of the file helps there.
#[test]
fn a_fault_says_what_is_wrong_and_leaves_what_to_do_to_the_checker() {
    let faults: Vec<_> = all().into_iter().filter(|(name, ..)| name.starts_with("fault.")).collect();
    assert!(faults.len() > 40);
    for (name, zh, en) in faults.iter().filter(|(name, ..)| name != "fault.newer_format") {
        let advises = ["; use", "; save", "; give", "; keep", "; lower", "; shorten"].iter().any(|s| en.contains(s));
        assert!(!zh.contains("，请") && !advises, "{name}: {zh}");
    }
}
