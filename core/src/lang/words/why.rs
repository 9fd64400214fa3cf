words! {
    /// The arithmetic.
    WhyWords {
        title: "为什么", "Why";
        overall: "总体", "Overall";
        part: "组成", "part";
        share: "占比", "share";
        value: "得分", "score";
        adds: "贡献", "adds";
        level: "等级", "level";
        none: "-", "-";
        lines: "第 {0}-{1} 行，共 {2} 行，PgDn 翻页", "lines {0}-{1} of {2}, PgDn for more";
        mean: "得分 {0}（{1}），是下列各项按占比的加权平均，显示时截到一位小数。", "Score {0} ({1}): the mean of the parts below weighted by their shares, cut to one decimal when shown.";
        coverage: "覆盖率 {0}%。{1}", "Coverage {0}%. {1}";
        lens_coverage: "所看领域的覆盖率 {0}%。", "Coverage of the areas it reads: {0}%.";
        bounds: "未答的题全取最低或最高时，得分在 {0} 到 {1} 之间，等级在 {2} 到 {3} 之间。", "With all unanswered questions at the lowest or the highest, the score is between {0} and {1}, the level between {2} and {3}.";
        bounds_one_level: "未答的题全取最低或最高时，得分在 {0} 到 {1} 之间，等级都是 {2} 级。", "With all unanswered questions at the lowest or the highest, the score is between {0} and {1}; the level is {2} either way.";
        bounds_score: "未答的题全取最低或最高时，得分在 {0} 到 {1} 之间。", "With all unanswered questions at the lowest or the highest, the score is between {0} and {1}.";
        band_from: "{0} 级从 {1} 分起", "Level {0} begins at {1}";
        band_next: "{0}，{1} 级从 {2} 分起。", "{0}, level {1} at {2}.";
        band_top: "{0}，这是最高一级。", "{0}; it is the highest.";
        band_lowest: "{0} 级是最低一级", "Level {0} is the lowest";
        lowest: "等级取最低的一项：{0}，即 {1} 级。", "The level is that of the lowest part: {0}, so level {1}.";
        capped_by_dimension: "按得分是 {0} 级，但{1}在 {2} 级，总体最高到 {3} 级。", "By score it is level {0}, but {1} is at level {2}, which allows {3} at most.";
        capped_by_area: "按得分是 {0} 级，但关键领域 {1} 在 {2} 级，总体最高到 {3} 级。", "By score it is level {0}, but the critical area {1} is at level {2}, which allows {3} at most.";
        lacks_mean: "到 {0} 级需要 {1} 分，现在 {2} 分。", "Level {0} needs {1}; it is at {2}.";
        lacks_share: "到 {0} 级需要 {1}% 的权重达到该级，现在 {2}%。", "Level {0} needs {1}% of the weight there; it is {2}%.";
        lacks_floor: "单独卡住的题：{0}。", "Blocking on its own: {0}.";
        lacks_below: "还没到 {0} 级的题：{1}。", "Below level {0}: {1}.";
        and_more: "{0} 等，另有 {1} 道", "{0} and {1} more";
        fragile_up: "只差一题：{0} 任何一题升一级，整体就升级。", "One answer away: one level more on {0} alone would raise the level.";
        fragile_down: "站得不稳：{0} 任何一题降一级，整体就降级。", "Fragile: one level less on {0} alone would lower the level.";
        one_way: "升到 {0} 级的一种办法（不一定最省力）：{1}。", "One way to level {0}, not the only one: {1}.";
        raise: "{0} 到 {1}", "{0} to {1}";
        as_lowest: "如果“不适用”按最低级算：得分 {0}，等级 {1}。", "If \"not applicable\" counted as the lowest level: score {0}, level {1}.";
        as_excluded: "如果“不适用”不参与计算：得分 {0}，等级 {1}。", "If \"not applicable\" were left out of the calculation: score {0}, level {1}.";
        with_credit: "得分 {0} = {1} 级 + {2}", "{0} = level {1} + {2}";
    }
}
