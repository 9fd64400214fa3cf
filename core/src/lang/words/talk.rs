words! {
    /// Interviews and re-assessment: the pad, who speaks, the interviewer's own rating, last time.
    TalkWords {
        pad: "速记", "Pad";
        pad_line: "速记", "pad";
        pad_title: "速记 · {0} 行", "Pad · lines: {0}";
        pad_empty: "边听边记，⏎ 收一行。行首写 #题号，就归到那道题；# 加空格归到当前题。", "Write while you listen; ⏎ adds a line. Begin it with #R3 to assign it to a question, with # and a space to the one on screen.";
        pad_hint: "⏎ 收一行  ▴▾ 选行：打 #题号 归题，⏎ 改，Del 删  Tab 回题目", "⏎ add  ▴▾ pick a line: type #R3 to assign, ⏎ to change, Del to delete  Tab question";
        pad_hint_short: "⏎ 收  #题号 归题  ▴▾ 选  Tab 回题目", "⏎ add  #R3 assign  ▴▾ pick  Tab question";
        pad_changing: "正在改 {0} 的一行", "Changing the line of {0}";
        pad_no_question: "没有题目叫“{0}”。这一行还在，改了题号再按 ⏎。", "There is no question \"{0}\". The line is still here: correct the id and press ⏎.";
        pad_assigned: "这一行归到 {0}。", "The line now belongs to {0}.";
        pad_removed: "这一行删掉了；回到题目按 z 可以撤销。", "The line is deleted; back on the question, z undoes that.";
        pad_undone: "已撤销速记上的最后一步。", "Undone: the last change to the pad.";
        pad_redone: "已重做速记上的那一步。", "Redone: the change to the pad.";
        pad_unassigned: "还没归题的速记", "Pad lines without a question";
        open_questions: "未答 {0} 题：{1}", "unanswered {0}: {1}";
        interviewee: "受访人", "Interviewee";
        interviewee_title: "现在谁在回答？", "Who is answering?";
        interviewee_hint: "写姓名或职务，- 不再写  ▴▾ 选以前的  ⏎ 确定", "a name or role, - nobody  ▴▾ earlier ones  ⏎ done";
        interviewee_gone: "从现在起不写是谁回答的。", "From now on answers are recorded under nobody's name.";
        interviewee_is: "受访人：{0}", "Interviewee: {0}";
        interviewee_none: "没写受访人，按 i 补上", "No interviewee named; press i";
        only_interview: "这个键用于访谈。按 S，把方式改成访谈。", "This key is for interviews. Press S and set the mode to interview.";
        hint_interviewee: "从现在起，每条回答都记在这位受访人名下。", "From now on answers are recorded under this person's name.";
        answer_said_by: "{0}（{1} 说的）", "{0} (said by {1})";
        said_by: "受访人", "said by";
        rating: "我的评级", "own rating";
        rating_prompt: "您自己评 {0} 几级？按数字；+ 接近高一级，⌫ 清除，Esc 不改。", "Your own rating of {0}? Press a digit; + toward the next, ⌫ clears, Esc cancels.";
        rating_prompt_far: "您自己评 {0} 几级？▴▾ 选，⏎ 定；+ 接近高一级，⌫ 清除，Esc 不改。", "Your own rating of {0}? ▴▾ choose, ⏎ take; + toward the next, ⌫ clears, Esc cancels.";
        evidence_ask: "请对方出示：{0}", "Ask to be shown: {0}";
        evidence_doubt: "再问一句：哪里还没做到？", "Then ask: where is this not yet the case?";
        supported_how: "核实得分：访谈人评过的题按评级算，其余照自报；量规要求看证据的，没有证据的高等级降一档算。", "The supported score takes the interviewer's own rating where there is one. Where the rubric caps claims, a high level without evidence counts one level less.";
        last_time: "上次", "last time";
        last_same: "上次也一样：{0}", "the same last time: {0}";
        last_moved: "上次：{0}。为什么变了？按 n 记一笔", "last time: {0}. What changed? Press n to note it";
        last_moved_noted: "上次：{0}", "last time: {0}";
        rubric: "量规", "Rubric";
        hint_rubric: "问哪一套题。数据文件夹的 rubrics 里放的也列在这里。", "Which questions are asked. Rubrics in the data folder's rubrics/ are listed too.";
        newer: "量规有新版 {0}", "newer rubric {0} available";
        newer_how: "量规 {0} 有新版 {1}。打开评估后按 U 看变化，确认之前什么都不变。", "A newer version {1} of the rubric {0} is here. Open the assessment and press U to see what changes; nothing does until you confirm.";
    }
}
