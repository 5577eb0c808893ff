//! Whether two texts that should say the same name different numbers.

use super::measure::Quantity;

/// A quantity of one text that the other contradicts: both speak of the same measure, and the one that says less says
/// something that the other does not.
pub fn contradiction<'q>(ours: &'q [Quantity], theirs: &'q [Quantity]) -> Option<(&'q Quantity, &'q Quantity)> {
    let hard = |all: &'q [Quantity], measure| all.iter().filter(move |q| q.measure == measure && !q.soft);
    ours.iter().filter(|own| !own.soft).find_map(|own| {
        let first = hard(theirs, own.measure).next()?;
        let ours_is_less = hard(ours, own.measure).count() <= hard(theirs, own.measure).count();
        let (few, many) = if ours_is_less { (ours, theirs) } else { (theirs, ours) };
        let lost = hard(few, own.measure).find(|q| !many.iter().any(|other| other.same(q)))?;
        let is_own = ours.iter().any(|q| std::ptr::eq(q, lost));
        Some(if is_own { (lost, first) } else { (own, lost) })
    })
}

#[cfg(test)]
mod tests {
    use super::contradiction;
    use crate::base::quantity::quantities;
    use crate::base::text::Lang;

    fn disagree(zh: &str, en: &str) -> bool {
        let lang = |tag| Lang::new(tag).expect("a tag");
        contradiction(&quantities(lang("zh"), zh), &quantities(lang("en"), en)).is_some()
    }

    #[test]
    fn texts_contradict_each_other_only_where_both_speak_of_the_same_thing() {
        assert!(disagree("等二十秒", "Wait half a minute"));
        assert!(disagree("十点半到", "Be there at half past eleven"));
        assert!(disagree("按三下，隔三十秒", "Ring five times, 30 seconds apart"));
        assert!(disagree("2009年，月费79", "2009, 97 a month"));
        assert!(!disagree("等三十秒", "Wait half a minute"));
        assert!(!disagree("等三十秒", "Wait"));
        assert!(!disagree("等一分钟，再等三十秒", "Give it thirty seconds"));
        assert!(!disagree("三分钟", "Just a minute"));
        assert!(!disagree("九点四十开会", "Her meeting's at 09:40"));
    }
}
