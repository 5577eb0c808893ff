//! What takes back Chinese words beside it.

use super::doubt_words::{DoubtWords, Reach};
use std::ops::Range;

pub(super) static WORDS: DoubtWords = DoubtWords {
    innocent: &[
        "不好意思",
        "不客气",
        "不用谢",
        "不要紧",
        "不打紧",
        "不着急",
        "不急",
        "不知道",
        "不知您",
        "不知这",
        "不介意",
        "对不起",
        "对不住",
        "过意不去",
        "不瞒您说",
        "不得不",
        "不耽误",
        "不见不散",
        "不会晚",
        "不会迟",
        "不迟到",
        "不晚",
        "差不多",
        "不过",
        "不光",
        "不仅",
        "不但",
        "不止",
        "要不是",
        "要不然",
        "要不",
        "不然",
        "不管",
        "不论",
        "不放心",
        "不便",
        "不方便",
        "不怪",
        "不该",
        "不久",
        "不错",
        "不忙",
        "不麻烦",
        "不打扰",
        "不巧",
        "不少",
        "不变",
        "不会再变",
        "不卖",
        "不想等",
        "了不少",
        "受不了",
        "忍不住",
        "来不及",
        "赶不上",
        "赶不及",
        "腾不出",
        "不会让",
        "没关系",
        "没问题",
        "没事",
        "没敲错",
        "没打错",
        "没听错",
        "没记错",
        "没错",
        "没多久",
        "没别的",
        "没了",
        "没有了",
        "没有啦",
        "没啦",
        "没什么",
        "没大毛病",
        "没完事",
        "没办法",
        "有没有",
        "未来",
    ],
    denies: &["不", "没", "未", "无法", "您别", "你别", "千万别", "甭", "勿", "免得", "算不上"],
    turns: &["但", "就", "可是", "所以", "因为", "请", "而且", "才", "的话", "了我", "了您", "只是"],
    denies_back: &[
        "来不了",
        "去不了",
        "到不了",
        "不成",
        "不行",
        "没法",
        "不一定",
        "不能",
        "不可以",
        "做不到",
        "做不了",
        "过不来",
        "不方便",
        "悬",
        "够呛",
        "不大好办",
        "不在",
    ],
    hedges: &[
        "尽量",
        "尽力",
        "争取",
        "可能",
        "也许",
        "或许",
        "说不定",
        "不一定",
        "没准",
        "不敢保证",
        "不敢说",
        "应该",
        "恐怕",
        "看情况",
        "看路况",
        "要是有空",
        "努力",
        "没意外的话",
        "力争",
        "但愿",
        "差不离",
        "八成",
        "十有八九",
        "不好说",
        "没把握",
        "说不准",
        "保不齐",
        "路上不堵",
        "不堵车的话",
        "顺利的话",
        "没意外",
        "应该能",
        "看看能不能",
        "试试看",
        "大概能",
        "不出意外",
    ],
    others: &[
        "同事",
        "别人",
        "别家",
        "别的",
        "其他",
        "邻居",
        "对门",
        "隔壁",
        "楼上",
        "楼下",
        "那家",
        "上一家",
        "另一位",
        "人家",
        "替",
        "他会",
        "他们",
        "派人",
        "叫人",
        "让人",
        "师傅会",
    ],
    about: &["大概", "大约", "约莫", "差不多", "将近", "快", "或者", "还是", "或"],
    or_so: &["左右", "前后", "上下", "多", "以后", "之后", "以前", "之前", "或者", "还是", "或", "到十", "来钟"],
    reach: Reach::Letters(7),
};

/// Where `不` and `没` only ask: `方不方便`, `合适不合适`, `行不`, `不是说好了吗`.
pub(super) fn questions(words: &str, clauses: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    for clause in clauses {
        let Some(text) = words.get(clause.clone()) else { continue };
        let chars: Vec<(usize, char)> = text.char_indices().collect();
        for three in chars.windows(3) {
            if matches!(three[1].1, '不' | '没') && three[0].1 == three[2].1 {
                let start = clause.start + three[1].0;
                all.push(start..start + three[1].1.len_utf8());
            }
        }
        for five in chars.windows(5) {
            if five[2].1 == '不' && (five[0].1, five[1].1) == (five[3].1, five[4].1) {
                let start = clause.start + five[2].0;
                all.push(start..start + '不'.len_utf8());
            }
        }
        if text.ends_with(['嘛', '吗']) {
            all.extend(text.match_indices("不是").map(|(at, word)| clause.start + at..clause.start + at + word.len()));
        }
        let bare = text.trim_end_matches(['?', '啊', '呀', '哈']);
        if bare.ends_with('不') || bare.ends_with('没') {
            let end = clause.start + bare.len();
            all.push(end - '不'.len_utf8()..end);
        }
    }
    all
}
