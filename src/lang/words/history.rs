words! {
    /// Who said what when.
    HistoryWords {
        title: "改动记录", "History";
        of: "改动记录：{0}", "History of {0}";
        none: "还没有改动。", "Nothing was recorded here yet.";
        change: "{0} → {1}", "{0} → {1}";
        undo: "（撤销）", " (undo)";
        redo: "（重做）", " (redo)";
        undone: "（后来撤销了）", " (undone later)";
        imported: "（导入）", " (brought in)";
        disputed: "（说法不一致）", " (in dispute)";
    }
}
