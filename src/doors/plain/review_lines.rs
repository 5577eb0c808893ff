//! The review of a play as lines: the same facts as on the screen and on paper, in words.

use super::lines::{Lines, capital};
use crate::play::debrief::Debrief;
use crate::play::engine::Session;
use crate::play::scoring::Label;
use crate::speech::narration::{
    self, AccountItem, MoveTold, NarratedMove, Review, ReviewLine, clock, entry_kind, label,
};
use crate::tr;

/// How many moves are named beside a score under 100.
const COSTLIEST: usize = 5;

/// A play that is over, and what is known of it.
#[derive(Clone, Copy, Debug)]
pub struct ReviewLines<'r> {
    pub lines: Lines<'r>,
    pub session: &'r Session,
    pub debrief: &'r Debrief,
}

impl ReviewLines<'_> {
    /// Everything: the play as a whole, and every move; and what is to say besides, a sentence each.
    pub fn whole(&self, remarks: &[String]) -> Vec<String> {
        let review = self.review();
        let mut all = self.overview(remarks);
        all.extend([String::new(), self.heading(&tr!(self.lines.words, "move-by-move"))]);
        all.extend((0..review.moves.len()).flat_map(|turn| self.one_move(turn)));
        all
    }

    /// The play as a whole: score, verdict, outcome, what the points are made of, what cost most, what was never done, the
    /// dimensions, and how it ended.
    pub fn overview(&self, remarks: &[String]) -> Vec<String> {
        let review = self.review();
        let mut all = self.result(&review, remarks);
        all.extend(self.costs(&review));
        all.extend(self.never_done(&review));
        all.extend(self.ending());
        all.extend(self.dimensions());
        all
    }

    /// All moves, a line each.
    pub fn list(&self) -> Vec<String> {
        let review = self.review();
        let told = review.moves.iter().enumerate();
        told.map(|(turn, own)| format!("{}. {}{}", turn + 1, own.words, self.lines.aside(&self.judged(turn, own))))
            .collect()
    }

    /// The moves that are labelled as mistakes, of any size.
    pub fn mistakes(&self) -> Vec<usize> {
        self.debrief.moves.iter().filter(|own| own.label.is_some_and(Label::is_mistake)).map(|own| own.turn).collect()
    }

    fn review(&self) -> Review {
        self.lines.narrator(self.session).review(self.session, &self.debrief.card.ledger)
    }

    fn heading(&self, words: &str) -> String {
        format!("{}{}", capital(words), tr!(self.lines.words, "colon").trim_end())
    }

    /// Score, verdict and outcome, what the points are made of, and how good the moves were.
    fn result(&self, review: &Review, remarks: &[String]) -> Vec<String> {
        let (lines, words, card) = (&self.lines, self.lines.words, &self.debrief.card);
        let narrator = lines.narrator(self.session);
        let verdict = narration::verdict(words, card.verdict);
        let needs = tr!(words, "pass-needs", mark = narrator.scenario.pass_mark);
        let score = tr!(words, "score", score = card.score.whole());
        let verdict = format!("{}{}{needs}", lines.list(&[score, verdict]), tr!(words, "between-sentences"));
        let mut all = vec![String::new(), capital(&verdict)];
        all.push(lines.sentence(&lines.list(&narrator.outcome(self.session))));
        all.extend(remarks.iter().cloned());
        if !card.critical.is_empty() {
            all.push(tr!(words, "critical-fails", count = card.critical.len()));
        }
        all.extend(self.debrief.no_return.map(|turn| {
            let number = turn + 1;
            tr!(words, "no-return", number = number)
        }));
        all.push(lines.sentence(&self.account(review)));
        all.push(lines.sentence(&lines.list(&self.label_counts())));
        all
    }

    /// `12 of 16 points: 3 met, 12 of 12; 1 missed, 0 of 4`
    fn account(&self, review: &Review) -> String {
        let (words, card) = (self.lines.words, &self.debrief.card);
        let points = tr!(words, "points-of", points = self.number(card.points), best = card.best);
        let item = |own: AccountItem| {
            let counted = tr!(words, "account-item", count = own.count, kind = entry_kind(words, own.kind));
            let price = self.price(own.points, (own.worth > 0).then_some(own.worth));
            if price.is_empty() { counted } else { self.lines.list(&[counted, price]) }
        };
        let items: Vec<String> = review.account().into_iter().map(item).collect();
        format!("{points}{}{}", tr!(words, "colon"), items.join(&tr!(words, "plain-semicolon")))
    }

    fn label_counts(&self) -> Vec<String> {
        let words = self.lines.words;
        let all = Label::ALL.into_iter().map(Some).chain([None]);
        let counted = all.map(|own| (own, self.debrief.count(own))).filter(|(_, count)| *count > 0);
        let told = counted.map(|(own, count)| match own {
            Some(own) => tr!(words, "plain-label-count", label = label(words, own), count = count),
            None => tr!(words, "count-forced", count = count),
        });
        told.collect()
    }

    /// The moves that cost most.
    fn costs(&self, review: &Review) -> Vec<String> {
        let words = self.lines.words;
        let costly = self.debrief.costliest(COSTLIEST);
        if costly.is_empty() {
            return vec![String::new(), tr!(words, "nothing-lost-here")];
        }
        let mut all = vec![String::new(), self.heading(&tr!(words, "what-cost-most"))];
        all.extend(costly.into_iter().map(|turn| {
            let (own, number) = (&review.moves[turn], turn + 1);
            let place = capital(&tr!(words, "turn-number", number = number));
            format!("{place}{}{}{}", tr!(words, "colon"), own.words, self.lines.aside(&self.judged(turn, own)))
        }));
        all
    }

    /// `blunder, cost 21 of 100`
    fn judged(&self, turn: usize, told: &NarratedMove) -> String {
        let words = self.lines.words;
        let solved = self.solved(turn, told);
        let judged = self.debrief.moves[turn].label.map_or_else(|| tr!(words, "only-choice"), |own| label(words, own));
        self.lines.list(&[Some(judged), solved.cost].into_iter().flatten().collect::<Vec<_>>())
    }

    fn solved(&self, turn: usize, told: &NarratedMove) -> MoveTold {
        self.lines.narrator(self.session).move_told(self.session, self.debrief, told, turn)
    }

    /// Everything about one move.
    pub fn one_move(&self, turn: usize) -> Vec<String> {
        let (words, review) = (self.lines.words, self.review());
        let Some(told) = review.moves.get(turn) else { return Vec::new() };
        let (solved, number) = (self.solved(turn, told), turn + 1);
        let place = tr!(words, "move-of", number = number, count = review.moves.len());
        let head = self.lines.list(&[place, clock(told.clock), self.judged(turn, told)]);
        let reachable = tr!(words, "still-reachable", score = self.debrief.moves[turn].reachable.whole());
        let between = tr!(words, "between-sentences");
        let head = format!("{}{between}{}", self.lines.sentence(&head), self.lines.sentence(&reachable));
        let mut all = vec![String::new(), head, tr!(words, "plain-you", choice = told.words.as_str())];
        all.extend(self.answer(self.session, turn, false));
        all.extend(told.lines.iter().map(|line| self.entry(line)));
        all.extend(told.feedback.iter().map(|feedback| format!("{}{feedback}", tr!(words, "why"))));
        if !solved.given_up.is_empty() {
            all.push(tr!(words, "given-up", best = self.debrief.card.best));
        }
        for row in &solved.given_up {
            let points = self.signed(&row.points);
            all.push(format!("{points}{}{}{}", tr!(words, "colon"), row.text, self.lines.aside(&row.cite)));
        }
        all.extend(solved.notes.iter().cloned());
        all.extend(self.better(turn, &solved));
        let here = review.missed.iter().filter(|missed| missed.moment == Some(turn));
        let here: Vec<String> = here.map(|missed| self.entry(&missed.line)).collect();
        if !here.is_empty() {
            all.push(tr!(words, "chance-here"));
            all.extend(here);
        }
        all
    }

    /// The better moves, the first of them played: what is answered, what it meets, and why.
    fn better(&self, turn: usize, solved: &MoveTold) -> Vec<String> {
        if solved.better.is_empty() {
            return Vec::new();
        }
        let better = self.lines.narrator(self.session).one_of(&solved.better);
        let mut all = vec![format!("{}{better}", tr!(self.lines.words, "better"))];
        let mut other = self.session.clone();
        other.rewind_to(turn);
        if other.take(self.debrief.moves[turn].best_choice).is_ok() {
            all.extend(self.answer(&other, turn, true));
        }
        all
    }

    /// How a move was, or would be, answered.
    fn answer(&self, session: &Session, turn: usize, with_meaning: bool) -> Vec<String> {
        let reply = self.lines.narrator(session).answer(session, turn, with_meaning);
        self.lines.tell(session, &reply)
    }

    /// What was never done, with the moment when it could have been; and what gave way.
    fn never_done(&self, review: &Review) -> Vec<String> {
        let (words, narrator) = (self.lines.words, self.lines.narrator(self.session));
        let mut all = Vec::new();
        if !review.missed.is_empty() {
            all.extend([String::new(), self.heading(&tr!(words, "missed"))]);
        }
        for missed in &review.missed {
            let chance = narrator.chance(missed, review, Some(self.debrief));
            all.push(format!("{}{}{chance}", self.entry(&missed.line), tr!(words, "between-sentences")));
        }
        if !review.given_way.is_empty() {
            all.extend([String::new(), self.heading(&tr!(words, "given-way"))]);
            all.extend(review.given_way.iter().map(|line| self.entry(line)));
        }
        all
    }

    /// How it ended, as it was told in play.
    fn ending(&self) -> Vec<String> {
        let scene = self.lines.narrator(self.session).ending_scene(self.session);
        if scene.is_empty() {
            return Vec::new();
        }
        let head = [String::new(), self.heading(&tr!(self.lines.words, "how-it-ended"))];
        head.into_iter().chain(self.lines.tell(self.session, &scene)).collect()
    }

    fn dimensions(&self) -> Vec<String> {
        let words = self.lines.words;
        let scored = self.debrief.card.dimensions.iter().filter_map(|(id, score)| Some((*id, (*score)?)));
        let line = |(id, score): (crate::content::standard::DimensionId, crate::play::scoring::Score)| {
            let title = self.lines.standard.dimensions[id.index()].title.in_lang(words.lang());
            format!("{title}{}{}", tr!(words, "colon"), tr!(words, "score", score = score.whole()))
        };
        let head = [String::new(), self.heading(&tr!(words, "by-dimension"))];
        head.into_iter().chain(scored.map(line)).collect()
    }

    /// `Too late in the order: Ring again … (2 of 4 points; Calling at the door, item 7)`
    fn entry(&self, line: &ReviewLine) -> String {
        let words = self.lines.words;
        let price = self.price(line.points, line.worth);
        let behind: Vec<String> = [price, line.cite.clone()].into_iter().filter(|part| !part.is_empty()).collect();
        let behind = self.lines.aside(&behind.join(&tr!(words, "plain-semicolon")));
        let entry = format!("{}{}{}{behind}", capital(&entry_kind(words, line.kind)), tr!(words, "colon"), line.text);
        match &line.because {
            Some((to, because)) => {
                let reason = tr!(words, "gave-way", to = to.as_str(), because = because.as_str());
                format!("{entry}{}{reason}", tr!(words, "between-sentences"))
            }
            None => entry,
        }
    }

    /// `2 of 4 points`, `minus 8 points`; nothing for what neither won nor cost.
    fn price(&self, points: i32, worth: Option<i32>) -> String {
        let (words, number) = (self.lines.words, self.number(points));
        match (points, worth) {
            (_, Some(worth)) => tr!(words, "plain-price-of", points = number, worth = worth),
            (0, None) => String::new(),
            (_, None) => tr!(words, "plain-price", points = number),
        }
    }

    /// A number below 0 with a word for its sign.
    fn number(&self, number: i32) -> String {
        if number >= 0 {
            return number.to_string();
        }
        let number = number.abs();
        tr!(self.lines.words, "plain-minus", number = number)
    }

    /// `−4` or `+2` in words.
    fn signed(&self, points: &str) -> String {
        let words = self.lines.words;
        match (points.strip_prefix('−'), points.strip_prefix('+')) {
            (Some(number), _) => tr!(words, "plain-lost", number = number),
            (None, Some(number)) => tr!(words, "plain-won", number = number),
            (None, None) => points.to_owned(),
        }
    }
}
