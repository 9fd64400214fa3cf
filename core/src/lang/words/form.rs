words! {
    /// The questionnaire on paper, and the columns of tables that people fill in.
    FormWords {
        title: "{0}：答题表", "{0}: questionnaire";
        how: "每题选一个等级：从最低一级往上看，选做得到的最高一级。不知道就选“不清楚”，不要猜；不适用的题写明原因。", "Choose one level per question: read from the lowest up and take the highest that is true. If you do not know, say so rather than guess; if a question does not apply, give the reason.";
        how_table: "“{0}”一栏从下拉列表中选。填好后用命令导入：gradus import 评估 文件", "For each question choose from the list in the column \"{0}\". Import the filled table with: gradus import ASSESSMENT FILE";
        subject: "评估对象：", "Subject:";
        who: "回答人：", "Answered by:";
        when: "日期：", "Date:";
        question: "题号", "question";
        dimension: "维度", "dimension";
        area: "领域", "area";
        text: "题目", "text";
        choices: "等级描述", "levels";
        answer: "等级", "level";
        toward: "接近高一级", "toward";
        value: "得分", "score";
        meaning: "对应描述", "meaning";
        reason: "不适用的原因", "reason";
        note: "备注", "note";
        evidence: "证据", "evidence";
        confidence: "把握", "confidence";
        flags: "标记", "flags";
        unknown: "不清楚", "unknown";
        not_applicable: "不适用", "n/a";
        ask_to_see: "可以看：{0}", "Ask to see: {0}";
        prompt: "访谈时问：{0}", "Open question: {0}";
        sheet: "答题表", "Questionnaire";
        not_in_list_title: "不在列表里", "Not in the list";
        not_in_list: "请从列表中选一项，或清空这一格。", "Choose from the list, or empty the cell.";
        toward_box: "接近高一级：", "Toward the next level:";
        evidence_line: "证据：", "Evidence:";
        note_line: "备注：", "Note:";
        unknown_box: "不清楚", "Don't know";
        na_box: "不适用，因为：", "Not applicable, because:";
    }
}
