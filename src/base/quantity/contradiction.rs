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

    /// Pairs as good translations have them: neither language counts like the other.
    const AGREEING: [(&str, &str); 66] = [
        ("半夜醒了", "She wakes at two in the morning."),
        ("夜里十一点，坐到天亮", "At eleven that night; she sits up until morning."),
        ("后天上午我再来。", "I'll be back the day after tomorrow, in the morning."),
        ("明天下午三点", "three tomorrow afternoon"),
        ("昨晚十点", "at ten last night"),
        ("今晚七点见", "See you tonight at seven."),
        ("今早来过", "They came this morning."),
        ("前天打的电话", "She rang the day before yesterday."),
        ("大后天到", "in three days' time"),
        ("今后天天都来", "He'll come every day from now on."),
        ("赶明儿再说", "Some other day."),
        ("周三下午", "Wednesday afternoon"),
        ("星期天早上", "on Sunday morning"),
        ("下周三上门", "He calls next Wednesday."),
        ("下周三上门", "It's next week, on Wednesday."),
        ("周末在家", "In at the weekend."),
        ("周六周日都在", "There all weekend."),
        ("一周一次", "once a week"),
        ("两周五趟", "five times in a fortnight"),
        ("周一到周五", "Monday to Friday"),
        ("上周来过，下周还来", "Here last week, and again next week."),
        ("下个月拆机", "The line goes next month."),
        ("去年冬天摔过", "She fell last year, in the winter."),
        ("十点过了四分", "It's four minutes past ten."),
        ("十点过五分", "five past ten"),
        ("差五分十点", "five to ten"),
        ("差一刻九点", "quarter to nine"),
        ("九点差十分", "ten to nine"),
        ("十一点差一刻", "quarter to eleven"),
        ("十点零四", "four minutes past ten"),
        ("十点半", "half ten, by the kitchen clock"),
        ("十点半以前", "before half ten"),
        ("十点半", "ten-thirty"),
        ("约在十一点。", "We said at eleven."),
        ("三点以前到", "there by three"),
        ("朝九晚五：九点到五点", "from nine to five"),
        ("九点四十到的", "He came at nine forty."),
        ("10：30到", "half past ten"),
        ("下午3:40", "3:40 p.m."),
        ("早上九点", "9 a.m."),
        ("晚上八点", "eight at night"),
        ("傍晚来", "late in the afternoon"),
        ("傍晚来", "early in the evening"),
        ("半夜响了", "It rang at night."),
        ("凌晨两点", "two in the morning"),
        ("三百户", "three hundred homes"),
        ("三十户人家", "thirty households"),
        ("两千户", "two thousand homes"),
        ("四个人住", "four people live here"),
        ("一共五位", "five people in all"),
        ("一个人在家", "on her own"),
        ("七十一岁", "71 years old"),
        ("八岁的孙女", "an eight-year-old granddaughter"),
        ("月费一百二十九块", "129 yuan a month"),
        ("月费129元", "a hundred and twenty-nine yuan a month"),
        ("三十块钱", "thirty yuan"),
        ("两块布", "two cloths"),
        ("打八折", "20 per cent off"),
        ("打八折", "at 80 per cent of the price"),
        ("八五折", "15 % off"),
        ("半价", "half price"),
        ("便宜百分之二十", "20% cheaper"),
        ("百分之八十的客户", "eighty per cent of customers"),
        ("等了半天", "She waited for two days, it felt like."),
        ("这三点要求", "at ten sharp, these things"),
        ("中午吃饭", "at lunchtime"),
    ];

    /// The same, one of them out of date.
    const DISAGREEING: [(&str, &str); 48] = [
        ("后天再来", "I'll be back tomorrow."),
        ("明天再来", "I'll be back the day after tomorrow."),
        ("昨天打的", "She rang the day before yesterday."),
        ("今天装好", "It'll be in tomorrow."),
        ("明天装好", "It'll be in today."),
        ("昨晚打来", "He rings tonight."),
        ("大后天", "tomorrow"),
        ("明早", "in the evening tomorrow"),
        ("上午在家", "In of an afternoon."),
        ("下午在家", "In of a morning."),
        ("晚上在家", "She's in during the afternoon."),
        ("中午来", "Come in the evening."),
        ("早上好", "Good evening"),
        ("下午好", "Good morning"),
        ("周三", "on Thursday"),
        ("星期天", "on Saturday"),
        ("周末", "on Friday"),
        ("礼拜五", "Monday"),
        ("下周来", "He came last week."),
        ("上周来过", "He comes next week."),
        ("下个月", "this month"),
        ("去年", "this year"),
        ("约在十一点。", "We said at three."),
        ("十一点", "by ten"),
        ("十点半", "half eleven, by the kitchen clock"),
        ("十点过五分", "five to ten"),
        ("差五分十点", "five past ten"),
        ("九点差十分", "ten past nine"),
        ("十点过了四分", "five minutes past ten"),
        ("差一刻九点", "quarter past nine"),
        ("九点四十", "nine fifty, at nine fifty"),
        ("10：30到", "at half past eleven"),
        ("早上九点", "9 p.m."),
        ("九点到五点", "from ten to five"),
        ("三百户", "thirty homes"),
        ("三十户", "three hundred households"),
        ("两千户", "twenty thousand homes"),
        ("四个人", "five people"),
        ("七十一岁", "17 years old"),
        ("八岁", "eighteen years old"),
        ("月费129元", "119 yuan a month"),
        ("三十块钱", "forty yuan"),
        ("八折", "80 % off"),
        ("打八折", "80 per cent off"),
        ("八五折", "85% off"),
        ("打七折", "20 percent off"),
        ("半价", "30% off"),
        ("百分之八十的客户", "eight per cent of customers"),
    ];

    #[test]
    fn good_translations_agree_and_stale_ones_do_not() {
        let wrong = |pairs: &[(&str, &str)], wanted| {
            let bad = pairs.iter().filter(|(zh, en)| disagree(zh, en) != wanted);
            bad.map(|(zh, en)| format!("{zh} | {en}")).collect::<Vec<_>>()
        };
        assert_eq!(wrong(&AGREEING, false), [""; 0], "these agree");
        assert_eq!(wrong(&DISAGREEING, true), [""; 0], "these do not");
    }
}
