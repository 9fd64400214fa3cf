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
        no_level: "未定", "open";
        archived_mark: "（已归档）", " (archived)";
        cannot_read: "读不了", "cannot be read";
        hidden: "{0} 项未显示", "{0} not shown";
        delete_sure: "删除 {0} 和它在本机的副本？删了就找不回来。按 y 删除，按其他键保留。", "Delete {0} and its second copy on this computer? It cannot be brought back. Press y to delete, any other key to keep it.";
        deleted: "已删除 {0}。", "Deleted {0}.";
        search_title: "查找", "Search";
        rename_title: "新的名称", "New name";
    }
}
