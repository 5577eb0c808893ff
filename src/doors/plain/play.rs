//! The play: what is typed becomes a command for the trainer, what comes of it is told, and nothing is told twice.

use super::command::{PlainCommand, PlainPrompt};
use super::context::{PlainContext, Wish};
use super::dialog::{Dialog, Spoken};
use super::lines::Lines;
use super::room::{Entrance, Onward, PlainRoom, RoomName};
use crate::base::text::narrowed;
use crate::content::scenario::ChoiceId;
use crate::play::hint::Hint;
use crate::record::attempt::Mode;
use crate::speech::narration::{Narrator, Standing, clock, entry_kind, mode_name};
use crate::speech::saying;
use crate::tr;
use crate::trainer::phrase_drill::Speaking;
use crate::trainer::recorded_play::{KeepAttempt, PlayCommand, RecordedPlay};
use crate::trainer::say_it::{SaidAs, SaidReply, SayIt, SayMoment};

pub(super) struct PlayRoom {
    play: RecordedPlay,
    /// How it was come to; none once that is told.
    entrance: Option<Entrance>,
    /// What was picked where a choice is confirmed first.
    picked: Option<ChoiceId>,
    /// What was said, where one says it oneself.
    said: SayIt,
}

impl PlainRoom for PlayRoom {
    fn enter(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Onward> {
        match self.entrance.take() {
            Some(entrance) => self.arrive(entrance, own, dialog)?,
            None if !self.play.session().is_over() => self.choices(own, dialog)?,
            None => {}
        }
        while !self.play.session().is_over() {
            let SayMoment { is_said, listed } = self.said.moment(&self.play, &own.pack.standard);
            match own.listen(dialog, &self.prompt(listed.len(), is_said, own))? {
                Wish::Number(number) => self.choose(listed[number - 1], number, own, dialog)?,
                Wish::Do(PlainCommand::Confirm, _) => match self.picked {
                    Some(picked) => self.take(picked, own, dialog)?,
                    None => dialog.say(&tr!(own.words, "plain-pick-first"))?,
                },
                Wish::Do(PlainCommand::Standard, rest) => match self.play.may_read_standard() {
                    Ok(()) => return Ok(Onward::Open(RoomName::Standard(rest))),
                    Err(refused) => dialog.say(&refused.told(&own.words))?,
                },
                Wish::Do(command, _) => self.obey(command, own, dialog)?,
                Wish::Reworded => self.stand(own, dialog)?,
                Wish::Back => return Ok(Onward::Back),
                Wish::Words(typed) => self.say(&typed, own, dialog)?,
            }
        }
        dialog.say("")?;
        dialog.say(&tr!(own.words, "plain-over"))?;
        Ok(Onward::Become(RoomName::Review(Box::new(self.play.clone()))))
    }

    fn is_play(&self) -> bool {
        true
    }
}

impl PlayRoom {
    pub(super) fn new(play: RecordedPlay, entrance: Entrance) -> PlayRoom {
        PlayRoom { play, entrance: Some(entrance), picked: None, said: SayIt::default() }
    }

    fn prompt(&self, open: usize, is_said: bool, own: &PlainContext) -> PlainPrompt {
        let mut commands = vec![
            PlainCommand::Hint,
            PlainCommand::TakeBack,
            PlainCommand::SayAgain,
            PlainCommand::Steps,
            PlainCommand::Log,
            PlainCommand::Standard,
        ];
        if self.play.is_confirmed_first() {
            commands.insert(0, PlainCommand::Confirm);
        }
        if self.said.reply(&self.play).is_some_and(SaidReply::can_be_filed) {
            commands.push(PlainCommand::ShouldCount);
        }
        let words = is_said.then(|| tr!(own.words, "plain-sentence"));
        PlainPrompt { words, is_for_sentences: is_said, ..PlainPrompt::of(open, &commands) }
    }

    /// What is told first.
    fn arrive(&self, entrance: Entrance, own: &PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        let (session, words, lines) = (self.play.session(), &own.words, own.lines());
        let narrator = lines.narrator(session);
        match entrance {
            Entrance::Briefed | Entrance::ByName => {}
            Entrance::GoneOn => dialog.say(&tr!(words, "going-on"))?,
            Entrance::Edited => dialog.say(&tr!(words, "notice-edited"))?,
            Entrance::Again(number) => dialog.say(&tr!(words, "notice-again", number = number))?,
        }
        dialog.say(&narrator.plain(&narrator.scenario.title))?;
        let facts = [mode_name(self.play.mode(), words), tr!(words, "seed-is", seed = session.seed().number())];
        dialog.say(&lines.sentence(&lines.list(&facts)))?;
        match entrance {
            Entrance::ByName => {
                let (start, mark) = (narrator.scenario.clock.start, narrator.scenario.pass_mark);
                dialog.say(&narrator.plain(&narrator.scenario.briefing))?;
                dialog.say(&tr!(words, "briefing-facts", time = clock(start)[..5].to_owned(), mark = mark))?;
            }
            Entrance::Briefed | Entrance::GoneOn | Entrance::Edited | Entrance::Again(_) => {}
        }
        dialog.say(&tr!(words, "plain-ask-help"))?;
        dialog.say("")?;
        self.stand(own, dialog)
    }

    /// Where one stands: what was told last, and the choices.
    fn stand(&self, own: &PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        let told = own.lines().last_told(self.play.session(), self.play.detail());
        dialog.say_all(&told)?;
        self.choices(own, dialog)
    }

    fn choices(&self, own: &PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        let (session, mode, lines) = (self.play.session(), self.play.mode(), own.lines());
        dialog.say("")?;
        dialog.say(&lines.moment(session, mode, self.play.detail()))?;
        let SayMoment { is_said, listed } = self.said.moment(&self.play, &own.pack.standard);
        match (is_said, listed.is_empty()) {
            (true, true) => dialog.say(&tr!(own.words, "plain-say"))?,
            (true, false) => dialog.say(&tr!(own.words, "plain-say-or-number"))?,
            (false, _) => {}
        }
        dialog.say_all(&lines.choices_of(session, mode, |id| listed.contains(&id)).0)
    }

    /// Says something: it is the choice that it is taken for, or is said again.
    fn say(&mut self, typed: &str, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        // Who wants to choose by number means no sentence.
        if let Ok(number) = narrowed(typed).trim().parse::<usize>() {
            return dialog.say(&tr!(own.words, "plain-no-such-number", number = number));
        }
        let (pack, player) = (own.pack.clone(), own.player().to_owned());
        let by = Speaking { lang: own.lang(), player: &player, standard: &pack.standard };
        let keep = match self.said.say(&mut self.play, typed, &by, (own.now)()) {
            Ok(keep) => keep,
            Err(why) => return dialog.say(&saying::unheard(&own.words, why)),
        };
        if let Some(keep) = &keep {
            self.done(keep, own, dialog)?;
        }
        let Some(reply) = self.said.reply(&self.play) else { return Ok(()) };
        dialog.say("")?;
        dialog.say(&reply.told(&own.words))?;
        if reply.can_be_filed() {
            dialog.say(&own.lines().sentence(&PlainCommand::ShouldCount.told(&own.words)))?;
        }
        match reply.became {
            SaidAs::Taken => self.tell_turn(own, dialog),
            SaidAs::Several | SaidAs::Shown => self.choices(own, dialog),
            SaidAs::Missed => Ok(()),
        }
    }

    fn should_count(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        let filed = self.said.file(&self.play, &own.pack.standard);
        own.learn_from(filed.into_iter().collect());
        dialog.say(&tr!(own.words, "saying-filed"))
    }

    /// Takes a choice; in an exam it is picked first, and taken when it is picked again.
    fn choose(&mut self, id: ChoiceId, number: usize, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        if !self.play.is_confirmed_first() || self.picked == Some(id) {
            return self.take(id, own, dialog);
        }
        self.picked = Some(id);
        let (session, lines) = (self.play.session(), own.lines());
        let text = session.choice(id).map(|choice| lines.narrator(session).fill(&choice.text, &session.state()));
        let text = text.unwrap_or_default().into_owned();
        dialog.say(&tr!(own.words, "plain-picked", number = number, choice = text))
    }

    fn take(&mut self, id: ChoiceId, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        self.picked = None;
        if !self.put(PlayCommand::Take(id), own, dialog)? {
            return Ok(());
        }
        dialog.say("")?;
        self.tell_turn(own, dialog)
    }

    /// Tells what came of the last move, and what can be done next.
    fn tell_turn(&self, own: &PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        let told = own.lines().last_told(self.play.session(), self.play.detail());
        dialog.say_all(&told)?;
        if self.play.session().is_over() { Ok(()) } else { self.choices(own, dialog) }
    }

    /// Puts a command to the trainer; whether it was obeyed. What was done is on the disk before it is answered.
    fn put(&mut self, command: PlayCommand, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<bool> {
        match self.play.on(command, (own.now)()) {
            Ok(keep) => self.done(&keep, own, dialog).map(|()| true),
            Err(refused) => dialog.say(&refused.told(&own.words)).map(|()| false),
        }
    }

    /// Brings what was done to the disk, and writes down what it shows.
    fn done(&self, keep: &KeepAttempt, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        own.keep(keep);
        let shown = own.learning().map(|learning| learning.of_play(&self.play, &own.pack.standard));
        own.learn_from(shown.unwrap_or_default());
        own.learn_visit(self.play.session(), dialog)?;
        own.tell_news(dialog)
    }

    fn obey(&mut self, command: PlainCommand, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        match command {
            PlainCommand::Hint if self.play.mode() == Mode::Say => self.show_words(own, dialog),
            PlainCommand::Hint => self.hint(own, dialog),
            PlainCommand::ShouldCount => self.should_count(own, dialog),
            PlainCommand::TakeBack => self.take_back(own, dialog),
            PlainCommand::SayAgain => self.stand(own, dialog),
            PlainCommand::Log => {
                dialog.say(&tr!(own.words, "plain-log"))?;
                dialog.say_all(&own.lines().story(self.play.session(), self.play.detail()))?;
                self.choices(own, dialog)
            }
            PlainCommand::Steps => {
                let lines = own.lines();
                dialog.say_all(&steps(&self.play, &lines, &lines.narrator(self.play.session())))
            }
            _ => Ok(()),
        }
    }

    /// Shows the words of what is to be said.
    fn show_words(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        match SayIt::show(&mut self.play, &own.pack.standard, (own.now)()) {
            Ok(keep) => {
                self.done(&keep, own, dialog)?;
                self.choices(own, dialog)
            }
            Err(refused) => dialog.say(&refused.told(&own.words)),
        }
    }

    fn hint(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        if !self.put(PlayCommand::Hint, own, dialog)? {
            return Ok(());
        }
        let lines = own.lines();
        let hint = Hint::at(self.play.session(), lines.standard).unwrap_or(Hint::Nothing);
        let cite = match hint {
            Hint::Nothing => String::new(),
            Hint::Towards(id) | Hint::Mind(id) => lines.aside(&lines.narrator(self.play.session()).cite(id)),
        };
        let told = lines.narrator(self.play.session()).hint(hint);
        dialog.say(&format!("{}{told}{cite}", tr!(own.words, "hint")))
    }

    /// Takes the last move back, says which it was, and where one stands then.
    fn take_back(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        self.picked = None;
        let session = self.play.session();
        let last = session
            .turns()
            .last()
            .map(|turn| own.lines().narrator(session).fill(&session.taken(turn).text, &turn.before).into_owned());
        if !self.put(PlayCommand::TakeBack, own, dialog)? {
            return Ok(());
        }
        let number = self.play.session().turns().len() + 1;
        dialog.say(&tr!(own.words, "plain-taken-back", number = number, choice = last.unwrap_or_default()))?;
        self.choices(own, dialog)
    }
}

/// What was met, failed and is open, as far as the mode may tell.
fn steps(play: &RecordedPlay, lines: &Lines, narrator: &Narrator) -> Vec<String> {
    use crate::play::scoring::EntryKind;
    use crate::speech::narration::Detail;
    let (session, words) = (play.session(), lines.words);
    match (play.detail(), play.mode()) {
        (Detail::Bare, _) => vec![tr!(words, "plain-steps-closed")],
        (Detail::Whole | Detail::Taught, Mode::Learn) => {
            let steps = narrator.progress(session, session.turns().len());
            let counted = Standing::of(&steps).told(words);
            if counted.is_empty() {
                return vec![tr!(words, "plain-no-steps")];
            }
            let mut all = vec![lines.sentence(&format!("{}{}", tr!(words, "plain-due"), lines.list(&counted)))];
            let done = steps.iter().filter(|(_, kind)| *kind != EntryKind::Missed);
            all.extend(done.map(|(id, kind)| {
                let kind = super::lines::capital(&entry_kind(words, *kind));
                let (text, cite) = (narrator.requirement(*id), lines.aside(&narrator.cite(*id)));
                format!("{kind}{}{text}{cite}", tr!(words, "colon"))
            }));
            all
        }
        (Detail::Whole | Detail::Taught, Mode::Practice | Mode::Say | Mode::Exam) => {
            let marks = (0..session.turns().len()).flat_map(|turn| narrator.marks(session, turn)).collect::<Vec<_>>();
            if marks.is_empty() {
                return vec![tr!(words, "plain-no-steps")];
            }
            marks.iter().map(|mark| lines.mark(narrator, mark)).collect()
        }
    }
}
