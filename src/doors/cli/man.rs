//! The man page: one page for the program and all of its commands, from the same definition as the arguments.

use crate::base::bilingual::{Phrase, speaks_chinese};
use crate::base::text::Lang;
use crate::doors::tui::keys_of_a_play;
use crate::speech::messages::Messages;
use clap::{Arg, Command};
use clap_mangen::Man;
use std::io;

/// What a variable does, in the order in which they are looked at.
const ENVIRONMENT: [(&str, Phrase); 9] = [
    (
        "DOORSTEP_SAVES",
        Phrase::new("Where plays are kept; --saves goes before it.", "演练存在哪里；写了 --saves 就以它为准。"),
    ),
    (
        "DOORSTEP_PAUSE",
        Phrase::new(
            "How many milliseconds choosing keys rest after a reply, from 0 to 10000; 700 if unset.",
            "看到回应以后，选择键歇多少毫秒，0 到 10000；不设是 700。",
        ),
    ),
    (
        "DOORSTEP_COMPLETE",
        Phrase::new(
            "Set by the script of doorstep completions while it asks what can be typed.",
            "doorstep completions 输出的脚本问能输入什么时，由它来设。",
        ),
    ),
    (
        "LC_ALL, LC_MESSAGES, LANG",
        Phrase::new(
            "The language, until a learner has chosen one: the first that is set decides.",
            "学员自己选定之前用什么语言：哪个先设了就以哪个为准。",
        ),
    ),
    (
        "NO_COLOR",
        Phrase::new(
            "If set and not empty, no colours are used. Colour is never the only sign.",
            "设了而且不空，就不用颜色。任何意思都不只靠颜色表达。",
        ),
    ),
    (
        "ACCESSIBLE",
        Phrase::new(
            "If set and not 0, lines of text instead of a full screen.",
            "设了而且不是 0，就用一行行文字，不画整屏。",
        ),
    ),
    ("COLUMNS", Phrase::new("How wide lines of text are.", "一行行文字有多宽。")),
    ("TERM, COLORTERM", Phrase::new("What the terminal can do.", "终端能做什么。")),
    (
        "SSH_CONNECTION, SSH_TTY, TMUX, STY, ZELLIJ",
        Phrase::new(
            "If one is set, the terminal is not asked for its background.",
            "设了其中一个，就不去问终端的底色。",
        ),
    ),
];

const FILES: [(&str, Phrase); 4] = [
    (
        "scenarios/",
        Phrase::new(
            "Scenarios and their standard; a folder of this name here goes before those that are built in.",
            "情景和它们的标准；当前文件夹里有这个文件夹，就先用它，不用自带的。",
        ),
    ),
    ("saves/", Phrase::new("Where plays are kept beside such a folder.", "旁边有这样的文件夹时，演练存在这里。")),
    (
        "$XDG_DATA_HOME/doorstep/saves",
        Phrase::new(
            "Where they are kept otherwise (~/.local/share if the variable is unset).",
            "其他时候存在这里（没设这个变量就是 ~/.local/share）。",
        ),
    ),
    (
        "LEARNER/attempts/000001.ron",
        Phrase::new(
            "One play in the folder of saves: its seed and its moves, as text.",
            "存档文件夹里的一次演练：种子和每一步，都是文字。",
        ),
    ),
];

const JSON: [(&str, Phrase); 3] = [
    (
        "format",
        Phrase::new(
            "The number of the format; it rises when a program that reads documents would have to be changed.",
            "格式的编号；要是读这些文档的程序非改不可，它就加一。",
        ),
    ),
    (
        "document",
        Phrase::new(
            "The kind of document; doorstep schema KIND prints what stands in it, each key with its meaning and unit.",
            "是哪一种文档；doorstep schema KIND 列出里面有什么，每个键的意思和单位。",
        ),
    ),
    (
        "message, hint, diagnostics, exit",
        Phrase::new(
            "Of a document of the kind error: why the command could not do its work.",
            "error 这种文档里：命令为什么没能做成。",
        ),
    ),
];

const EXIT_STATUS: [(&str, Phrase); 3] = [
    (
        "0",
        Phrase::new("All went well; also for a play that failed or was left.", "一切正常；演练没过或者中途离开也算。"),
    ),
    (
        "1",
        Phrase::new(
            "check found errors, or anything with --strict; or a walk does not hold.",
            "check 查出了错误，加 --strict 时有任何发现；或者有脚本对不上。",
        ),
    ),
    (
        "2",
        Phrase::new(
            "Wrong use, or a file, a disk or a terminal that cannot be used; standard error says what, and with --json a document.",
            "用法不对，或者文件、磁盘、终端用不了；标准错误里说明怎么回事，加了 --json 还有一份文档。",
        ),
    ),
];

/// The sections of the page, as clap names them and in Chinese.
const SECTIONS: [(&str, &str); 10] = [
    ("NAME", "名称"),
    ("SYNOPSIS", "用法"),
    ("DESCRIPTION", "说明"),
    ("OPTIONS", "选项"),
    ("COMMANDS", "命令"),
    ("KEYS", "按键"),
    ("ENVIRONMENT", "环境变量"),
    ("FILES", "文件"),
    ("EXIT STATUS", "退出状态"),
    ("EXAMPLES", "例子"),
];

/// The page in the language of manuals, roff.
///
/// # Errors
/// Writing to memory does not fail.
pub(super) fn page(mut command: Command, lang: Lang) -> io::Result<String> {
    command.build();
    let mut head = Vec::new();
    let man = Man::new(command.clone());
    man.render_title(&mut head)?;
    man.render_name_section(&mut head)?;
    man.render_synopsis_section(&mut head)?;
    man.render_description_section(&mut head)?;
    man.render_options_section(&mut head)?;
    let mut page = String::from_utf8_lossy(&head).into_owned();
    page += ".SH COMMANDS\n";
    page.extend(command.get_subcommands().filter(|own| own.get_name() != "help").map(section_of));
    let told = |(name, words): (&'static str, Phrase)| (name, words.in_lang(lang).to_owned());
    page += &section("KEYS", &keys_of_a_play(&Messages::new(lang)));
    page += &section("ENVIRONMENT", &ENVIRONMENT.map(told));
    page += &section("FILES", &FILES.map(told));
    page += &section("JSON", &JSON.map(told));
    page += &section("EXIT STATUS", &EXIT_STATUS.map(told));
    page += &format!(".SH EXAMPLES\n.nf\n{}.fi\n", examples(&command));
    Ok(if speaks_chinese(lang) { with_chinese_heads(&page) } else { page })
}

fn with_chinese_heads(page: &str) -> String {
    let head = |line: &str| {
        let own = SECTIONS.iter().find(|(name, _)| line == format!(".SH {name}"));
        own.map_or_else(|| line.to_owned(), |(_, chinese)| format!(".SH {chinese}"))
    };
    page.lines().map(|line| head(line) + "\n").collect()
}

/// A command with what it takes.
fn section_of(command: &Command) -> String {
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let own = |arg: &&Arg| !arg.is_global_set() && !arg.is_hide_set() && arg.get_id() != "help";
    let taken: Vec<(String, String)> = command.get_arguments().filter(own).map(argument).collect();
    let nested = command.get_subcommands().filter(|own| own.get_name() != "help").map(|own| {
        (
            format!("{} {}", command.get_name(), own.get_name()),
            own.get_about().map(ToString::to_string).unwrap_or_default(),
        )
    });
    let all: Vec<(String, String)> = nested.chain(taken).collect();
    format!(".SS doorstep {}\n{}\n{}", escaped(command.get_name()), escaped(&about), listed(&all))
}

/// An argument as it is typed, and what it is for.
fn argument(arg: &Arg) -> (String, String) {
    let value = arg.get_value_names().unwrap_or_default().iter().map(|name| format!(" {name}")).collect::<String>();
    let takes = arg.get_num_args().is_some_and(|count| count.takes_values());
    let typed = match arg.get_long() {
        Some(long) if takes => format!("--{long}{value}"),
        Some(long) => format!("--{long}"),
        None => arg.get_value_names().map_or_else(|| arg.get_id().to_string(), |_| value.trim().to_owned()),
    };
    (typed, arg.get_help().map(ToString::to_string).unwrap_or_default())
}

/// The examples that the commands' own help gives.
fn examples(command: &Command) -> String {
    let told = command.get_subcommands().chain([command]).filter_map(Command::get_after_help).map(ToString::to_string);
    let lines: Vec<String> = told.flat_map(|told| told.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    let typed = lines.iter().map(|line| line.trim_start_matches("Example: ").trim_start_matches("例：").trim_start());
    typed
        .filter(|line| line.starts_with("doorstep ") || line.starts_with("git "))
        .map(|line| escaped(line) + "\n")
        .collect()
}

fn section(title: &str, entries: &[(impl AsRef<str>, impl AsRef<str>)]) -> String {
    format!(".SH {title}\n{}", listed(entries))
}

fn listed(entries: &[(impl AsRef<str>, impl AsRef<str>)]) -> String {
    let entry = |(name, words): &(_, _)| entry(AsRef::<str>::as_ref(name), AsRef::<str>::as_ref(words));
    entries.iter().map(entry).collect()
}

fn entry(name: &str, words: &str) -> String {
    format!(".TP\n\\fB{}\\fR\n{}\n", escaped(name), escaped(words))
}

/// Words that roff sets as they are: no escape, no hyphen that is broken at, no request at the beginning of a line.
fn escaped(words: &str) -> String {
    let plain = words.replace('\\', "\\e").replace('-', "\\-");
    let lines =
        plain.lines().map(|line| if line.starts_with(['.', '\'']) { format!("\\&{line}") } else { line.to_owned() });
    lines.collect::<Vec<_>>().join("\n")
}
