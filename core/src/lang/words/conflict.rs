words! {
    /// Disagreements, and what was said in words.
    ConflictWords {
        answer: "回答", "answer";
        setup: "设置", "setup";
        setup_of: "设置：{0}", "setup: {0}";
        rubric: "量规", "rubric";
        rubric_version: "量规版本", "rubric version";
        plan: "计划", "plan";
        rater: "评议人", "rater";
        vote: "投票", "vote";
        revealed: "已揭晓", "revealed";
        covered: "投票中", "being voted";
        voted: "已投", "voted";
        hands: "举手", "show of hands";
        round: "轮次", "round";
        agreed: "商定", "agreed level";
        statement: "保留意见", "statement";
        parked: "待议", "parked";
        left: "已离场", "has left";
        other: "其他", "other";
        cleared: "（空）", "(empty)";
        yes: "是", "yes";
        unknown: "不清楚", "don't know";
        not_applicable: "不适用", "not applicable";
        level_toward: "{0} + {1}", "{0} + {1}";
        evidence_item: "{0}：{1}", "{0}: {1}";
        title: "说法不一致", "Disagreements";
        none: "没有不一致的地方。", "There are no disagreements.";
        versions: "第 {0}、{1} 种说法，共 {2} 种，按 ◂ ▸ 看其他", "versions {0} and {1} of {2}; ◂ ▸ for the others";
        now: "现用", "in use";
        settled: "{0}：已按所选的处理。", "{0}: settled as chosen.";
        all_settled: "不一致的地方都处理完了。", "All disagreements are settled.";
        say_again: "再答一次，以这次为准。", "Answer again; this settles it.";
        take_one: "这一项只能在两种说法里选一种。", "Here you can only choose one of the two.";
        one_dispute: "有 1 处说法不一致，按 C 处理。", "There is one disagreement; press C to settle it.";
        disputes: "有 {0} 处说法不一致，按 C 处理。", "There {0|is|are} {0} {0|disagreement; press C to settle it|disagreements; press C to settle them}.";
        unsettled_one: "有 1 处说法不一致还没处理，结果按现用的说法计算。", "One disagreement is not settled; the result uses the version in use.";
        unsettled: "有 {0} 处说法不一致还没处理，结果按现用的说法计算。", "{0} disagreements are not settled; the result uses the versions in use.";
        shown_now: "{0}（现用）", "{0} (in use)";
        nobody: "未署名", "unsigned";
    }
}
