//! What a bank is short of, in a sentence.

use super::shortage::Shortage;
use crate::base::bilingual::Bilingual;
use crate::both;
use crate::content::blueprint::Blueprint;
use crate::content::standard::Standard;

/// The sentence.
pub fn shortage_words(shortage: &Shortage, blueprint: &Blueprint, standard: &Standard) -> Bilingual {
    let title = |block: usize| {
        let title = blueprint.blocks.get(block).map(|own| &own.title);
        let said = |tag| title.zip(crate::base::text::Lang::new(tag)).map_or("", |(own, lang)| own.in_lang(lang));
        Bilingual { en: said("en").to_owned(), zh: said("zh").to_owned() }
    };
    match shortage {
        Shortage::Block { block, wants, has } => both!(
            "“{title}” wants {wants} questions that can stand together, and the bank keeps {has} for papers",
            "“{title}”要 {wants} 道能放在一起的题，留给试卷的只有 {has} 道",
            wants = *wants,
            has = *has;
            title = title(*block)
        ),
        Shortage::Further { block, wants, has } => both!(
            "both forms together want {wants} questions of “{title}”, and the bank keeps {has} for papers",
            "“{title}”的首卷和加试合起来要 {wants} 道题，留给试卷的只有 {has} 道",
            wants = *wants,
            has = *has;
            title = title(*block)
        ),
        Shortage::Orders { wants, has } => both!(
            "{wants} questions that put a procedure in order are wanted, and the bank keeps {has} for papers",
            "要 {wants} 道排顺序的题，留给试卷的只有 {has} 道",
            wants = *wants,
            has = *has
        ),
        Shortage::Numbers { wants, has } => both!(
            "{wants} questions that ask for a number are wanted, and the bank keeps {has} for papers",
            "要 {wants} 道问数字的题，留给试卷的只有 {has} 道",
            wants = *wants,
            has = *has
        ),
        Shortage::Judged { wants, has } => both!(
            "{wants} judgements and dialogues are wanted, and the bank keeps {has} for papers",
            "判断题和找错题要 {wants} 道，留给试卷的只有 {has} 道",
            wants = *wants,
            has = *has
        ),
        Shortage::Critical(row) => both!(
            "no question for papers is about the critical requirement {id}",
            "红线要求 {id} 没有留给试卷的题",
            id = &standard.requirement(*row).id
        ),
        Shortage::Together => both!(
            "each wish can be met, and no draw met all of them together",
            "每个条件单独都办得到，合在一起抽不出卷子"
        ),
    }
}
