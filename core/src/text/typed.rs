//! What an input method types where a key or a command is meant.

/// The character of an ordinary keyboard that a Chinese input method gives in full width: `２` is `2`, `？` is
/// `?`, and the key `/` gives `、`. Any other character stays as it is. For keys and commands; never for text.
pub const fn usual(c: char) -> char {
    match c {
        '！'..='～' => (c as u32 - '！' as u32 + '!' as u32) as u8 as char,
        '　' => ' ',
        '、' => '/',
        '。' => '.',
        '【' => '[',
        '】' => ']',
        '《' => '<',
        '》' => '>',
        _ => c,
    }
}

/// The same of all that was typed where a number or a command is meant.
pub fn usual_line(typed: &str) -> String {
    typed.chars().map(usual).collect()
}

#[cfg(test)]
mod tests {
    use super::usual_line;

    #[test]
    fn a_key_of_an_input_method_is_the_key_that_was_pressed() {
        assert_eq!(usual_line("０５９＋－？、【】《》ＬｚＺ～　。："), "059+-?/[]<>LzZ~ .:");
        let text = "a9 中·“é\u{1b}\u{ff5f}\u{ff00}";
        assert_eq!(usual_line(text), text);
    }
}
