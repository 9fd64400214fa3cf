words! {
    /// Whether a rubric holds, and what to do with its questions.
    ReliabilityWords {
        title: "量规可靠性：{0}", "Rubric reliability: {0}";
        pool: "计入 {0} 家机构；题目深度：{1}。", "{0} organisations included; depth of the questions: {1}.";
        method: "区间：整家机构重抽样 {0} 次，种子 {1}，95% 百分位区间。", "Intervals: organisations resampled {0} times, seed {1}, 95% percentile intervals.";
        grouped: "机构很多，先轮流分进 {0} 组，再整组重抽样；区间宽度因此约有二十分之一的出入。", "There are many organisations, so they were dealt into {0} groups and whole groups were resampled; the width of an interval may be off by about a twentieth.";
        hint: "α 看一个维度的各题是否一起高低；题余相关看一道题与其余各题之和是否一起高低。两者只说明题目是否一致，不说明结果是否正确。", "Alpha says whether the questions of a dimension rise and fall together, item-rest whether one question goes with the sum of the others. Both are about agreement between questions, not about whether a result is true.";
        dimensions: "各维度", "Dimensions";
        questions: "各题", "Questions";
        repeated: "同一机构两到六周内重评", "The same organisation again within two to six weeks";
        advice: "该怎么做", "What to do";
        all_well: "没有发现需要修改的题。", "No question stands out.";
        few_for_advice: "还不能逐题给建议：一道题至少要有 {0} 家机构作答。", "No advice on single questions yet: it takes {0} organisations that answered one.";
        head_dimension: "维度", "Dimension";
        head_construct: "类型", "kind";
        head_n: "家数", "n";
        head_basis: "口径", "rows";
        head_alpha: "α 系数", "alpha";
        head_lambda2: "λ2 系数", "lambda-2";
        head_question: "题", "Question";
        head_item_rest: "题余相关", "item-rest";
        head_without: "删题后 α", "alpha without";
        head_unknown: "不清楚", "don't know";
        head_na: "不适用", "n/a";
        head_icc: "一致度 ICC(2,1)", "ICC(2,1)";
        head_sem: "测量误差", "SEM";
        head_sdc: "最小可辨变化", "smallest change";
        interval: "{0}（{1}～{2}）", "{0} ({1} to {2})";
        reflective: "同一能力的表现", "reflective";
        formative: "不同组成部分", "formative";
        undeclared: "未声明", "not declared";
        listwise: "完整作答 {0}", "complete {0}";
        pairwise: "成对 {0}", "pairs {0}";

        // What a dimension's alpha means.
        is_formative: "{0}：量规说各题是不同的组成部分，不必一致，所以 α 只列出，不评判；不要为了抬高 α 而删题。", "{0}: the rubric calls the questions building blocks. They need not agree, so alpha is printed without a verdict; do not drop a question to raise it.";
        is_undeclared: "{0}：量规没有说各题是什么关系，所以不评判。请在量规里给这样的维度写 construct：各题是同一种能力的不同表现写 reflective，是不同组成部分写 formative。", "{0}: the rubric does not say what the questions are to one another, so there is no verdict. Give such a dimension a construct: reflective for symptoms of one capability, formative for building blocks.";
        opposed: "{0}：α 小于 0，各题互相抵触。先查有没有哪道题的等级写反了。", "{0}: alpha is below 0, so the questions contradict one another. First look for one whose levels run the wrong way.";
        weak: "{0}：α 不到 0.60，各题凑不成一个维度，得分不宜用来比较机构。先改下面点名的题。", "{0}: alpha is below .60. The questions do not form one dimension, and the score should not be used to compare organisations. Start with the questions named below.";
        doubtful: "{0}：α 在 0.60 到 0.70 之间，勉强可用。改好下面点名的题再看。", "{0}: alpha is between .60 and .70, which is barely usable. Revise the questions named below and look again.";
        fit: "{0}：α 在 0.70 到 0.95 之间，可以用来比较机构。只凭一家的得分做重要决定时，要求 0.90 以上。", "{0}: alpha is between .70 and .95: fit for comparing organisations. Where one organisation's score decides something important, ask for .90.";
        redundant: "{0}：α 高于 0.95，有些题问的是同一件事，可以精简。", "{0}: alpha is above .95. Some questions ask the same thing and can go.";
        indicative: "{0}：各题都答了的机构不足 30 家，仅供参考，要连同区间一起看。", "{0}: fewer than 30 organisations answered every question, so this is indicative only; read it with its interval.";
        undefined: "{0}：不给出数字：{1}。", "{0}: no number: {1}.";

        // Why there is no number.
        no_pairs: "有两道题从没有被同两家以上同时回答", "two of its questions were never answered by the same two organisations";
        no_variation: "所有评分都一样", "all ratings are equal";
        too_few_columns: "不到两道题", "fewer than two questions";
        too_few_rows: "各题都答了的机构不足 10 家", "fewer than 10 organisations answered every question";
        no_variance: "各家总分都一样", "all sums are equal";
        inconsistent_pairs: "成对的数据互相矛盾", "the pairs contradict one another";
        undefined_replicates: "重抽样时太多次算不出", "too many of the resamples have no value";

        // What to do with a question.
        constant: "{0}：所有机构都答“{1}”，这题分不出高低。把这一级的描述拆成更具体、可以核对的几条，或者删掉这题。", "{0}: every organisation answers \"{1}\", so the question tells nobody apart. Split that description into things that can be checked, or drop the question.";
        narrow: "{0}：{2} 的机构都答“{1}”。把这一级的门槛写得更具体，或者把高一级写得够得着。", "{0}: {2} of the organisations answer \"{1}\". Make the bar of that level more concrete, or bring the next one within reach.";
        unused: "{0}：没有一家选“{1}”。看看这一级是不是写得不可能，或者和上下级分不清。", "{0}: nobody chooses \"{1}\". See whether that level is impossible, or hard to tell from its neighbours.";
        all_questions: "全部 {0} 题", "All {0} questions";
        often_unknown: "{0}：{1} 的机构答“不清楚”。换一种问法，写明该问谁、看什么材料。", "{0}: {1} of the organisations do not know. Ask in other words, and say whom to ask and what to look at.";
        often_na: "{0}：{1} 的机构答“不适用”。写清楚什么时候才算不适用；如果多数机构都没有这件事，考虑移到完整深度。", "{0}: {1} of the organisations say it does not apply. Say more exactly when that is so; if most of them have no such thing at all, ask it only at full depth.";
        low_item_rest: "{0}：和本维度其余各题几乎不一起变化（{1}）。看题意是否含糊、等级是否写反，或者它属于别的维度。", "{0}: hardly moves with the other questions of its dimension ({1}). See whether it is ambiguous, runs the wrong way or belongs to another dimension.";
        wording: "{0}：和其余各题的联系偏弱（{1}），检查一下措辞。", "{0}: only weakly linked to the other questions ({1}); check its wording.";

        // The votes of workshops.
        rooms: "研讨会里的一致程度", "Agreement within workshops";
        rooms_none: "没有可用的研讨投票。投票只在研讨评估的原文件里；汇总文件要在打包时加 --with votes 才有。", "There are no votes of workshops. They stand in the files of workshops themselves; a collection has them only if it was packed with --with votes.";
        rooms_few: "两人以上投过票的题只有 {0} 道、{1} 票；至少要 5 道题、10 票。", "Only {0} questions were voted on by two or more, with {1} votes; it takes at least 5 questions and 10 votes.";
        rooms_undefined: "不给出数字：{0}。", "No number: {0}.";
        rooms_alpha: "Krippendorff α（定序）{0}：{1} 场研讨，{2} 道题，{3} 票。", "Krippendorff's ordinal alpha {0} (workshops {1}, questions {2}, votes {3}).";
        rooms_reliable: "0.80 以上：同一场里的人对同一题给的等级接近，描述写得清楚。", "From .80 on: people in one room give one question about the same level, so its descriptions are clear.";
        rooms_tentative: "在 0.667 到 0.80 之间：结论只能算初步。挑分歧最大的题，把等级描述写成能当场核对的事。", "Between .667 and .80: conclusions are tentative. Take the most contested questions and write their levels as things that can be checked on the spot.";
        rooms_poor: "不到 0.667：同一场里的人常给出不同等级，题目可能各有各的理解。先弄清大家评的是不是同一个对象，再改等级描述。", "Below .667: people in one room often give different levels and may read the questions in different ways. See first whether they rate the same thing, then rewrite the descriptions.";
        rooms_indicative: "题目不足 20 道，仅供参考，要连同区间一起看。", "Fewer than 20 questions, so this is indicative only; read it with its interval.";

        // On screen.
        screen: "量规可靠性", "Does the rubric hold";
        screen_waits: "正在读这台电脑上的评估……", "Reading the assessments of this computer…";
        screen_alpha: "α {0}，{1} 家", "alpha {0}, n {1}";
        screen_empty: "要看出题目好不好，至少要 10 家机构的评估（删题比较和逐题提醒要 30 家）。把各家的文件放进这个文件夹，再按 R；或者用 gradus cohort 文件夹 --reliability。", "It takes the assessments of at least 10 organisations to see whether questions hold (30 for advice on single ones). Put their files into this folder and press R again, or run gradus cohort FOLDER --reliability.";
        screen_more: "逐题的数字和区间：gradus cohort 文件夹 --reliability --html", "Numbers and intervals of every question: gradus cohort FOLDER --reliability --html";

        // The same organisation again.
        never_twice: "没有机构在两到六周内用同一版量规评过两次，所以说不出一次得分有多大误差。请找至少 10 家隔三周左右再评一次。", "No organisation was assessed twice within two to six weeks with the same version, so the error of one score is unknown. Ask at least ten to do it again after about three weeks.";
        too_few_twice: "{0}：只有 {1} 家评过两次，至少要 10 家。", "{0}: only {1} organisations were assessed twice; at least 10 are needed.";
        twice_hint: "程序看不出两次之间有没有做过改进；做过的请先去掉。得分变化不到“最小可辨变化”，不能说有进步或退步。", "The program cannot see whether something was improved in between; leave those out first. A change smaller than the smallest change is neither progress nor decline.";
        twice: "{0}：ICC(2,1) {1}；得分变化不到 {2} 级的，不算真有变化（{3} 家）。", "{0}: ICC(2,1) {1}; a score that moves by less than {2} levels has not verifiably changed (n {3}).";
    }
}
