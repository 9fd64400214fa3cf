words! {
    /// What has changed.
    TrendWords {
        title: "变化", "Trend";
        improved: "确有提高", "real gain";
        declined: "确有下降", "real drop";
        undetected: "在误差内", "within error";
        not_comparable: "共同题目太少，不比较", "too little in common to compare";
        from_to: "{0} ▸ {1}", "{0} ▸ {1}";
        change_line: "{0} ▸ {1}（{2}），{3}", "{0} ▸ {1} ({2}), {3}";
        headline: "总体等级 {0} ▸ {1}", "Headline level {0} ▸ {1}";
        error: "误差按题数估计：变化小于 {0} 都算在误差内。", "The error is estimated from the number of questions: a change below {0} counts as error.";
        moved: "{0} 题升，{1} 题降（符号检验 p={2}）", "{0} up, {1} down (sign test p={2})";
        nothing_moved: "各题都没有变化", "no answer changed";
        level_by_error: "等级 {0} ▸ {1}：过了线，但变化本身在误差内", "level {0} ▸ {1}: a threshold was crossed, but the change itself is within error";
        level_real: "等级 {0} ▸ {1}", "level {0} ▸ {1}";
        new_strengths: "新的强项：{0}", "New strengths: {0}";
        lost_strengths: "不再是强项：{0}", "No longer strengths: {0}";
        answers: "变化的题目", "Answers that changed";
        areas: "各领域得分（▴ 最高，▾ 最低）", "Scores by area (▴ best, ▾ worst)";
        beside: "各领域得分并排看：▴ 最高，▾ 最低", "Scores by area, side by side: ▴ best, ▾ worst";
        progress: "上次计划完成了 {0}%", "{0}% of the last plan is done";
        targets: "按上次的目标，已走完 {0}%", "{0}% of the way to the last targets";
        other_rubric: "{0} 用的是量规 {1}，{2} 用的是 {3}，没法比较。", "{0} uses the rubric {1}, {2} uses {3}; they cannot be compared.";
        since_other: "{0} 用的是量规 {1}，这份评估用的是 {2}，没法比较。", "{0} uses the rubric {1}, this one uses {2}; they cannot be compared.";
        need_two: "至少要两份评估才能比较，请再写上另一份。", "Comparing takes at least two assessments; name another one too.";
        no_earlier: "这个评估对象还没有更早的评估。在列表里按 d 可以再评一次。", "There is no earlier assessment of this subject. Press d in the list to assess it again.";
        none: "-", "-";
    }
}
