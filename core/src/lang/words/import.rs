words! {
    /// Answers that come from elsewhere: preview, questions, refusals.
    ImportWords {
        preview: "{0} 里的内容：", "Contents of {0}:";
        fresh: "新的 {0} 条", "new: {0}";
        same: "和现有内容相同的 {0} 条，不动", "same as here, left alone: {0}";
        conflicts: "和现有回答不同的 {0} 条，两份都留下，之后再定", "different from what is here, both kept until somebody decides: {0}";
        further: "文件里本来就有分歧的 {0} 条，也都留下", "in disagreement within the file itself, all kept: {0}";
        bad: "看不懂的 {0} 行", "rows that cannot be understood: {0}";
        outside: "其中 {0} 题不在当前深度内，会存下，暂不计分", "of these, outside this assessment's depth, kept but not counted yet: {0}";
        events: "这份评估的记录 {0} 条，这里缺 {1} 条", "{0} {0|entry|entries} of this same assessment, {1} of them missing here";
        line_new: "{0}  {1}", "{0}  {1}";
        line_conflict: "{0}  {1}  这里是 {2}", "{0}  {1}  here: {2}";
        line_further: "{0}  {1}  文件里另有 {2}", "{0}  {1}  the file also says {2}";
        line_bad: "第 {0} 行：{1}", "row {0}: {1}";
        more: "……另有 {0} 条", "… and {0} more";
        ask: "要导入吗？按 y 再回车导入，其他键不导入：", "Import this? Type y and Enter to import, anything else to cancel: ";
        no_answer: "没有得到答复，什么都没有导入；脚本里请加 --yes。", "There was no reply, so nothing was imported; add --yes in scripts.";
        declined: "什么都没有导入。", "Nothing was imported.";
        nothing: "没有新内容，什么都没有导入。", "There is nothing new, so nothing was imported.";
        done: "已导入 {0} 条。", "Imported {0}.";
        has_bad: "有 {0} 行看不懂，什么都没有导入；改好后再试，或加 --partial 只导入其余的行。", "Rows that cannot be understood: {0}. Nothing was imported; correct them, or add --partial to import the rest.";
        too_full: "导入后这份评估会超过 {0} MiB 的上限，所以什么都没有导入；请删减备注，或分几份评估导入。", "This would take the assessment over the limit of {0} MiB, so nothing was imported; shorten notes, or import into several assessments.";
        unknown_ending: "从 {0} 看不出格式：文件名请以 .xlsx、.csv 或 .json 结尾。", "The format of {0} is not clear: end the name in .xlsx, .csv or .json.";

        too_large: "{0} 超过 {1} MiB 的上限，请确认没有拿错文件。", "{0} is larger than the limit of {1} MiB; check that it is the right file.";
        not_utf8: "{0} 从第 {1} 个字节起不是 UTF-8 文本；在 Excel 里请另存为“CSV UTF-8”。", "{0} is not UTF-8 text from byte {1} on; in Excel save it as \"CSV UTF-8\".";
        bad_csv: "{0} 第 {1} 行读不下去：引号没有成对，请改好再试。", "{0} cannot be read at row {1}: the quotes do not match; correct them and try again.";
        bad_xlsx: "{0} 不是能读的 Excel 工作簿（{1}）；请用 Excel 打开，另存为 .xlsx 或“CSV UTF-8”。", "{0} is not a readable Excel workbook ({1}); open it in Excel and save it as .xlsx or \"CSV UTF-8\".";
        locked_xlsx: "{0} 是旧格式（.xls）或设了密码的工作簿；请去掉密码，另存为 .xlsx。", "{0} is an old .xls workbook or has a password; remove the password and save it as .xlsx.";
        too_unpacked: "{0} 解压后超过 {1} MiB 的上限，请删去多余的工作表再试。", "{0} unpacks to more than the limit of {1} MiB; remove sheets it does not need.";
        too_many_rows: "{0} 超过 {1} 行的上限，请分成几份导入。", "{0} has more rows than the limit of {1}; import it in parts.";
        no_columns: "{0} 里找不到表头：要有一行同时写着“{1}”和“{2}”。", "{0} has no header row: one row must name the columns \"{1}\" and \"{2}\".";
        twice_column: "{0} 的表头里“{1}”写了两次，只留一个。", "{0} names the column \"{1}\" twice; keep one.";
        bad_json: "{0} 不是 gradus 写的 JSON 报告（第 {1} 行第 {2} 列对不上）；用 gradus report -o 名.json 写一份", "{0} is not a JSON report of gradus (see line {1}, column {2}); write one with gradus report -o NAME.json";
        newer_json: "{0} 是较新版本的 gradus 写的（格式 {1}），请升级 gradus。", "{0} was written by a newer gradus (format {1}); use a newer gradus.";
        no_events: "{0} 里没有回答，也没有记录，没有可以导入的内容。", "{0} holds no answers and no entries, so there is nothing to import.";
        other_rubric: "{0} 用的是量规 {1} {2}，这份评估用的是 {3} {4}；题目不同，不能导入。", "{0} uses the rubric {1} {2}, this assessment {3} {4}; the questions differ, so nothing was imported.";

        unknown_question: "量规里没有题目“{0}”", "the rubric has no question \"{0}\"";
        twice: "题目 {0} 在第 {1} 行已经有了", "question {0} is already in row {1}";
        no_question: "没有题号", "the question id is missing";
        out_of_scale: "{0} 的等级“{1}”不在可选范围内：{2}", "{0}: \"{1}\" is not a level of that question; use one of {2}";
        unknown_credit: "{0} 的“{1}”不能填在“接近高一级”里，可用的是：{2}", "{0}: \"{1}\" cannot stand for the way to the next level; use one of {2}";
        nothing_above: "{0} 已是最高一级，“接近高一级”应空着", "{0} is at the highest level, so leave the way to the next one empty";
        toward_alone: "{0} 写了“接近高一级”，但没有等级", "{0} says how far toward the next level, but not which level";
        na_not_allowed: "{0} 不能答“不适用”", "{0} always applies";
        na_no_reason: "{0} 答“不适用”要写原因", "{0}: not applicable needs a reason";
        reason_alone: "{0} 写了不适用的原因，但等级不是“不适用”", "{0} gives a reason why it does not apply, but the level does not say so";
        bad_confidence: "{0} 的把握“{1}”看不懂，可用的是：{2}", "{0}: the confidence \"{1}\" is not one of {2}";
        text_too_long: "{0} 的文字超过 {1} KiB 的上限", "{0}: a text is longer than the limit of {1} KiB";
        bad_entry: "第 {0} 条记录读不懂", "entry {0} cannot be read";
        changed_entry: "记录 {0} 和这里的内容不同", "entry {0} differs from the one here";
        unreadable: "{0} 的内容 {1} 读不懂", "{0}: {1} cannot be understood";
    }
}
