words! {
    /// The result.
    ResultWords {
        title: "结果", "Result";
        coverage: "覆盖率 {0}%", "coverage {0}%";
        headline: "总体 {0} 级 {1}，得分 {2}", "Level {0} {1}, score {2}";
        headline_range: "总体在 {0} 级到 {1} 级之间，得分 {2}", "Between level {0} and level {1}, score {2}";
        headline_provisional: "暂无总体等级，得分 {0}（暂定）", "No headline level yet; score {0} (provisional)";
        headline_none: "得分 {0}", "Score {0}";
        capped: "按得分可到 {0} 级；但{1}只有 {2} 级，总体最高 {3} 级", "Level {0} without the cap; {1} at level {2} allows {3} at most";
        not_capped: "没有短板压低总体等级", "No weak point holds the headline down";
        status_not_applicable: "没有适用的题目。", "Nothing in it applies.";
        status_insufficient: "答得太少，还算不出结果。", "Too few answers for a result.";
        status_provisional: "答题不足，总体等级待定。", "Too few answers for a headline level.";
        status_final: "适用的题目都答了。", "Everything that applies is answered.";
        status_determined: "还有未答的题，但怎么答都不影响等级。", "Some questions are unanswered, but no answer to them could change the level.";
        status_range: "等级取决于还没答的题。", "The unanswered questions decide between these levels.";
        go_on: "按 b 接着答题，按 r 看还差哪些题。", "b goes on with the questions, r lists what is open.";
        no_score: "-", "-";
        not_applicable: "N/A", "n/a";
        balance: "维度差距 {0}，{1}", "spread {0}, {1}";
        spread: "维度差距 {0}", "spread {0}";
        balanced: "均衡", "balanced";
        uneven: "不够均衡", "uneven";
        unbalanced: "失衡，先补短板", "unbalanced: lift the lowest first";
        supported: "自报 {0}，核实 {1}，未经核实的部分 {2}", "Claimed {0}, supported {1}, unsupported claims {2}";
        scope_limited: "{0}% 的权重标了不适用，得分只代表其余部分；按最低级计是 {1}", "{0}% of the weight is marked not applicable, so the score covers only the rest; counted as the lowest level it would be {1}";
        strengths: "强项", "Strengths";
        gaps: "短板", "Gaps";
        target_mark: "┃ 目标", "┃ target";
        shift_needs: "再往上一级，要先做到：{0}。", "The next level first needs: {0}.";
        shift_waits: "等着它的有：{0}。", "Waiting for it: {0}.";
        shift_level: "{0} {1}到 {2} 级（现在 {3} 级）", "{0} {1} at level {2} (now {3})";
    }
}
