words! {
    /// The upgrade of an assessment to a newer version of its rubric.
    UpgradeWords {
        title: "换用新版量规", "Newer rubric";
        offer: "量规有了新版 {0}，按 U 查看变化；确认之前什么都不变。", "There is a newer version {0} of the rubric; press U to see what changes. Nothing does until you confirm.";
        none: "这份评估用的量规没有更新的版本。", "There is no newer version of the rubric.";
        nothing: "题目和等级都没有变，按 ⏎ 换用新版。", "No question and no level changed. Press ⏎ to upgrade.";
        same: "未变", "same";
        reworded: "改了措辞", "reworded";
        rescaled: "等级重排", "rescaled";
        split: "一题拆开", "split";
        merged: "几题合并", "merged";
        new: "新题", "new";
        retired: "不再问", "retired";
        not_answered: "尚无回答", "not answered yet";
        carried: "{0} → {1}，沿用", "{0} → {1}, carried over";
        asked_again: "{0} → 重新回答", "{0} → asked again";
        stays_in_file: "旧回答留在文件里", "the old answer stays in the file";
        before: "旧 {0}：{1}", "Old {0}: {1}";
        after: "新 {0}：{1}", "New {0}: {1}";
        sure: "换用 {0} 版：沿用 {1} 个回答，{2} 题重新回答。旧版量规和旧回答都留在文件里。按 y 换用，按其他键不换。", "Upgrade to version {0}? Answers carried over: {1}, questions asked again: {2}. The old version and its answers stay in the file. Press y to upgrade, any other key to leave things as they are.";
        done: "已换用 {0} 版。", "The assessment now uses version {0}.";
        left: "题目 {0} 的回答 {1} 是按旧版量规给的，新版读不了，算未答。", "The answer {1} to question {0} was given under an earlier version of the rubric and cannot be read in this one; it counts as unanswered.";
        elsewhere: "这份评估已在别处换用了新版量规，请重新打开", "the assessment was upgraded to another version of its rubric elsewhere; open it again";
    }
}
