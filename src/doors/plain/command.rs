//! What can be typed besides numbers, in letters, in English and in Chinese: one table for reading and for telling.

use crate::base::text::narrowed;
use crate::speech::messages::Messages;
use crate::tr;

/// A word that does something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PlainCommand {
    Confirm,
    Hint,
    TakeBack,
    SayAgain,
    Log,
    Steps,
    Standard,
    Next,
    Previous,
    Mistake,
    TryAgain,
    BestLine,
    Html,
    Markdown,
    Everything,
    Minutes,
    Exam,
    Flag,
    ShouldCount,
    ReadAloud,
    Rename,
    Merge,
    Delete,
    Language,
    Help,
    Back,
    Leave,
}

/// What was typed, as far as it can be told without knowing where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TypedLine {
    Number(usize),
    /// A command, and what stood behind it.
    Command(PlainCommand, String),
    Words(String),
}

impl PlainCommand {
    const ALL: [PlainCommand; 27] = [
        PlainCommand::Confirm,
        PlainCommand::Hint,
        PlainCommand::TakeBack,
        PlainCommand::SayAgain,
        PlainCommand::Log,
        PlainCommand::Steps,
        PlainCommand::Standard,
        PlainCommand::Next,
        PlainCommand::Previous,
        PlainCommand::Mistake,
        PlainCommand::TryAgain,
        PlainCommand::BestLine,
        PlainCommand::Html,
        PlainCommand::Markdown,
        PlainCommand::Everything,
        PlainCommand::Minutes,
        PlainCommand::Exam,
        PlainCommand::Flag,
        PlainCommand::ShouldCount,
        PlainCommand::ReadAloud,
        PlainCommand::Rename,
        PlainCommand::Merge,
        PlainCommand::Delete,
        PlainCommand::Language,
        PlainCommand::Help,
        PlainCommand::Back,
        PlainCommand::Leave,
    ];

    /// How it is typed, the shortest first.
    fn spellings(self) -> &'static [&'static str] {
        match self {
            PlainCommand::Confirm => &["y", "yes", "ok", "是", "确定", "好"],
            PlainCommand::Hint => &["h", "hint", "提示"],
            PlainCommand::TakeBack => &["u", "undo", "rewind", "退回", "回退", "悔棋"],
            PlainCommand::SayAgain => &["r", "repeat", "重说", "再说一遍"],
            PlainCommand::Log => &["t", "log", "记录", "前情"],
            PlainCommand::Steps => &["d", "done", "steps", "进度"],
            PlainCommand::Standard => &["s", "standard", "标准"],
            PlainCommand::Next => &["n", "next", "下一", "下一步", "下一页"],
            PlainCommand::Previous => &["p", "previous", "上一", "上一步", "上一页"],
            PlainCommand::Mistake => &["m", "mistake", "失误"],
            PlainCommand::TryAgain => &["a", "again", "重来"],
            PlainCommand::BestLine => &["best", "最佳", "最佳走法"],
            PlainCommand::Html => &["html", "网页"],
            PlainCommand::Markdown => &["md", "markdown"],
            PlainCommand::Everything => &["all", "全部"],
            PlainCommand::Minutes => &["minutes", "分钟"],
            PlainCommand::Exam => &["exam", "考试"],
            PlainCommand::Flag => &["f", "flag", "标记"],
            PlainCommand::ShouldCount => &["c", "count", "算数", "该算"],
            PlainCommand::ReadAloud => &["aloud", "朗读", "念"],
            PlainCommand::Rename => &["rename", "改名"],
            PlainCommand::Merge => &["merge", "合并"],
            PlainCommand::Delete => &["delete", "删除"],
            PlainCommand::Language => &["lang", "language", "语言"],
            PlainCommand::Help => &["?", "help", "帮助"],
            PlainCommand::Back => &["b", "back", "返回"],
            PlainCommand::Leave => &["q", "quit", "exit", "离开", "退出"],
        }
    }

    /// How it is typed and what it does: `u, take the last move back`.
    pub(super) fn told(self, words: &Messages) -> String {
        let does = match self {
            PlainCommand::Confirm => tr!(words, "plain-do-confirm"),
            PlainCommand::Hint => tr!(words, "plain-do-hint"),
            PlainCommand::TakeBack => tr!(words, "plain-do-take-back"),
            PlainCommand::SayAgain => tr!(words, "plain-do-say-again"),
            PlainCommand::Log => tr!(words, "plain-do-log"),
            PlainCommand::Steps => tr!(words, "plain-do-steps"),
            PlainCommand::Standard => tr!(words, "plain-do-standard"),
            PlainCommand::Next => tr!(words, "plain-do-next"),
            PlainCommand::Previous => tr!(words, "plain-do-previous"),
            PlainCommand::Mistake => tr!(words, "plain-do-mistake"),
            PlainCommand::TryAgain => tr!(words, "plain-do-again"),
            PlainCommand::BestLine => tr!(words, "plain-do-best"),
            PlainCommand::Html => tr!(words, "plain-do-html"),
            PlainCommand::Markdown => tr!(words, "plain-do-markdown"),
            PlainCommand::Everything => tr!(words, "plain-do-all"),
            PlainCommand::Minutes => tr!(words, "plain-do-minutes"),
            PlainCommand::Exam => tr!(words, "plain-do-exam"),
            PlainCommand::Flag => tr!(words, "plain-do-flag"),
            PlainCommand::ShouldCount => tr!(words, "plain-do-count"),
            PlainCommand::ReadAloud => tr!(words, "plain-do-aloud"),
            PlainCommand::Rename => tr!(words, "plain-do-rename"),
            PlainCommand::Merge => tr!(words, "plain-do-merge"),
            PlainCommand::Delete => tr!(words, "plain-do-delete"),
            PlainCommand::Language => tr!(words, "plain-do-language", language = words.next_told()),
            PlainCommand::Help => tr!(words, "plain-do-help"),
            PlainCommand::Back => tr!(words, "plain-do-back"),
            PlainCommand::Leave => tr!(words, "plain-do-leave"),
        };
        let typed = self.spellings().first().copied().unwrap_or_default();
        tr!(words, "plain-command", typed = typed, does = does)
    }
}

/// Reads a line as far as it can be read without knowing where it was typed.
pub(super) fn read(line: &str) -> TypedLine {
    let narrow = narrowed(line);
    let narrow = narrow.trim();
    if let Ok(number) = narrow.parse() {
        return TypedLine::Number(number);
    }
    let (first, rest) = narrow.split_once(' ').unwrap_or((narrow, ""));
    let first = first.to_lowercase();
    match PlainCommand::ALL.into_iter().find(|command| command.spellings().contains(&&*first)) {
        Some(command) => TypedLine::Command(command, rest.trim().to_owned()),
        None => TypedLine::Words(line.trim().to_owned()),
    }
}

/// What can be typed at one prompt.
#[derive(Clone, Debug, Default)]
pub(super) struct PlainPrompt {
    /// Numbers from 1 to this one; 0 where none means anything.
    pub numbers: usize,
    pub commands: Vec<PlainCommand>,
    /// What words mean here, if they mean anything: `a name`.
    pub words: Option<String>,
    /// Whether whole sentences are typed: then a command stands alone.
    pub is_for_sentences: bool,
}

impl PlainPrompt {
    pub(super) fn of(numbers: usize, commands: &[PlainCommand]) -> PlainPrompt {
        PlainPrompt { numbers, commands: commands.to_vec(), words: None, is_for_sentences: false }
    }

    pub(super) fn for_words(words: String) -> PlainPrompt {
        PlainPrompt { numbers: 0, commands: Vec::new(), words: Some(words), is_for_sentences: false }
    }

    pub(super) fn for_sentence(words: String) -> PlainPrompt {
        PlainPrompt { is_for_sentences: true, ..PlainPrompt::for_words(words) }
    }

    /// Whether this command means something here.
    pub(super) fn takes(&self, command: PlainCommand) -> bool {
        let everywhere = matches!(command, PlainCommand::Language | PlainCommand::Help | PlainCommand::Leave);
        everywhere || command == PlainCommand::Back || self.commands.contains(&command)
    }

    /// Everything that can be typed here, in one line.
    pub(super) fn help(&self, words: &Messages) -> String {
        let numbers = match self.numbers {
            0 => None,
            1 => Some(tr!(words, "plain-one-number")),
            count => Some(tr!(words, "plain-numbers", count = count)),
        };
        let everywhere = [PlainCommand::Language, PlainCommand::Help, PlainCommand::Back, PlainCommand::Leave];
        let commands = self.commands.iter().chain(&everywhere).map(|command| command.told(words));
        let all: Vec<String> = self.words.clone().into_iter().chain(numbers).chain(commands).collect();
        tr!(words, "plain-here", all = all.join(&tr!(words, "plain-semicolon")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_spelling_means_two_things_and_full_width_letters_are_letters() {
        let mut all: Vec<&str> = PlainCommand::ALL.iter().flat_map(|own| own.spellings()).copied().collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
        assert_eq!(read("　３ "), TypedLine::Number(3));
        assert_eq!(read("Ａ ３"), TypedLine::Command(PlainCommand::TryAgain, "3".to_owned()));
        assert_eq!(read("标准 门铃"), TypedLine::Command(PlainCommand::Standard, "门铃".to_owned()));
        assert_eq!(read("Li Na（家）"), TypedLine::Words("Li Na（家）".to_owned()));
    }
}
