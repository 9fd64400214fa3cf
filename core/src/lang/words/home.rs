words! {
    /// The list of assessments.
    HomeWords {
        title: "成熟度评估", "Maturity assessments";
        empty_what: "这台电脑上还没有评估。", "There is no assessment on this computer yet.";
        empty_how: "按 n 新建：写下评估对象，回答 24 道题，每题一键，随时可停。", "Press n to start one: name who is assessed, then answer 24 questions with one key each. Stop whenever you like.";
        honest: "量规是本项目自己的，按一篇论文公开摘要中的四个维度设计；结果是自评，不是认证。", "The model is this project's own, built on the four dimensions of a paper's public abstract; the result is self-declared, not a certification.";
        subject: "评估对象", "subject";
        rubric: "量规", "rubric";
        progress: "进度", "answered";
        level: "等级", "level";
        changed: "最近改动", "last change";
        no_level: "未定", "undecided";
        archived_mark: "（已归档）", " (archived)";
        cannot_read: "读不了", "cannot be read";
        copy_mark: "（副本）", " (copy)";
        copied_mark: "（拷贝来的）", " (copied)";
        dispute_mark: "（{0} 处不一致）", " (disagreements: {0})";
        gone: "文件不见了", "file missing";
        copy_of: "和 {0} 是同一份评估的两个文件，按 M 合并。", "The same assessment as {0}; press M to merge them.";
        copy_held: "和 {0} 是同一份评估，这里的内容那边都有；用不着可以按 D 删除。", "The same assessment as {0}, which holds everything in this file; press D to delete it if it is not needed.";
        copied_from: "编号和 {0} 相同，评的却是另一家：按 F 另立一份；如果其实是同一家，按 r 改成同名，再按 M 合并。", "It has the id of {0} but another subject: press F to split it off as its own assessment; if both are the same, press r to give them one name, then M to merge.";
        gone_how: "{0} 不见了，本机副本里还有它的 {1} 条记录，最后改动 {2}。按 ⏎ 找回文件，按 D 丢弃副本。", "{0} is missing, but this computer still has {1} {1|entry|entries} of it, the last from {2}. Press ⏎ to restore the file, D to discard the copy.";
        forget_sure: "丢弃本机记得的“{0}”？丢了就找不回来。按 y 丢弃，按其他键保留。", "Discard this computer's copy of \"{0}\"? This cannot be undone. Press y to discard it, any other key to keep it.";
        brought_back: "已找回 {0}。", "Restored {0}.";
        forgotten: "已丢弃“{0}”的本机副本。", "Discarded this computer's copy of \"{0}\".";
        forked: "已另立为 {0}。", "Split off as an assessment of its own: {0}.";
        forked_keeps: "已另立为 {0}；原来的拷贝里有读不了的内容，所以没有删。", "Split off as an assessment of its own: {0}. The copied file has lines that cannot be read, so it was kept.";
        hidden: "{0} 项未显示", "{0} not shown";
        delete_sure: "删除 {0} 和它在本机的副本？删了就找不回来。按 y 删除，按其他键保留。", "Delete {0} and its second copy on this computer? This cannot be undone. Press y to delete, any other key to keep it.";
        changed_since: "{0} 刚才又有改动，没有删除；请再看一眼。", "{0} has just changed and was not deleted; look at it again.";
        deleted: "已删除 {0}。", "Deleted {0}.";
        none_shown: "没有相符的评估。按 / 换个词查找，按 A 显示已归档的。", "Nothing matches. Press / to search for something else, A to show what is archived.";
        search_title: "查找", "Search";
        rename_title: "新的名称", "New name";
    }
}
