words! {
    /// The room and its votes.
    RoomWords {
        comma: "，", ", ";
        seat: "座位 {0}", "Seat {0}";
        consensus: "一致同意", "consensus";
        by_low_median: "按偏低中位数", "low median";
        facilitator: "主持人决定", "decided by the facilitator";
        deferred: "留待以后", "left open";
        agreed_by: "{0}（{1}）", "{0} ({1})";
        most_na: "超过半数认为不适用", "more than half find that it does not apply";
        class_none: "没人投", "no votes";
        class_single: "只有一票", "one vote";
        class_pair: "只有两票", "a pair";
        class_aligned: "一致", "aligned";
        class_outlier: "个别偏离", "outlier";
        class_spread: "分散", "spread";
        class_split: "两极", "split";
        advice_vote: "这题还没有人选级，先投票。", "Nobody has chosen a level yet: vote first.";
        advice_record: "记偏低中位数 {0}。先问一句：谁不能接受，为什么？", "Record the low median, {0}. First ask: who cannot live with it, and why?";
        advice_outlier: "先请投 {3} 的那位讲，他可能知道别人不知道的情况；然后再投一轮。", "Hear the vote at {3} first: it may know something. Then vote again.";
        advice_spread: "投 {1} 的和投 {2} 的各请一位讲两分钟，拿出依据；然后再投一轮。", "One of those at {1} and one at {2} explain, two minutes each, with evidence. Then vote again.";
        advice_split: "多半是理解不同，或者说的不是同一个地方：先讲清楚指什么，必要时把题拆开；然后再投一轮。", "Probably two meanings or two sites: make clear what is meant, perhaps split the question. Then vote again.";
        advice_decide: "再投一轮也不会变。记偏低中位数 {0}，或由主持人决定并写明理由，或留待以后。", "Another round will not change it. Record the low median, {0}, let the facilitator decide with a reason, or leave it open.";
        alpha: "整场一致性 α = {0}（{1} 题；1 为完全一致，0 等于随机）", "agreement over the session: alpha {0} ({1} questions; 1 is perfect, 0 is chance)";
        alpha_no_pairs: "整场一致性算不出来：还没有一题有两票。", "No agreement over the session yet: no question has two votes.";
        alpha_no_variation: "整场一致性算不出来：所有票都投在同一级。", "No agreement over the session: every vote is the same level.";
        classes: "投过 {0} 题：{1}", "{0} questions voted on: {1}";
        nobody: "还没有人投票。", "Nobody has voted yet.";
        covered: "第 {0} 轮正在投，{1} 人已投，揭晓前不显示", "round {0} is being voted, {1} have; covered until it is revealed";
        agreed: "商定 {0}", "agreed: {0}";
        note_missing: "缺理由", "no reason given";
        statement: "保留意见：{0}", "statement: {0}";
        of_role: "{0}：{1}", "{0}: {1}";
        no_role: "未写角色", "no role";
        head_votes: "各级票数", "level:votes";
        head_unknown: "不清楚", "don't know";
        head_range: "范围", "range";
        head_low_median: "偏低中位数", "low median";
        head_class: "分歧", "class";
        head_consensus: "一致度", "consensus";
        head_agreed: "商定", "agreed";
        parked: "待议", "Put aside";
        no_rater: "要说明是谁投的：--rater 名字。", "Say who votes: --rater NAME.";
        no_votes: "没有可记录的票：写上如 R3.1=2，或用 --from 读入一份自评。", "There is no vote to record: give such as R3.1=2, or a self-assessment with --from.";
        bad_vote: "{0} 不能投“{1}”；可用的是：{2}。", "\"{1}\" is no vote on {0}; it takes: {2}.";
        bad_level: "{0} 不能定为“{1}”；可用的是：{2}。", "{0} cannot be agreed on as \"{1}\"; it takes: {2}.";
        deferred_level: "{0}：留待以后就不写级别。", "{0}: what is left open has no level.";
        other_rubric: "{0} 用的是量规 {1}，这份用的是 {2}，不能当作投票读入。", "{0} answers the rubric {1}, this one {2}; its answers are no votes here.";
        same_file: "不能把自己当作投票读入。", "A file cannot vote in itself.";
        taken_in: "{0}：读入 {1} 票。", "{0}: {1} votes taken in.";
        workshop_votes: "这是研讨会的评估，回答要记成某人的票：gradus vote {0} --rater 名字 R3.1=2。", "This is a workshop's assessment, where people vote: gradus vote {0} --rater NAME R3.1=2.";
    }
}
