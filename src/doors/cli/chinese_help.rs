//! What `--help` says in Chinese. The English stands with the arguments themselves; this holds the same for each of
//! them, and a test sees that nothing is missing and nothing left over.

use clap::builder::PossibleValue;
use clap::{Arg, Command};

/// What a command does, by its name as it is typed behind `doorstep`.
const COMMANDS: [(&str, &str); 50] = [
    ("", "对着一份书面服务标准，练习上门服务。\n\n不写命令，就在这个终端里打开训练程序。"),
    ("list", "有哪些情景可以演"),
    ("play", "演一个情景：在终端里，或者一行行文字"),
    ("solve", "一个种子下最好的走法"),
    ("simulate", "让一群人按同一种习惯去演：得分和结局怎么分布，多数人错在哪儿；或者让模拟学员练上许多天"),
    ("exam", "考试：有哪些，卷子之间差多少，模拟考生考成什么样"),
    ("exam list", "有哪些考试，题库够不够出卷"),
    ("exam forms", "一场考试的许多份卷差多少：难易如何，每道题出现几次"),
    ("exam sit", "开考，或者接着考"),
    ("exam simulate", "模拟考生考成什么样：谁能通过，两份卷一不一致，题目可不可靠"),
    ("exam results", "考过哪些，成绩如何"),
    ("exam code", "监考人在自己的机器上，给考试屏幕上的口令算出监考码"),
    ("items", "题目和选择出得好不好：难不难、分不分得出高下、哪些看着像定错了"),
    ("issuer", "给证书签名的人的密钥，和他们信任的监考人的密钥"),
    ("issuer new", "新建一把给证书签名的密钥，还有一张让别人认得它的名片"),
    ("issuer card", "给密钥重做一张名片，谁想核对证书就给谁"),
    ("issuer proctor", "给监考人新建密钥；监考人用自己的码开考和收卷"),
    ("certify", "给通过的一场考试签名：一张不联网也能核对的证书"),
    ("verify", "证书是不是发证人签的原样，现在还作不作数"),
    ("revoke", "吊销一张证书：写进名单，核对时用"),
    ("standard", "服务标准，全部，或者某个编号下面的"),
    ("check", "把情景查个明白：每个错误在哪里；和演练有关的，附上怎么走会碰到"),
    ("explain", "`check` 的一个代号是什么意思、为什么要紧、怎么改"),
    ("replay", "把存下的一次演练重新评判"),
    ("debrief", "一步一步讲评一次演练：每一步丢了什么，怎样才最好"),
    ("progress", "学员练到了哪里：各节掌握多少，历次首演，哪些日子练过"),
    ("report", "一班人练得怎么样，给带教的人看：谁通过了什么，哪些做到、哪些常丢，选项错在哪里，哪些日子练过"),
    ("coverage", "情景练到标准的哪些条，哪些从没碰过，实际演到了哪些"),
    ("graph", "情景的地图：场景、场景之间的选项、最好的走法、谁也走不到的地方"),
    ("diff", "情景改动之后，对学员意味着什么：最好的走法、评价、要求、存下的演练"),
    ("new", "开个新头：一个马上能演的情景或者资源包，接着往下改"),
    ("new scenario", "一个情景，合着它所在的文件夹，马上能演，改成自己的"),
    ("new pack", "一个文件夹，里面是你们自己行业、自己语言的标准和一个情景，马上能演，改成自己的"),
    ("strings", "把资源包的文字交给译者，再把译文放回它的文件里"),
    ("questions", "题库导出给别的程序和电子表格；别处的题导进来，成一份草稿"),
    ("guide", "从程序里输出作者指南：资源包、情景、标准、用词"),
    ("preview", "边写边看：每次存盘都重新读，你还停在原来的地方"),
    ("walk", "照写下的脚本演一遍，情景走岔了就指出来"),
    ("learner", "谁在这里练过；给学员改名、合并、删除"),
    ("learner list", "谁在这里练过，练了多少"),
    ("learner rename", "给学员换个名字；演练和得分都留着"),
    ("learner merge", "把一个学员的演练全部归到另一个名下，重新编号"),
    ("learner delete", "删掉一个学员和全部演练，删之前会问"),
    ("export", "把一位学员写成一个文件，全部演练和记住的都在里面，带到另一台机器"),
    ("import", "从这样的文件导入学员：先整个核对再动手，不丢也不重"),
    ("xapi", "演练、考试和回答，写成 xAPI 1.0.3 的记录，给学习记录库"),
    ("schema", "--json 写出的文档里有什么，写成 JSON Schema（draft 2020-12）"),
    ("completions", "输出某种 shell 的补全脚本"),
    ("man", "输出手册页"),
    ("help", "显示这段说明，或者某个命令的说明"),
];

/// What an argument is for, by its command and its id. An empty command stands for all that have no line of their own.
const ARGUMENTS: [(&str, &str, &str); 145] = [
    ("", "scenarios", "带着自己那份标准的情景文件夹；不写就用 ./scenarios，没有就用自带的"),
    ("", "saves", "演练存在哪里（也可以设 DOORSTEP_SAVES）"),
    ("", "lang", "说什么语言；写 zh_CN.UTF-8 这样的区域名也行；不写就跟着环境"),
    ("", "plain", "从标准输入读、往标准输出写，一行行文字：给读屏软件和管道用"),
    ("", "ascii", "只用 ASCII 符号"),
    ("", "json", "在标准输出写一份 JSON"),
    ("", "seed", "全部偶然由它而来：同一个种子，遇到同一个客户"),
    ("", "id", "情景的编号，或者它的文件"),
    ("", "help", "显示说明"),
    ("", "version", "显示版本"),
    ("list", "lang", "标题用什么语言"),
    ("play", "id", "情景的编号（`list` 列得出来），或者它的文件；不写就打开首页"),
    (
        "play",
        "mode",
        "learn：有提示，讲道理；practice：每步之后有反馈；say：一样有反馈，规定要说的话自己打；exam：走完才说",
    ),
    ("play", "lang", "文字用什么语言"),
    ("play", "choices", "不开终端，直接照这些选项走，输出走到哪里"),
    ("play", "json", "在标准输出写一份 JSON（和 --choices 一起用）"),
    ("play", "save", "把 --choices 走出来的演练照常存下"),
    ("play", "record", "演完或者中途离开时，把这次演练写成脚本，存进这个文件；文件不能已经有了"),
    ("play", "learner", "谁在练"),
    ("solve", "seed", "在哪个种子下"),
    ("solve", "costs", "把情景里的每个选项按丢分多少排出来，丢得最多的在前，附上丢在哪几条"),
    ("simulate", "policy", "大家怎么选"),
    ("simulate", "players", "多少人来演"),
    ("simulate", "seed", "这群人的全部偶然由它而来：同一个种子，同一群人"),
    ("simulate", "course", "不演某个情景，而是一天天地练：照每天的计划、随便演情景、题目按顺序做，三样比一比"),
    ("simulate", "learners", "和 --course 一起用：每种练法多少人"),
    ("simulate", "days", "和 --course 一起用：练多少天"),
    ("simulate", "minutes", "和 --course 一起用：每天多少分钟"),
    ("simulate", "slips", "novice 用：一百步里失手几步"),
    ("exam forms", "id", "考试的编号"),
    ("exam forms", "papers", "抽多少份卷"),
    ("exam forms", "seed", "从哪个种子起抽卷"),
    ("exam sit", "id", "考试的编号；不写就列出来选"),
    ("exam sit", "learner", "谁来考"),
    ("exam sit", "extra_minutes", "给这位考生加多少分钟；记录里写着"),
    ("exam sit", "proctor", "在场的监考人，写密钥里的名字；由监考人用码开考、收卷"),
    ("exam results", "learner", "谁的；不写就看最近练过的那位"),
    ("exam code", "challenge", "考试屏幕上的口令"),
    ("exam code", "key", "监考人的密钥"),
    ("issuer new", "name", "谁来发证：每张证书上都写着"),
    ("issuer new", "key", "密钥：一个新文件，不能在代码仓库里；名片写在它旁边"),
    ("issuer card", "key", "发证人的密钥"),
    ("issuer card", "out", "名片：一个新文件"),
    ("issuer proctor", "name", "监考人是谁：证书上写着"),
    ("issuer proctor", "key", "发证人的密钥"),
    ("issuer proctor", "out", "监考人的密钥：一个新文件"),
    ("certify", "sitting", "那场考试的文件，`doorstep exam results` 会写出它的名字"),
    ("certify", "file", "证书：一个新文件，不能已经存在"),
    ("certify", "key", "发证人的密钥"),
    ("certify", "place", "在哪里考的，用的是考生无法控制的机器：由你担保，代替监考人"),
    ("certify", "before", "要先通过的那门考试的证书；它的考试记录不在旁边时用"),
    ("certify", "html", "另写一份可打印的证书"),
    ("certify", "badge", "另写一份 Open Badges 3.0 徽章"),
    ("verify", "files", "证书，或者从打印件上扫出来的内容；写 - 就读输入"),
    ("verify", "issuer", "你信任的发证人的名片；可以写几个"),
    ("verify", "revoked", "发证人的吊销名单；可以写几个"),
    ("revoke", "certificate", "那张证书"),
    ("revoke", "key", "发证人的密钥"),
    ("revoke", "list", "写进哪份名单；没有就新建"),
    ("exam simulate", "id", "考试的编号"),
    ("items", "paths", "学员的文件夹、学员的文件、单个的演练或考试；不写就看在这里练过的人"),
    ("items", "scenario", "只看这个情景，看全：每一次选择，连同各个选项"),
    ("items", "exam", "只看这场考试，看全：每道题，连同各个答案"),
    ("items", "question", "只看这道题，连同各个答案"),
    ("items", "all", "同一学员后来的演练和考试也算，当作另一个人的"),
    ("items", "csv", "电子表格用的表"),
    ("items", "lang", "文字用什么语言"),
    ("exam simulate", "candidates", "每组多少名考生"),
    ("standard", "id", "一级、一节、一条或一项要求；不写就是全部"),
    ("standard", "lang", "文字用什么语言"),
    ("check", "paths", "情景文件或文件夹；不写就查全部情景"),
    ("check", "strict", "有警告也以 1 退出，不只是有错误"),
    ("explain", "code", "一个代号，例如 DS014，只写数字也行；不写就列出全部"),
    ("replay", "file", "存下的一次演练，saves/…/attempts/000001.ron"),
    ("replay", "record", "把这次演练写成脚本，存进这个文件；文件不能已经有了"),
    ("debrief", "attempt", "存下的一次演练，saves/…/attempts/000001.ron"),
    ("debrief", "scenario", "不用存下的演练，用这个情景（编号或文件）的下列选项"),
    ("debrief", "seed", "在哪个种子下"),
    ("debrief", "choices", "从头走到结局的选项"),
    ("debrief", "md", "Markdown（不另外要求时就是它）"),
    ("debrief", "html", "一页 HTML，单独一个文件就能看"),
    ("debrief", "lang", "文字用什么语言"),
    ("progress", "learner", "谁的；不写就是最近练过的人"),
    ("progress", "html", "一页 HTML，单独一个文件就能看"),
    ("progress", "lang", "文字用什么语言"),
    ("report", "from", "学员的文件夹、`export` 写出的文件、单独的演练、考试、证书；不写就是在这里练的人"),
    ("report", "learner", "只看一位学员，连同每次演练和到期的条目"),
    ("report", "csv", "给电子表格的一张表"),
    ("report", "html", "写一页 HTML，单独一个文件就能看"),
    ("report", "replies", "学员说“这句应该算对”的话"),
    ("report", "accept", "把这个编号的话写进它的话术，作为对的例句（编号见 --replies）"),
    ("report", "into", "写进这一句话术，不写就是它自己的那句"),
    ("report", "issuer", "你信任的发证人的名片；可以写多次"),
    ("report", "revoked", "发证人的吊销名单"),
    ("report", "lang", "文字用什么语言"),
    ("coverage", "ids", "只看这些情景（编号或文件）；不写就看全部"),
    ("coverage", "section", "只看标准的这一部分：一级、一章、一节或一条"),
    ("coverage", "walks", "算进哪些脚本：以 .walk 结尾的文件，或者装着它们的文件夹（有 tests/walks 就用它）"),
    ("coverage", "summary", "只要各节、各情景和合计"),
    ("coverage", "html", "一页 HTML，单独一个文件就能看"),
    ("coverage", "lang", "文字用什么语言"),
    ("graph", "format", "svg：给浏览器看的图；dot：给 Graphviz；mermaid：给 Markdown"),
    ("graph", "seed", "标出哪个种子下最好的走法，也让这群人照它来演"),
    ("graph", "lang", "选项写这种语言的文字，不写编号"),
    ("diff", "old", "改之前的情景：文件，放在哪里都行；或者管道、情景的编号"),
    ("diff", "new", "改之后的情景：文件，放在哪里都行；或者管道、情景的编号"),
    ("diff", "lang", "文字用什么语言"),
    ("new scenario", "id", "它在文件名、存档和命令行里的名字：a-z、0-9 和 _"),
    ("new pack", "dir", "要建的文件夹；已经有了的话，里面得是空的"),
    ("new pack", "from_bundled", "拿自带的全部内容开头，不用那个哪行都合适的小包"),
    ("new pack", "languages", "文字用哪些语言，主要的写在前面；什么标签都行"),
    ("strings", "pack", "资源包的文件夹，里面有情景和标准；不写就用平常的内容"),
    (
        "questions",
        "format",
        "gift 和 moodle（XML）：给别的程序，一次一种语言；csv：给电子表格，还能导回来；导入时不写就看文件名的结尾",
    ),
    ("xapi", "paths", "学员的文件夹、学员的文件、单个的演练或考试；不写就看在这里练过的人"),
    ("xapi", "homepage", "你的网址：学员是那里的账户，做过的事的地址都在它下面"),
    ("xapi", "vocabulary", "记录里用哪些动词、类别和地址，在这里各是什么意思"),
    ("questions", "section", "只要这一节，或者编号以它开头的各节"),
    ("questions", "seed", "题目有几种样子的，导出哪一种：里面的填空由它来填"),
    ("questions", "lang", "导出或者导入哪种语言"),
    ("questions", "import", "读这个文件里的题（GIFT 或 CSV），输出一个题目文件，接着往下写"),
    ("questions", "tests", "导入的题先算考哪项要求，以后再改"),
    ("strings", "format", "csv：给电子表格；po：给 gettext；xliff（1.2）：给翻译工具；导入时不写就看文件名的结尾"),
    ("strings", "lang", "译成什么语言，什么标签都行；不写就是资源包写了的全部语言"),
    ("strings", "import", "把这个文件里的译文放回资源包的文件"),
    ("guide", "topic", "pack、scenario、standard 或 words；不写就列出有哪些"),
    ("graph", "players", "让这么多人来演，标出每个选项有多少人选"),
    ("graph", "policy", "这群人怎么选"),
    ("graph", "plays", "标出存下的全部演练里，每个选项有多少次被选"),
    ("preview", "file", "情景的文件；放在哪里都行，没写完也行"),
    ("preview", "choices", "从走完这些选项的地方开始"),
    ("preview", "lang", "文字用什么语言"),
    ("walk", "paths", "以 .walk 结尾的文件，或者装着它们的文件夹"),
    ("learner rename", "name", "现在的名字"),
    ("learner rename", "new", "以后的名字"),
    ("learner merge", "from", "演练是谁的；合并之后这个学员就没有了"),
    ("learner merge", "into", "归到谁名下"),
    ("learner delete", "name", "删谁的演练"),
    ("learner delete", "yes", "不再问"),
    ("export", "learner", "导出谁"),
    ("export", "file", "写进哪个文件，不能已经有了；不写就写到标准输出"),
    ("export", "json", "在标准输出写一份 JSON（要写明文件）"),
    ("import", "files", "`doorstep export` 写出的文件"),
    ("import", "named", "归到谁名下，这里有的或者新的都行；不写就按文件里的名字"),
    ("schema", "document", "document 的值，说的是哪一种文档；不写就把全部文档放在一份里"),
    ("completions", "shell", "哪种 shell"),
];

/// What the values of an argument mean, where that is told at all.
const VALUES: [(&str, &str); 5] = [
    ("random", "能选的里面随便选"),
    ("first", "总选文件里的第一个"),
    ("longest", "总选文字最长的"),
    ("novice", "选最好的，但会失手；丢得少的、省时间的更容易错选"),
    ("expert", "总选最好的"),
];

/// Notes and examples below a command's help, as they stand in English and in Chinese.
const BELOW: [(&str, &str); 7] = [
    ("The exit code is 0, changed or not; 2 when a version cannot be read.", "改没改都以 0 退出；有一份读不了就是 2。"),
    ("The exit code of an import is 1 when a question is not taken.", "导入时有题没用上就以 1 退出。"),
    (
        "Learners go out by name, as accounts of your homepage; nothing else is told of them.",
        "学员写成你网址下的账户，只带名字，别的什么都不说。",
    ),
    ("The exit code is 1 when a translation is not put in.", "有译文没放进去就以 1 退出。"),
    ("The exit code is 1 where one of them is not to be relied on.", "只要有一张不能采信，退出码就是 1。"),
    ("Examples:", "例："),
    ("Example: ", "例："),
];

/// What a help is made of. The program's own headings stand in it, because those of clap end with an ASCII colon.
fn template(command: &Command) -> String {
    let styles = command.get_styles();
    let heading = |words: &str| format!("{style}{words}：{style:#}", style = styles.get_header());
    let parts = [
        (command.get_subcommands().any(|own| !own.is_hide_set()), "命令", "{subcommands}"),
        (command.get_positionals().any(|arg| !arg.is_hide_set()), "参数", "{positionals}"),
        (command.get_arguments().any(|arg| !arg.is_positional() && !arg.is_hide_set()), "选项", "{options}"),
    ];
    let parts = parts.into_iter().filter(|(is_there, ..)| *is_there);
    let parts: Vec<String> = parts.map(|(_, words, tag)| format!("{}\n{tag}", heading(words))).collect();
    let usage = format!("{style}用法：{style:#}", style = styles.get_usage());
    format!("{{before-help}}{{about-with-newline}}\n{usage}{{usage}}\n\n{}{{after-help}}", parts.join("\n\n"))
}

/// The same command, and all below it, with its help in Chinese.
pub(super) fn in_chinese(mut command: Command) -> Command {
    command.build();
    told(command, "")
}

fn told(command: Command, path: &str) -> Command {
    let usage = command.clone().render_usage().to_string();
    let below = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let below = BELOW.iter().fold(below, |below, (english, chinese)| below.replace(english, chinese));
    let about = about(path).unwrap_or_default();
    let template = template(&command);
    let named =
        |sub: &Command| if path.is_empty() { sub.get_name().to_owned() } else { format!("{path} {}", sub.get_name()) };
    let told = command
        .about(about.lines().next().unwrap_or_default().to_owned())
        .help_template(template)
        .override_usage(usage_in_chinese(&usage))
        .mut_args(|arg| argument(arg, path))
        .mut_subcommands(|sub| {
            let path = named(&sub);
            self::told(sub, &path)
        });
    let told = if about.contains('\n') { told.long_about(about) } else { told };
    if below.is_empty() { told } else { told.after_help(below) }
}

/// What a command does; the helps of all commands say the same.
fn about(path: &str) -> Option<&'static str> {
    let own = if path.ends_with("help") { "help" } else { path };
    COMMANDS.iter().find(|(name, _)| *name == own).map(|(_, words)| *words)
}

/// The line of usage without its heading.
pub(super) fn usage_in_chinese(usage: &str) -> String {
    let usage = usage.trim_start_matches("Usage:").trim_start();
    usage.replace("[OPTIONS]", "[选项]").replace("[COMMAND]", "[命令]").replace("<COMMAND>", "<命令>")
}

fn argument(arg: Arg, path: &str) -> Arg {
    let help = help_of(path, arg.get_id().as_str()).unwrap_or_default().to_owned() + &allowed(&arg);
    // An unset long help would leave the English one in place.
    arg.help(help.clone()).long_help(help).hide_possible_values(true).hide_default_value(true)
}

fn help_of(path: &str, id: &str) -> Option<&'static str> {
    let of = |path: &str| ARGUMENTS.iter().find(|(command, own, _)| *command == path && *own == id);
    let own = if path.ends_with("help") { "help" } else { path };
    of(own).or_else(|| of("")).map(|(_, _, words)| *words)
}

/// Which values there are, and which is taken without one.
fn allowed(arg: &Arg) -> String {
    let takes = arg.get_num_args().is_some_and(|count| count.takes_values());
    let values: Vec<String> = arg.get_possible_values().iter().filter(|_| takes).map(value).collect();
    let values = match values.first() {
        None => String::new(),
        Some(first) if first.starts_with('\n') => values.concat(),
        Some(_) => format!(" [可以是：{}]", values.join("、")),
    };
    let default: Vec<_> = arg.get_default_values().iter().filter(|_| takes).map(|own| own.to_string_lossy()).collect();
    if default.is_empty() { values } else { format!("{values} [不写就是：{}]", default.join(",")) }
}

fn value(value: &PossibleValue) -> String {
    let meant = VALUES.iter().find(|(name, _)| *name == value.get_name() && value.get_help().is_some());
    meant.map_or_else(|| value.get_name().to_owned(), |(name, words)| format!("\n- {name}：{words}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doors::cli::args::Cli;
    use clap::CommandFactory;
    use std::collections::BTreeSet;

    /// Every command below this one, with its path.
    fn all(command: &Command, path: &str) -> Vec<(String, Command)> {
        let below = command.get_subcommands().flat_map(|sub| {
            let path = format!("{path} {}", sub.get_name()).trim().to_owned();
            all(sub, &path)
        });
        [(path.to_owned(), command.clone())].into_iter().chain(below).collect()
    }

    fn built() -> Vec<(String, Command)> {
        let mut command = Cli::command();
        command.build();
        all(&command, "").into_iter().filter(|(path, _)| !path.contains("help ")).collect()
    }

    #[test]
    fn every_command_and_argument_has_its_help_in_chinese() {
        let mut missing = Vec::new();
        for (path, command) in built() {
            if about(&path).is_none() {
                missing.push(path.clone());
            }
            let silent = command.get_arguments().filter(|arg| help_of(&path, arg.get_id().as_str()).is_none());
            missing.extend(silent.map(|arg| format!("{path} {}", arg.get_id())));
        }
        assert_eq!(missing, [""; 0]);
    }

    #[test]
    fn no_help_is_left_of_what_is_gone() {
        let built = built();
        let commands: BTreeSet<&str> = built.iter().map(|(path, _)| path.as_str()).collect();
        let stale = COMMANDS.iter().map(|(path, _)| *path).filter(|path| !commands.contains(path));
        assert_eq!(stale.collect::<Vec<_>>(), [""; 0]);
        let has = |path: &str, id: &str| {
            built.iter().any(|(own, command)| {
                (path.is_empty() || own == path) && command.get_arguments().any(|arg| arg.get_id() == id)
            })
        };
        let stale = ARGUMENTS.iter().filter(|(path, id, _)| !has(path, id));
        assert_eq!(stale.map(|(path, id, _)| format!("{path} {id}")).collect::<Vec<_>>(), [""; 0]);
    }

    #[test]
    fn nothing_english_is_left_in_the_help() {
        let mut command = in_chinese(Cli::command());
        command.build();
        for (path, command) in all(&command, "") {
            let help = command.clone().render_long_help().to_string();
            for english in
                ["Usage", "Options", "Commands", "Arguments", "Print", "default", "possible", "Example", "The "]
            {
                assert!(!help.contains(english), "{path}: {english}\n{help}");
            }
            let headings: Vec<&str> = help.lines().filter(|line| line.ends_with(['：', ':'])).collect();
            assert!(help.contains("  -h") <= headings.contains(&"选项："), "{path}\n{help}");
            assert!(headings.iter().all(|own| own.ends_with('：')), "{path}: {headings:?}");
        }
    }
}
