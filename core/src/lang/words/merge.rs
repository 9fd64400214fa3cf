words! {
    /// Uniting files.
    MergeWords {
        done: "已把 {0} 个文件的 {1} 条记录合并到 {2}", "{1} {1|entry|entries} of {0} files merged into {2}";
        no_conflict: "没有不一致的地方。", "There are no disagreements.";
        one_conflict: "有一处不一致，打开合并后的文件按 C 处理：", "There is one disagreement; open the merged file and press C to settle it:";
        conflicts: "有 {0} 处不一致，打开合并后的文件按 C 处理：", "There {0|is|are} {0} {0|disagreement|disagreements}; open the merged file and press C to settle {0|it|them}:";
        choose: "合并哪几份？", "Merge which files?";
        choose_hint: "空格 勾选  p 别处的文件  ⏎ 下一步  Esc 取消", "Space tick  p another file  ⏎ next  Esc cancel";
        path_title: "要加的文件（路径）", "The file to add (its path)";
        place_title: "合并到哪个文件？空着则另写一份新的", "Merge into which file? Empty makes a new one";
        order_hint: "⏎ 确定  Esc 返回", "⏎ done  Esc back";
        need_two: "至少勾选两份才能合并。", "Tick at least two to merge them.";
        comes_in: "{0} 里有 {1} 条记录（{2}，{3}）要合入 {4}。", "{1} {1|entry|entries} of {0} ({2}, {3}) will be merged into {4}.";
        comes_new: "会另写一份，包含 {0} 个文件的全部 {1} 条记录；原文件都不动。", "A new file with all {1} entries of the {0} files will be written; the files stay as they are.";
        comes_apart: "这 {0} 份是分别新建的。会另写一份新评估，包含全部 {1} 条记录；原文件都不动。", "These {0} were started separately. A new assessment with all {1} entries will be written; the files stay as they are.";
        apart_needs_new: "这几份是分别新建的，不能并进其中一份；请把位置空着，另写一份新的", "these were started separately, so none of them can take in the others; leave the place empty to make a new one";
        across: "两边的量规版本不同（{0}、{1}），以较新的为准。", "They use different versions of the rubric ({0}, {1}); the newer one counts.";
        will_dispute_one: "会有 1 处不一致，合并后按 C 处理：", "There will be one disagreement; press C afterwards to settle it:";
        will_dispute: "会有 {0} 处不一致，合并后按 C 处理：", "There will be {0} disagreements; press C afterwards to settle them:";
        sure_title: "合并？", "Merge them?";
        sure_hint: "y 合并  Esc 不合", "y merge  Esc cancel";
        nothing_new: "其他文件里的内容 {0} 里都有了，不用合并", "{0} already has everything in the other files; there is nothing to merge";
        united: "已合并到 {0}。", "Merged into {0}.";
        united_dispute: "已合并到 {0}，有 {1} 处不一致：打开它按 C 处理。", "Merged into {0}; disagreements: {1}. Open it and press C to settle them.";
        exists: "{0} 已经存在，没有覆盖；请换个名字，或加 --force 替换它", "{0} already exists and was not overwritten; choose another name, or add --force to replace it";
        damaged_input: "{0} 里有损坏的行，替换掉就再也没有了；请换个名字", "{0} has damaged lines that would be lost if it were replaced; choose another name";
        of_file: "{0}：{1}", "{0}: {1}";
        other_subject: "{0} 评的是“{1}”，{2} 评的是“{3}”，不能合并；如果是同一家，先在主界面按 r 改成同名", "{0} assesses \"{1}\" and {2} assesses \"{3}\", so they cannot be merged; if both are the same, give them one name (r on the home screen)";
        copied_file: "{0} 和 {2} 编号相同，但一份评“{1}”，一份评“{3}”：其中一份是拷贝来改的。如果是同一家，先在主界面按 r 改成同名；如果不是，按 F 让拷贝成为另一份评估", "{0} and {2} have the same id, but one assesses \"{1}\" and the other \"{3}\": one was copied and changed; if both are the same, give them one name (r on the home screen), if not, press F there on the copy";
        made_apart: "{0} 和 {1} 是分别新建的两份评估；确实要合成一份新的，请加 --into-new，两个原文件都不动", "{0} and {1} were started separately; to make a new assessment from both add --into-new, which leaves both files as they are";
        other_rubric: "{0} 用的是量规 {1}，{2} 用的是量规 {3}，不能合并；请按原来的量规各自保留", "{0} uses the rubric {1} and {2} the rubric {3}, so they cannot be merged; keep them apart";
        other_version: "{0} 用的是量规 {1} 版，{2} 用的是 {3} 版；同意按较新的一版合并，请加 --across-versions", "{0} uses version {1} of the rubric and {2} version {3}; to merge them under the newer one add --across-versions";
        newer_lines: "{0} 里有较新版本 gradus 写的内容，合并会丢掉它们；请升级 gradus 再合并", "{0} has lines of a newer gradus that this one would lose; merge with the newer version";
    }
}
