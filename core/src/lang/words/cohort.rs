words! {
    /// Many organisations.
    CohortWords {
        // Why a file is left out.
        damaged_one: "{0} 有一行已损坏，没有计入；用 gradus 打开它可以修复", "a line of {0} is damaged, so it is left out; opening it with gradus may repair it";
        damaged: "{0} 有 {1} 行已损坏，没有计入；用 gradus 打开它可以修复", "{1} lines of {0} are damaged, so it is left out; opening it with gradus may repair it";
        lost: "{0} 缺了 {1} 条记录，没有计入；请换一份完整的副本", "{1} {1|entry|entries} of {0} {1|is|are} missing, so it is left out; use a complete copy";
        unreadable: "{0} 里 {1} 的回答 {2} 不是量规里的选项，没有计入", "{0} answers {1} with {2}, which the rubric does not know, so it is left out";
        too_many_credits: "{0} 的量规选项太多，汇总不了", "the rubric of {0} has too many kinds of answers to be pooled";
        bad_line: "{0} 里有一行不是汇总数据，没有计入", "a line of {0} is not from a collection, so it is left out";
        too_many: "评估太多，一次汇总不了，请分几次", "too many assessments for one run; split them into several";
        nothing_found: "没有找到评估文件（*.gradus 或 *.jsonl），请检查路径", "no assessments found (*.gradus or *.jsonl); check the path";
        nothing_whole: "没有一份评估能用，例如：{0}", "no assessment can be used; for example: {0}";
        none_of_rubric: "没有用量规 {0} 的评估", "no assessment uses the rubric {0}";
        file_left: "{0}（第 {1} 行）", "{0} (line {1})";
        more_left: "另有 {0} 个文件没有计入；gradus cohort --internal --json 列出全部和原因", "{0} more files are left out; gradus cohort --internal --json lists them all with the reason";

        collected: "打包了 {0} 份评估（读了 {1} 个文件）", "assessments packed: {0} (files read: {1})";
        recognisable: "注意：有 {0} 份评估，行业、规模、时段都相同的不足 {1} 份，可能看出是哪一家；这个文件不要公开", "careful: {0} {0|assessment shares its|assessments share their} sector, size and half year with fewer than {1} in all, so it may show whose they are; do not publish this file";
        csv_is_flat: "CSV 每个回答一行，请加 --flat；不加时请把文件名写成 .jsonl", "a CSV has one row per answer: add --flat, or end the name in .jsonl";
        bad_period: "看不懂时段“{0}”；请写成 2026、2026-H1 或 2025-H2..2026-H1", "\"{0}\" is not a period; write 2026, 2026-H1 or 2025-H2..2026-H1";
        no_benchmark: "机构太少，不能公布分位点：至少要 10 家", "too few organisations for cut points: at least 10 are needed";
        other_benchmark: "这份评估用的是 {0}，对标数据用的是 {1}，不能比较", "the assessment uses {0}, the benchmark {1}; they cannot be compared";
        bad_benchmark: "{0} 不是基准文件；请用 gradus cohort --save-benchmark 生成的文件", "{0} is not a benchmark file; use one written by gradus cohort --save-benchmark";
        few_new: "注意：家数与上一版只差 {0} 家（少于 {1}），两版对照可能看出是谁", "careful: the last file tells of only {0} {0|organisation|organisations} (fewer than {1}) more or less; comparing the two may show which";
        as_many: "注意：家数与上一版相同，数字却不一样；如果只换了几家，两版对照可能看出是谁", "careful: the last file tells of as many organisations, but its numbers are others; if only a few were exchanged, comparing the two may show which";

        // The report.
        title: "多家对标：{0}", "Cohort: {0}";
        rubric: "量规 {0} {1}", "Rubric {0} {1}";
        made: "汇总日期：{0}", "Made on {0}";
        pool: "计入 {0} 家机构（读了 {1} 个文件）", "{0} {0|organisation|organisations} included ({1} {1|file|files} read)";
        pool_small: "计入的机构不到 {0} 家，不显示更多数字。", "Fewer than {0} organisations are included, so no more is shown.";
        internal: "全部数字，未做保护，只供内部使用，请勿外传。", "Every number is shown, nothing is protected: for internal use only, do not pass on.";
        protected: "少于 {0} 家的数字不显示，可以由别的数字减出来的也不显示；均值和分位数截到一位小数。", "Numbers of fewer than {0} organisations are hidden, with those that they would follow from; means and quantiles are cut to one decimal.";
        honest: "数据由各机构自行填报，不是认证。", "Self-declared by each organisation, not a certification.";
        modes: "评估方式：自评 {0}，研讨 {1}，访谈 {2}", "Modes: self {0}, workshop {1}, interview {2}";
        modes_hidden: "评估方式：有的不足 {0} 家，各种方式的家数都不显示", "Modes: not shown, as one of them has fewer than {0}";
        mixed: "评估方式混在一起：访谈的结果不宜拿来衡量自评。", "The modes are mixed: do not measure self-assessments by interviews.";
        quantiles: "p25：四分之一的机构不高于这个分，其余类推；家数：给得出这项得分的机构数。", "p25: a quarter of the organisations are not above this score, and so on; n: how many have the score.";
        left: "没有计入", "Left out";
        overall: "总体", "Overall";
        dimensions: "各维度", "Dimensions";
        areas: "各领域", "Areas";
        lenses: "视角与均衡", "Lenses and balance";
        balance: "均衡（维度最大差距）", "Balance (largest gap between dimensions)";
        levels: "等级分布", "Levels";
        strata: "分组均值", "Means by group";
        head_name: "项目", "Item";
        head_n: "家数", "n";
        head_mean: "均值", "mean";
        head_sd: "标准差", "sd";
        head_floor: "触底", "floor";
        head_ceiling: "到顶", "top";
        head_median: "中位", "p50";
        group: "分组", "Group";
        not_said: "未填", "not said";
        other_sectors: "其他 {0} 个行业", "{0} other sectors";
        other_sizes: "其他 {0} 个规模", "{0} other sizes";
        other_of: "{0} · 其他 {1} 个规模", "{0} · {1} other sizes";
        both: "{0} · {1}", "{0} · {1}";
        no_level: "未定", "no level";
        class: "{0} 级：{1} 家", "level {0}: {1}";
        class_open: "{0}：{1} 家", "{0}: {1}";
        class_range: "{0}–{1}", "{0}–{1}";
        end_flag: "{0}：{1} 的机构在最低分，题目可能太难", "{0}: {1} of the organisations are at the lowest score; the questions may be too hard";
        top_flag: "{0}：{1} 的机构在最高分，题目可能太容易", "{0}: {1} of the organisations are at the highest score; the questions may be too easy";
        fewer: "不足 {0}", "<{0}";
        progress: "已读 {0} / {1} 个文件（{2}%）", "{0} of {1} files read ({2}%)";
        counting: "正在计算……", "Counting…";

        // Where one stands.
        standing: "所处位置", "Where it stands";
        score: "得分", "score";
        place: "位置", "place";
        not_told: "不显示", "hidden";
        below: "低于第 {0} 百分位", "below the {0}th percentile";
        above: "高于第 {0} 百分位", "above the {0}th percentile";
        at: "正好在第 {0} 百分位", "at the {0}th percentile";
        between: "在第 {0} 与第 {1} 百分位之间", "between the {0}th and {1}th percentile";
        ranked: "{0}（百分位 {1}，全部机构里得这个分的有 {2} 家）", "{0} (rank {1}; {2} of all have this score)";

        among: "对标 {0} 家机构", "among {0} organisations";
        among_since: "对标 {0} 家机构，{1} 统计", "among {0} organisations, as of {1}";
        places_hidden: "有 {0} 项不显示位置：给出得分的机构不到 {1} 家。", "No place is shown for {0} {0|item|items}: fewer than {1} of the others have a score there.";

        // Why a row is not in.
        out_copy: "同一份评估的副本", "copies of the same assessment";
        out_other_rubric: "用的是别的量规", "another rubric";
        out_other_version: "量规大版本不同", "another major version of the rubric";
        out_other_period: "不在所选时段", "outside of the period";
        out_incomplete: "作答不到 80%", "less than 80% answered";
        out_not_applicable: "三分之一以上标为不适用", "more than a third not applicable";
        out_earlier: "同一机构更早的评估", "earlier ones of the same organisation";
        out_not_an_assessment: "不是评估文件", "not an assessment";
        out_damaged: "文件有损坏或缺失", "damaged or incomplete files";
        out_newer: "由更新的版本写成", "written by a newer version";
        out_unreadable: "有量规里没有的回答", "an answer that the rubric does not know";
        out_no_rubric: "本机没有它的量规", "its rubric is not here";
        out_cannot_read: "读不了", "cannot be read";
    }
}
