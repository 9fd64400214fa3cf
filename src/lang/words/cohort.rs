words! {
    /// Many organisations.
    CohortWords {
        damaged_one: "{0} 有一行已损坏，没有计入；用 gradus 打开它可以修复", "a line of {0} is damaged, so it is left out; opening it with gradus may heal it";
        damaged: "{0} 有 {1} 行已损坏，没有计入；用 gradus 打开它可以修复", "{1} lines of {0} are damaged, so it is left out; opening it with gradus may heal it";
        lost: "{0} 缺了 {1} 条记录，没有计入；请换一份完整的副本", "{1} entries of {0} are missing, so it is left out; use a whole copy";
        unreadable: "{0} 里 {1} 的回答 {2} 不是量规里的选项，没有计入", "{0} answers {1} with {2}, which its rubric does not know, so it is left out";
        too_many_credits: "{0} 的量规选项太多，汇总不了", "the rubric of {0} has too many kinds of answers to be pooled";
        bad_line: "{0} 里有一行不是汇总数据，没有计入", "a line of {0} is not from a collection, so it is left out";
    }
}
