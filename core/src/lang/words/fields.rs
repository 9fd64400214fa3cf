words! {
    /// The setup of an assessment.
    FieldWords {
        title: "评估设置", "Setup";
        title_new: "新建评估", "New assessment";
        subject: "评估对象", "Subject";
        unit: "部门或单位", "Unit";
        site: "地点", "Site";
        sector: "行业", "Sector";
        size: "规模", "Size";
        mode: "方式", "Mode";
        depth: "深度", "Depth";
        profile: "权重", "Weights";
        targets: "目标", "Targets";
        targets_quartile: "同行前 25%", "Top 25% of peers";
        targets_default: "每个领域比现状高一级", "one level above now in every area";
        assessor: "评估人", "Assessor";
        archived: "已归档", "Archived";
        mode_self: "自评", "self";
        mode_workshop: "研讨", "workshop";
        mode_interview: "访谈", "interview";
        depth_quick: "快速（每个领域一题）", "quick (one question per area)";
        depth_full: "完整（每个领域两题）", "full (two questions per area)";
        not_said: "未填", "not said";
        size_small: "小型", "small";
        size_medium: "中型", "medium";
        size_large: "大型", "large";
        profile_equal: "各维度相同", "equal for every dimension";
        begin: "开始答题 ⏎", "Begin ⏎";
        back_to_questions: "回到题目 ⏎", "Back to the questions ⏎";
        subject_needed: "请先写评估对象，比如单位名称。", "First enter who is assessed, such as the organisation's name.";
        hint_subject: "评估谁：单位或公司的名称。只有这一项必填。", "Who is assessed: the organisation's name. Only this is required.";
        hint_depth: "先做快速的，以后改成完整的，已答的题都保留。", "Start quick; going to full later keeps every answer.";
        hint_mode: "方式以后随时能改。", "This can be changed at any time.";
        hint_profile: "默认各维度权重相同。选了别的，结果里会写明。", "All dimensions weigh the same unless you choose a profile; the result names it.";
        hint_targets: "计划的方向：从量规预设的目标里选一组，单个领域到计划里再调。", "Where the plan leads: preset targets of the rubric. Single areas are changed in the plan.";
        hint_assessor: "写进每条回答，作为回答人；可以不填。", "Recorded with every answer as its author; optional.";
        hint_optional: "可以不填，以后也能补。", "Optional; can be added later.";
        hint_begin: "每答一题当场保存，随时可以停。", "Every answer is saved as you give it; stop whenever you like.";
        field_hint: "⏎ 确定", "⏎ done";
    }
}
