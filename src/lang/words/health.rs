words! {
    /// Whether files are whole.
    HealthWords {
        line: "{0}：{1}", "{0}: {1}";
        whole: "完好", "whole";
        healed: "文件不全，本机副本里有", "incomplete, and complete with this computer's second copy";
        damaged: "有损坏", "damaged";
        foreign: "混有另一份评估的内容", "mixed with another assessment";
        unreadable: "读不了", "cannot be read";
        refused: "用不了", "cannot be used";
        behind: "文件里还缺 {0} 条记录，下次打开时从本机副本补上", "the file lacks {0} entries; the next time it is opened they come from this computer's second copy";
        findings: "错误 {0} 处，提醒 {1} 处；详情见 gradus rubric check", "errors: {0}, warnings: {1}; see gradus rubric check";
        nothing: "{0} 里没有评估，也没有量规", "there is no assessment and no rubric in {0}";
        no_problem: "共 {0} 个文件，没有问题。", "Files: {0}, no problem.";
        summary: "共 {0} 个文件，{1} 个有问题。", "Files: {0}, with a problem: {1}.";
    }
}
