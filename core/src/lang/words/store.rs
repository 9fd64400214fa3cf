words! {
    /// What the store says: why something failed, what it found, whether all is saved.
    StoreWords {
        // A sentence may have to quote another group of words in the same language.
        code: "zh", "en";
        comma: "、", ", ";

        saved: "已保存", "saved";
        saving: "保存中", "saving";
        saved_here_only: "仅存本机", "saved here only";
        not_saved: "未保存", "NOT SAVED";

        not_kept: "{0}：{1}", "{0}: {1}";
        cannot_read: "读不了 {0}：{1}", "cannot read {0}: {1}";
        cannot_write: "写不进 {0}：{1}", "cannot write to {0}: {1}";
        no_data_folder: "建不了数据文件夹 {0}：{1}；也可以用 --data-dir 换一个", "cannot make the data folder {0}: {1}; or name another one with --data-dir";
        cannot_create: "建不了 {0}：{1}", "cannot make {0}: {1}";
        cannot_remove: "删不掉 {0}：{1}", "cannot remove {0}: {1}";
        disk_full: "磁盘满了，请腾出空间", "the disk is full, so free some space";
        quota: "磁盘配额用完了，请清理文件或申请扩容", "your disk quota is used up, so remove files or ask for more";
        no_permission: "没有权限，请检查文件和文件夹的权限", "permission denied, so check who may use the file and its folder";
        read_only_disk: "所在的文件系统是只读的，请重新挂载或换个位置", "the file system is read-only, so remount it or use another place";
        is_gone: "文件或文件夹不见了，请检查磁盘或 U 盘是否还连着", "it is gone, so check that the disk or stick is still connected";
        too_many_open: "打开的文件太多，请关掉一些程序", "too many files are open, so close some programs";
        device_error: "磁盘读写出错，请换一个位置保存并检查这块盘", "the disk reports an input/output error, so save elsewhere and check the disk";
        stale: "网络文件夹里的文件已失效，请重新连接该文件夹", "the network folder has lost the file, so reconnect the folder";
        not_a_folder: "路径里有一段是文件，不是文件夹，请检查路径", "part of the path is a file, not a folder, so check the path";
        file_limit: "超过了系统允许的文件大小，请放宽限制", "it would be larger than the system allows, so raise the limit";

        not_found: "找不到 {0}，请检查路径", "{0} does not exist; check the path";
        link_loop: "{0} 是一圈互相指向的链接，请改用真实路径", "{0} is a link that leads back to itself; use the path of the real file";
        not_a_file: "{0} 是{1}，不是普通文件，请换成普通文件", "{0} is {1}, not a regular file; choose a regular file";
        kind_file: "普通文件", "a file";
        kind_folder: "文件夹", "a folder";
        kind_link: "链接", "a link";
        kind_pipe: "管道", "a pipe";
        kind_socket: "套接字", "a socket";
        kind_device: "设备", "a device";
        too_large: "{0} 超过 {1} MiB 的上限，请确认没有拿错文件", "{0} is larger than the limit of {1} MiB; check that it is the right file";
        too_long: "有一条内容超过 {0} MiB 的上限，没有保存，请把它改短", "one entry is longer than the limit of {0} MiB and is not saved; shorten it";
        exists: "{0} 已经存在，不会覆盖，请换个名字", "{0} already exists and was not overwritten; choose another name";
        not_a_place: "{0} 是{1}，文件写不到这里，请换个名字", "{0} is {1}, so no file can be written there; choose another name";
        is_assessment: "{0} 是一份评估，不能用报告替换，请换个名字", "{0} is an assessment and is not replaced by a report; choose another name";
        is_rubric: "{0} 是量规，不是评估；查看它用 gradus rubric show，用它新建评估用 gradus new --rubric", "{0} is a rubric, not an assessment; look at it with gradus rubric show, or use it with gradus new --rubric";
        is_no_rubric: "{0} 是评估，不是量规；查看它用 gradus show", "{0} is an assessment, not a rubric; look at it with gradus show";
        not_an_assessment: "{0} 里没有一行能认作评估数据，文件保持原样，请找备份", "{0} holds nothing that can be read as an assessment and is left as it is; look for a backup";
        headless: "{0} 缺少文件头，只显示抢救出来的内容，不会往里写，请找备份", "{0} has lost its first line, so what could be saved is shown and nothing is written to it; look for a backup";
        other_assessment: "{0} 现在是另一份评估，没有往里写，请把原来的文件放回去或另存", "{0} is another assessment now and is not written to; put the right file back or save elsewhere";
        in_use: "{0} 或它的原件正在另一个窗口里开着，请先关掉那个窗口", "{0} or the file it was copied from is open in another window; close that first";
        newer_file: "{0} 是较新版本的 gradus 写的（格式 {1}），只能看不能改，请升级 gradus", "{0} was written by a newer gradus (format {1}) and can only be read; use a newer gradus";
        not_ours: "状态文件夹 {0} 是链接、属于别人或别人可写，因此不用它，请执行 chmod 700 或改用 GRADUS_STATE_DIR", "the state folder {0} is a link, belongs to somebody else or can be written by others, so it is not used; chmod 700 it or set GRADUS_STATE_DIR";
        writer_died: "程序里负责保存的部分出错停下了，请另存一份后重新启动", "the part of the program that saves has stopped; save elsewhere and start again";
        no_home: "系统没有给出用户主目录，请用 --data-dir 指定数据文件夹", "the system names no home folder; choose a folder with --data-dir";
        no_random: "系统给不出随机数，无法新建，请检查系统", "the system gives no random numbers, so nothing can be made; check the system";
        no_rubric: "没有名为“{0}”的量规，请把文件放到 {1}", "there is no rubric \"{0}\"; put its file at {1}";
        rubric_version: "这份评估用的是量规 {0} 的 {1} 版，这里只有 {2} 版，请把 {1} 版放到 {3}", "this assessment uses version {1} of the rubric {0}, and only {2} is here; put version {1} at {3}";
        rubric_refused: "量规 {0} 用不了：{1}；怎么改见 gradus rubric check", "the rubric {0} cannot be used: {1}; gradus rubric check says what to do";
        carried_refused: "评估里带的量规 {0} 用不了：{1}；请换一份完好的评估文件，或请量规的作者改好再发", "the rubric {0} that this assessment carries cannot be used: {1}; use a sound copy of the file, or ask the author of the rubric for one that keeps the rules";
        rubric_misnamed: "量规 {0} 里写的标识是“{1}”，请把文件名改成一致", "the rubric {0} calls itself \"{1}\"; name the file after its id";
        none_named: "没有叫“{0}”的评估，请用 gradus list 查看", "no assessment is called \"{0}\"; see gradus list";
        several_named: "叫“{0}”的评估不止一份，请写明路径：{1}", "several assessments are called \"{0}\"; give the path of one: {1}";

        damaged: "文件第 {0} 行已损坏，已跳过并保持原样", "line {0} of the file is damaged; it is skipped and left as it is";
        damaged_many: "文件有 {0} 行已损坏（行号 {1}），已跳过并保持原样", "{0} lines of the file are damaged ({1}); they are skipped and left as they are";
        and_more: "{0} 等", "{0} and more";
        twin_damaged: "本机副本有 {0} 行已损坏，已跳过", "{0} {0|line|lines} of this computer's second copy {0|is|are} damaged and skipped";
        lost: "有 {0} 条记录丢失，找不回来，请核对近期的回答", "{0} {0|entry is|entries are} lost and could not be recovered; check the recent answers";
        unknown: "有 {0} 行来自较新的版本，已保留但不显示", "{0} {0|line comes from a newer version; it is|lines come from a newer version; they are} kept and not shown";
        foreign: "文件里混有另一份评估的 {0} 条记录，已忽略", "{0} {0|entry in the file belongs to another assessment and is|entries in the file belong to another assessment and are} ignored";
        healed: "文件里缺少的 {0} 条记录（{1}）已从本机副本补回", "{0} {0|entry|entries} missing from the file ({1}) {0|was|were} restored from this computer's second copy";
        rebuilt: "文件内容已毁，已用本机副本恢复 {0} 条记录", "the file's content was destroyed; {0} {0|entry was|entries were} restored from this computer's second copy";
        older: "这个文件比本机记得的旧：本机另有 {0} 条较晚的记录（{1}）", "this file is older than this computer's second copy, which has {0} later entries ({1})";
        copy_of: "这个文件是 {0} 的副本，两边互不影响，需要时可以合并", "this file is a copy of {0}; each goes its own way until you merge them";
        no_twin: "本机没有第二份副本：{0}", "there is no second copy on this computer: {0}";
        nowhere: "文件和本机副本都写不进，现在作答存不住：{0}", "neither the file nor a second copy on this computer can be written, so no answer is kept for now: {0}";
        not_writable: "文件暂时写不进，回答只存在本机：{0}", "the file cannot be written for now, so answers are saved on this computer only: {0}";
        other_window: "这份评估在另一个窗口里也开着，两边的回答都会保留", "this assessment is open in another window too; the answers of both are kept";
        draft: "已找回 {0} 上没写完的文字（{1}）", "text that was being typed on {0} was recovered ({1})";
        wording: "量规 {0} {1} 的版本号没变，但内容与作答时不同", "the rubric {0} {1} reads differently from the one that was answered, though the version is the same";
        from_till: "{0} 至 {1}", "{0} to {1}";
    }
}
