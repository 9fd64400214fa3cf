words! {
    /// Who said what when.
    HistoryWords {
        title: "改动记录", "History";
        of: "改动记录：{0}", "History of {0}";
        none: "还没有改动。", "No changes yet.";
        change: "{0} → {1}", "{0} → {1}";
        undo: "（撤销）", " (undo)";
        redo: "（重做）", " (redo)";
        undone: "（后来撤销了）", " (undone later)";
        imported: "（导入）", " (imported)";
        disputed: "（说法不一致）", " (disagreement)";
    }
}
