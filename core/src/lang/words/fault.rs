words! {
    /// Why a rubric is refused.
    FaultWords {
        at_path: "{0}：{1}", "{0}: {1}";
        file_too_large: "文件超过 {0} MiB 的上限", "the file is larger than the limit of {0} MiB";
        not_utf8: "从第 {0} 个字节起不是 UTF-8 文本", "not UTF-8 text from byte {0} on";
        too_deep: "对象和数组的嵌套超过 {0} 层", "objects and arrays nest deeper than {0} levels";
        malformed: "第 {0} 行第 {1} 列：{2}", "line {0}, column {1}: {2}";
        unknown_member_near: "没有“{0}”这个成员，是不是想写“{1}”？", "there is no member \"{0}\"; did you mean \"{1}\"?";
        unknown_member: "没有“{0}”这个成员，这里可以写的有：{1}", "there is no member \"{0}\"; possible here: {1}";
        missing_member: "缺少成员“{0}”", "the member \"{0}\" is missing";
        repeated_member: "成员“{0}”写了两次", "the member \"{0}\" appears twice";
        wrong_kind: "这里写的是{0}，应该是{1}", "this is {0}, but {1} is needed";
        kind_text: "文本", "a text";
        kind_number: "数字", "a number";
        kind_whole: "整数", "a whole number";
        kind_yes_no: "true 或 false", "true or false";
        kind_list: "列表", "a list";
        kind_object: "对象", "an object";
        kind_null: "空值 null", "null";
        huge_number: "数字太大", "the number is too large";
        ends_early: "内容到这里就断了，缺少后面的引号或括号", "the file ends here; a quote or bracket is not closed";
        trailing_comma: "右括号前多了一个逗号", "one comma too many before the closing bracket";
        missing_comma: "两项之间缺少逗号，或缺少右括号", "a comma between two entries or a closing bracket is missing";
        missing_colon: "名称后面缺少冒号", "the colon after a name is missing";
        bare_name: "名称要用英文双引号括起来", "names must be in double quotes";
        control_in_text: "引号里有换行或控制字符，换行请写成 \\n", "a line break or control character inside quotes; write \\n for a line break";
        bad_escape: "反斜杠后面的写法不对，反斜杠本身要写成 \\\\", "unknown escape after the backslash; write \\\\ for a backslash itself";
        text_after_end: "最后一个括号后面还有内容", "there is something after the last bracket";
        unreadable: "这里不是正确的 JSON", "this is not valid JSON";
        newer_format: "量规格式 {0} 不是本版本认识的格式 1，请升级 gradus", "rubric format {0} is not the format 1 that this version knows; use a newer gradus";
        bad_id: "“{0}”不能作标识：只用 1 到 64 个字母、数字、点、下划线或连字符，且不能是设备名", "\"{0}\" is not a valid id: use 1 to 64 letters, digits, dots, underscores or hyphens, and no device name";
        duplicate_id: "标识“{0}”重复，最早出现在 {1}（大小写不同也算相同）", "the id \"{0}\" appears twice, first at {1} (upper and lower case count as the same)";
        unknown_id: "量规里没有“{0}”", "the rubric has no \"{0}\"";
        unknown_word: "“{0}”不在可用的词里，只能是：{1}", "\"{0}\" is not one of: {1}";
        bad_version: "版本“{0}”应写成 1.0.0 这样的三段数字", "the version \"{0}\" must be three numbers such as 1.0.0";
        missing_language: "缺少 {0} 文本", "the text in {0} is missing";
        text_too_long: "文本超过 {0} KiB 的上限", "the text is longer than the limit of {0} KiB";
        out_of_range: "数值 {0} 超出范围 {1}", "the number {0} is outside {1}";
        too_many: "条目超过 {0} 个的上限", "more entries than the limit of {0}";
        empty: "不能为空", "must not be empty";
        count: "有 {0} 项，应为 {1} 项", "has {0} entries, but {1} are needed";
        not_rising: "数值应逐项递增，等级应逐级加一", "the values must rise from entry to entry, levels by one";
        no_weight: "权重合计为零，算不出结果", "the weights add up to zero, so there is no result";
        kind_against_rule: "题型与等级规则不符：cumulative 规则只用于带 practice_of 的实践题，实践题也只能用它", "the question's kind does not fit the level rule: only cumulative uses practices (practice_of), and it uses nothing else";
        none_quick: "没有一道题属于快速深度（quick），快速评估就无题可答", "no question has the depth quick, so a quick assessment would ask nothing";
        cycle: "前提互相依赖，形成了环", "the prerequisites depend on one another in a circle";
        preset_and_rule: "已经用 preset 选了一套规则，这里就不能再写", "preset already sets the rules";
        credit_past_next: "toward 的加分会越过下一个选项", "the credit of toward reaches past the next answer";
        not_earlier: "“{0}”不是更早的版本号，应写成 1.0.0 这样的三段数字，并小于本版", "\"{0}\" is not an earlier version: write three numbers such as 1.0.0, lower than this version";
    }
}
