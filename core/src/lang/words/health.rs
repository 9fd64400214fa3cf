words! {
    /// Whether files are whole.
    HealthWords {
        line: "{0}：{1}", "{0}: {1}";
        whole: "完好", "intact";
        healed: "文件不全，本机副本里有", "incomplete, but this computer's second copy has the rest";
        damaged: "有损坏", "damaged";
        foreign: "混有另一份评估的内容", "mixed with another assessment";
        unreadable: "读不了", "cannot be read";
        refused: "用不了", "cannot be used";
        behind: "文件里还缺 {0} 条记录，下次打开时从本机副本补上", "the file lacks {0} {0|entry; it is|entries; they are} restored from this computer's second copy the next time it is opened";
        findings: "错误 {0} 处，提醒 {1} 处；详情见 gradus rubric check", "errors: {0}, warnings: {1}; see gradus rubric check";
        nothing: "{0} 里没有评估，也没有量规", "there are no assessments and no rubrics in {0}";
        no_problem: "共 {0} 个文件，没有问题。", "Files: {0}, no problems.";
        summary: "共 {0} 个文件，{1} 个有问题。", "Files: {0}, with problems: {1}.";
    }
}
