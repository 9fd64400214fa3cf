words! {
    /// The review.
    ReviewWords {
        title: "检查", "Review";
        progress: "已答 {0}/{1}", "{0}/{1} answered";
        nothing: "没有遗留问题。按 ⏎ 看结果。", "Nothing needs another look. Press ⏎ for the result.";
        section: "{0}（{1}）", "{0} ({1})";
        unanswered: "未作答", "Not answered";
        unknown: "不清楚", "Don't know";
        not_applicable: "不适用", "Not applicable";
        marked: "待复核", "Marked for review";
        unsupported: "等级高但没有依据", "High level without evidence";
        conflict: "说法不一致", "Disagreements";
        contradiction: "前后矛盾", "Contradictions";
        broken: "{0} 评到 {1} 级，但 {2} 级需要 {3} {4} 达到 {5} 级，现在是 {6} 级", "{0} claims level {1}, but level {2} needs {3} {4} at {5}, and that is at {6}";
    }
}
