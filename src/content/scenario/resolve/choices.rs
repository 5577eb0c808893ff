//! Validating choices: what they say, cost, change and judge, and where they lead.

use super::body::BodyValidator;
use super::marks::Marks;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::Code;
use crate::base::text::Text;
use crate::both;
use crate::content::notation::{KEEP_ONE, SourcePath, Validator, noun};
use crate::content::scenario::choice::{Choice, Takes};
use crate::content::scenario::condition::Condition;
use crate::content::scenario::exit::{Call, Exit, Target};
use crate::content::scenario::ids::{ChanceId, SceneId, SiteId};
use crate::content::scenario::spec::ChoiceSpec;
use crate::content::scenario::time::{duration, time_of_day};

/// What a choice takes when nothing is said.
const TAKES: u32 = 10;

/// In how many ways the dice of one choice may fall. Each is looked at wherever the choice is open.
const MOST_WAYS: usize = 1_000;

impl BodyValidator<'_> {
    pub(super) fn choice(
        &mut self,
        validator: &mut Validator,
        at: &SourcePath,
        scene: SceneId,
        spec: &ChoiceSpec,
    ) -> Choice {
        validator.identifier(&at.field("id"), noun::CHOICE, &spec.id);
        let view = self.view;
        let text = self.text(validator, &at.field("text"), &spec.text);
        let when = view.optional(validator, &at.field("when"), spec.when.as_deref());
        let locks = at.field("locked");
        let locks = spec.locked.iter().enumerate().map(|(index, lock)| {
            let at = locks.item(index);
            let when = view.condition(validator, &at.field("when"), &lock.when);
            (when, self.text(validator, &at.field("reason"), &lock.reason))
        });
        let locks = locks.collect();
        let Marks { meets, spoils, breaks } = view.marks(validator, at, spec);
        let effects = at.field("effects");
        let effects = spec
            .effects
            .iter()
            .enumerate()
            .filter_map(|(n, text)| view.effect(validator, &effects.item(n), text))
            .collect();
        let reveal = self.reveal(validator, &at.field("reveal"), &spec.reveal);
        let reply = self.lines(validator, &at.field("reply"), &spec.reply);
        let feedback = self.feedback(validator, at, spec);
        let takes = self.takes(validator, at, spec);
        let exit = self.exit(validator, at, spec);
        let call = spec.call.as_ref().and_then(|name| self.call(validator, &at.field("call"), scene, name, &exit));
        Choice {
            id: spec.id.as_str().into(),
            kind: spec.kind,
            text,
            when,
            locks,
            once: spec.once.then(|| self.layout.field(1)),
            takes,
            effects,
            reveal,
            meets,
            spoils,
            breaks,
            reply,
            feedback,
            call,
            exit,
        }
    }

    fn reveal(&self, validator: &mut Validator, at: &SourcePath, names: &[String]) -> Vec<ChanceId> {
        let mut ids = Vec::new();
        for (index, name) in names.iter().enumerate() {
            match self.view.chance(name) {
                Some(id) => ids.push(id),
                None => {
                    validator.unknown(
                        &at.item(index),
                        noun::CHANCE,
                        name,
                        self.view.scope.chances.iter().map(|c| &*c.name),
                    );
                }
            }
        }
        let ways =
            |ways: usize, id: &ChanceId| ways.saturating_mul(self.view.scope.chances[id.index()].outcomes.len().max(1));
        let ways = ids.iter().fold(1, ways);
        if ways > MOST_WAYS {
            let message = both!(
                "the dice of this choice can fall in {ways} ways; at most {MOST_WAYS}",
                "这个选项一次揭晓的结果有 {ways} 种组合，最多 {MOST_WAYS} 种"
            );
            let help = Phrase::new("reveal some of these chances at another choice", "把其中几个随机挪到别的选项揭晓");
            validator.error(Code::SIZE, at, message, help);
        }
        ids
    }

    fn feedback(&self, validator: &mut Validator, at: &SourcePath, spec: &ChoiceSpec) -> Vec<(Condition, Text)> {
        let mut feedback = Vec::new();
        let root = at.field("feedback_when");
        for (index, given) in spec.feedback_when.iter().enumerate() {
            let at = root.item(index);
            let when = self.view.condition(validator, &at.field("when"), &given.when);
            feedback.push((when, self.text(validator, &at.field("text"), &given.text)));
        }
        if let Some(words) = &spec.feedback {
            feedback.push((Condition::Always, self.text(validator, &at.field("feedback"), words)));
        }
        feedback
    }

    fn takes(&self, validator: &mut Validator, at: &SourcePath, spec: &ChoiceSpec) -> Takes {
        match (&spec.takes, &spec.until) {
            (None, None) => return Takes::Seconds(TAKES),
            (Some(text), None) => {
                if let Some(seconds) = duration(text).filter(|seconds| *seconds > 0) {
                    return Takes::Seconds(seconds);
                }
                let help = Phrase::new(
                    "write 30s, 2m or 1m30s; at least 1s, at most a day",
                    "写成 30s、2m 或 1m30s；最短 1s，最长一天",
                );
                validator.error(
                    Code::NUMBER,
                    &at.field("takes"),
                    both!("\"{text}\" is no duration", "\"{text}\" 不是一段时间"),
                    help,
                );
            }
            (None, Some(text)) => {
                if let Some(time) = time_of_day(text).filter(|time| *time > self.clock_start) {
                    return Takes::Until(time);
                }
                let help = Phrase::new(
                    "write a time such as 09:59, after the scenario's start",
                    "写一个时刻，例如 09:59，要晚于情景开始的时刻",
                );
                let message = both!("nobody can wait until \"{text}\"", "没法等到 \"{text}\"");
                validator.error(Code::NUMBER, &at.field("until"), message, help);
            }
            (Some(_), Some(_)) => {
                validator.error(
                    Code::STRUCTURE,
                    &at.field("until"),
                    Phrase::new("a choice has both `takes` and `until`", "一个选项同时写了 `takes` 和 `until`"),
                    KEEP_ONE,
                );
            }
        }
        Takes::Seconds(TAKES)
    }

    fn exit(&self, validator: &mut Validator, at: &SourcePath, spec: &ChoiceSpec) -> Exit {
        let root = at.field("routes");
        let mut routes = Vec::new();
        for (index, route) in spec.routes.iter().enumerate() {
            let at = root.item(index);
            let when = self.view.condition(validator, &at.field("when"), &route.when);
            routes.push((when, self.target(validator, &at.field("goto"), &route.goto)));
        }
        let goto = match (&spec.goto, spec.returns, self.within) {
            (Some(_), true, _) => {
                validator.error(
                    Code::STRUCTURE,
                    &at.field("goto"),
                    Phrase::new("a choice has both `goto` and `returns`", "一个选项同时写了 `goto` 和 `returns`"),
                    KEEP_ONE,
                );
                Target::Stay
            }
            (None, true, None) => {
                let help = Phrase::new(
                    "only the choices of a fragment return; use `goto`",
                    "只有片段里的选项才能返回；这里请用 `goto`",
                );
                let message = Phrase::new("a choice of the scenario itself returns", "情景自己的选项写了 `returns`");
                validator.error(Code::STRUCTURE, &at.field("returns"), message, help);
                Target::Stay
            }
            (Some(name), false, _) => self.target(validator, &at.field("goto"), name),
            (None, true, Some(fragment)) => Target::Return(fragment),
            (None, false, _) => Target::Stay,
        };
        Exit { routes, goto }
    }

    fn target(&self, validator: &mut Validator, at: &SourcePath, name: &str) -> Target {
        self.targets.get(name).copied().unwrap_or_else(|| {
            validator.unknown(at, noun::SCENE_OR_ENDING, name, self.targets.keys().copied());
            Target::Stay
        })
    }

    fn call(
        &mut self,
        validator: &mut Validator,
        at: &SourcePath,
        scene: SceneId,
        name: &str,
        exit: &Exit,
    ) -> Option<Call> {
        let Some(fragment) = self.fragments.get(name).copied() else {
            validator.unknown(at, noun::LISTED_FRAGMENT, name, self.fragments.keys().copied());
            return None;
        };
        let sites = &mut self.parts.sites[fragment.index()];
        let site = SiteId::from_index(sites.len()).expect("`limits` has counted the calls");
        sites.push((scene, exit.clone()));
        Some(Call { fragment, site })
    }
}
