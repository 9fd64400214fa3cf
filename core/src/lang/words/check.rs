words! {
    /// What the checker of rubrics says: what is doubtful, and what to do about each finding.
    CheckWords {
        error: "错误", "error";
        warning: "提醒", "warning";
        whole_file: "整个文件", "the file";
        line: "{0}  {1}\n    {2}；{3}。", "{0}  {1}\n    {2}; {3}.";
        line_asking: "{0}  {1}\n    {2}不是的话，{3}。", "{0}  {1}\n    {2} Otherwise {3}.";
        summary: "{0}：{1} 处错误，{2} 处提醒。", "{0}: errors: {1}, warnings: {2}.";
        clean: "{0}：没有问题。", "{0}: no problems.";

        hidden: "含有看不见的或控制终端的字符 {0}", "contains the character {0}, which is invisible or controls the terminal";
        look_alike: "标识和“{0}”看上去一样", "the id is easily mistaken for \"{0}\"";
        same_name: "名称和 {0} 读起来一样", "the name reads the same as the one at {0}";
        undeclared: "写了 {0} 文本，但 languages 里没有声明这种语言", "there is text in {0}, but languages does not declare that language";
        anchors_alike: "{0} 和 {1} 两档的描述几乎一样", "the answers {0} and {1} say almost the same";
        anchor_shrinks: "{1} 档的描述比 {0} 档短得多", "the answer {1} says much less than {0}";
        long: "文字占 {0} 列，一屏放不下（建议不超过 {1} 列）", "the text takes {0} columns and does not fit on a screen (at most {1} is advised)";
        no_evidence: "没有写可以看什么证据", "it names no evidence to ask for";
        empty_level: "没有一道题能答到第 {0} 级", "no question can be answered at level {0}";
        not_counted: "权重为零，只显示、不计分", "the weight is zero, so it is shown but never counted";
        same_weights: "这套权重和默认的一样", "these weights are the same as the default";
        blind_lens: "没有任何领域给这个视角权重", "no area gives this lens any weight";
        always_met: "前提落在最低一级，永远成立", "the prerequisite is at the lowest level, so it is always met";
        cap_never_binds: "cap 大到盖住整个量表，critical 不起作用", "the cap is as wide as the scale, so the critical areas cap nothing";
        reused: "题号“{0}”在早先版本里是别的意思", "the id \"{0}\" meant something else in an earlier version";

        do_shorten: "请精简文字", "shorten it";
        do_utf8: "请另存为 UTF-8", "save the file as UTF-8";
        do_schema: "请对照 gradus rubric schema 的结构修改", "compare it with gradus rubric schema";
        do_update: "gradus --version 可以看现在的版本", "gradus --version says which version this is";
        do_rename: "请换一个标识", "choose another id";
        do_refer: "请改成量规里有的名称，或把它补上", "use a name the rubric has, or add it";
        do_choose: "请从列出的词里选一个", "use one of the words listed";
        do_write: "请照这个写法改", "write it like that";
        do_credit: "请调小加分，或拉开取值", "lower the credit, or spread the values";
        do_number: "请改成范围内的值", "use a value within the range";
        do_translate: "请补上译文，或从 languages 里去掉这种语言", "add the text, or remove the language from languages";
        do_divide: "请删去多出的项，或拆成几份量规", "remove what is too much, or split the rubric";
        do_fill: "请至少写一项", "give at least one";
        do_quick: "请让至少一道题的 depth 为 quick", "give at least one question the depth quick";
        do_count: "请补齐或删去多出的项", "add what is missing or remove what is too much";
        do_order: "请从低到高排好", "sort them, lowest first";
        do_weigh: "请给出大于零的权重，或删去它", "give it a weight above zero, or remove it";
        do_kind: "请换一种等级规则，或改题型", "choose another level rule or another kind of question";
        do_cycle: "请去掉其中一条", "remove one of them";
        do_keep_one: "请删去其中一个", "remove one of the two";
        do_retype: "请删掉它，重新输入这段文字", "delete it and type the text again";
        do_distinct: "请改得一眼能分清", "make the two easy to tell apart";
        do_declare: "请把语言写进 languages 并补齐译文，或删去这些文字", "declare the language and give every text in it, or remove these texts";
        do_tell_apart: "请写清两档之间看得见的差别", "say what a visitor would see at one level and not at the other";
        do_build_on: "请让高一档在低一档之上再加内容", "let the higher answer add to the lower one";
        do_evidence: "请加上 evidence", "add evidence";
        do_level: "请补上这一级的题目或描述", "add a question or an answer for that level";
        do_weigh_otherwise: "请改权重，或删去这一套", "change the weights, or remove the profile";
        do_lens: "请在领域的 lenses 里给出权重，或删去这个视角", "give it a weight in the areas' lenses, or remove it";
        do_prerequisite: "请提高等级，或删去这一条", "raise the level, or remove it";
        do_cap: "请调小 cap，或删去 critical", "lower the cap, or remove critical";
        do_new_id: "含义变了就换一个新题号", "use a new id for a new meaning";
    }
}
