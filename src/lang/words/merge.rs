words! {
    /// Uniting files.
    MergeWords {
        done: "已把 {0} 个文件的 {1} 条记录合并到 {2}", "{1} entries of {0} files are united in {2}";
        no_conflict: "没有不一致的地方。", "They agree about everything.";
        one_conflict: "有一处不一致，打开合并后的文件按 C 处理：", "They disagree about one thing; open the new file and press C to settle it:";
        conflicts: "有 {0} 处不一致，打开合并后的文件按 C 处理：", "They disagree about {0} things; open the new file and press C to settle them:";
        exists: "{0} 已经存在，没有覆盖；请换个名字，或加 --force 替换它", "{0} exists already and is not overwritten; choose another name, or add --force to replace it";
        of_file: "{0}：{1}", "{0}: {1}";
        other_subject: "{0} 评的是“{1}”，{2} 评的是“{3}”，不能合并；如果是同一家，先在主界面按 r 改成同名", "{0} assesses \"{1}\" and {2} assesses \"{3}\", so they are not merged; if both are the same, give them one name (r on the home screen)";
        copied_file: "{0} 和 {2} 编号相同，但一份评“{1}”，一份评“{3}”：其中一份是拷贝来改的。如果是同一家，先在主界面按 r 改成同名；如果不是，按 F 让拷贝成为另一份评估", "{0} and {2} have the same id, but one assesses \"{1}\" and the other \"{3}\": one was copied and changed; if both are the same, give them one name (r on the home screen), if not, press F there on the copy";
        made_apart: "{0} 和 {1} 是分别新建的两份评估；确实要合成一份新的，请加 --into-new，两个原文件都不动", "{0} and {1} were made separately; to make a new assessment of both add --into-new, which leaves both files as they are";
        other_rubric: "{0} 用的是量规 {1}，{2} 用的是量规 {3}，不能合并；请按原来的量规各自保留", "{0} answers the rubric {1} and {2} the rubric {3}, so they cannot be merged; keep them apart";
        other_version: "{0} 用的是量规 {1} 版，{2} 用的是 {3} 版；同意按较新的一版合并，请加 --across-versions", "{0} answers version {1} of the rubric and {2} version {3}; to merge them under the newer one add --across-versions";
        newer_lines: "{0} 里有较新版本 gradus 写的内容，合并会丢掉它们；请升级 gradus 再合并", "{0} holds lines of a newer gradus that a merge would lose; merge with that version";
    }
}
