words! {
    /// The room and its votes.
    RoomWords {
        seat: "座位 {0}", "Seat {0}";
        consensus: "一致同意", "consensus";
        by_low_median: "按偏低中位数", "low median";
        facilitator: "主持人决定", "the facilitator's decision";
        deferred: "留待以后", "left open";
        agreed_by: "{0}（{1}）", "{0} ({1})";
    }
}
