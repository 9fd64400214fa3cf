words! {
    /// Who said what when.
    HistoryWords {
        change: "{0} → {1}", "{0} → {1}";
        undone: "（已撤销）", " (undone)";
        undo: "撤销", "undo";
        redo: "重做", "redo";
    }
}
