words! {
    /// Disagreements, and what was said in words.
    ConflictWords {
        answer: "回答", "answer";
        setup: "设置", "setup";
        setup_of: "设置：{0}", "setup: {0}";
        rubric: "量规", "rubric";
        rubric_version: "量规版本", "rubric version";
        other: "其他", "other";
        cleared: "（空）", "(nothing)";
        yes: "是", "yes";
        unknown: "不清楚", "don't know";
        level_toward: "{0} + {1}", "{0} + {1}";
        evidence_item: "{0}：{1}", "{0}: {1}";
        unsettled_one: "有 1 处说法不一致还没处理，结果按现用的说法计算。", "One disagreement is not settled; the result counts what is shown now.";
        unsettled: "有 {0} 处说法不一致还没处理，结果按现用的说法计算。", "{0} disagreements are not settled; the result counts what is shown now.";
        shown_now: "{0}（现用）", "{0} (shown now)";
        nobody: "未署名", "nobody named";
    }
}
