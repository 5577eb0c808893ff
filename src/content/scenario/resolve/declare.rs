//! What the names of a scenario and its fragments stand for: variables, chances and their odds, before anything that
//! speaks of them is read.

use super::fragments::FragmentFile;
use super::scope::{FileScope, RESERVED, Scope, Symbol};
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::bits::{Layout, StateBits};
use crate::base::diagnostic::Code;
use crate::both;
use crate::content::notation::{Named, Names, SourcePath, Validator, noun};
use crate::content::scenario::ids::{ChanceId, VariableId};
use crate::content::scenario::spec::{MoodSpec, OddsSpec, ScenarioSpec, VariableSpec};
use crate::content::scenario::variable::{Chance, Variable, VariableKind};
use rustc_hash::FxHashSet;
use std::ops::RangeInclusive;

/// The names so far, and where their values will stand.
pub(super) struct Declared<'s> {
    pub scope: Scope<'s>,
    pub layout: Layout,
}

impl Declared<'_> {
    /// The mood, which every scenario has.
    pub(super) fn mood(&mut self, validator: &mut Validator, spec: &ScenarioSpec) {
        let mood = &spec.mood;
        let bounds = mood.from <= mood.start && mood.start <= mood.to && mood.from >= -50 && mood.to <= 50;
        if !bounds {
            validator.error(
                Code::NUMBER,
                &SourcePath::FILE.field("mood"),
                Phrase::new("the mood's bounds make no sense", "`mood` 的上下限不合理"),
                Phrase::new("write mood: (start: 0, from: -5, to: 5)", "写成 mood: (start: 0, from: -5, to: 5) 这样"),
            );
        }
        let usual = MoodSpec::default();
        let range = if bounds { mood.from..=mood.to } else { usual.from..=usual.to };
        self.variable("", "mood", VariableKind::Gauge, Vec::new(), range);
    }

    fn variable(
        &mut self,
        fragment: &str,
        name: &str,
        kind: VariableKind,
        words: Vec<Box<str>>,
        range: RangeInclusive<i32>,
    ) {
        let (from, to) = range.into_inner();
        let id = VariableId::from_index(self.scope.variables.len()).expect("`limits` has counted the variables");
        let field = self.layout.field(to.abs_diff(from));
        let name = qualified(fragment, name);
        self.scope.symbols.insert(name.clone(), Symbol::Variable(id));
        self.scope.variables.push(Variable { name: name.into(), words, from, to, field, kind });
    }

    /// The variables and chances of one file.
    pub(super) fn names(
        &mut self,
        validator: &mut Validator,
        fragment: &str,
        variables: &Named<VariableSpec>,
        chances: &Named<Named<u32>>,
    ) {
        let root = SourcePath::FILE.field("variables");
        let names = Names::of(validator, &root, noun::VARIABLE, variables);
        for (index, (name, spec)) in variables.0.iter().enumerate() {
            let at = root.entry(index, name);
            if RESERVED.contains(&name.as_str()) {
                validator.error(Code::DUPLICATE, &at, taken(name), OTHER_NAME);
            }
            if names.get(name) == Some(index) {
                self.declare(validator, &at, fragment, name, spec);
            }
        }
        let root = SourcePath::FILE.field("chance");
        let names = Names::of(validator, &root, noun::CHANCE, chances);
        for (index, (name, outcomes)) in chances.0.iter().enumerate() {
            let at = root.entry(index, name);
            if RESERVED.contains(&name.as_str()) || self.scope.symbols.contains_key(&qualified(fragment, name)) {
                validator.error(Code::DUPLICATE, &at, taken(name), OTHER_NAME);
            } else if names.get(name) == Some(index) {
                self.chance(validator, &at, fragment, name, outcomes);
            }
        }
    }

    fn declare(&mut self, validator: &mut Validator, at: &SourcePath, fragment: &str, name: &str, spec: &VariableSpec) {
        match spec {
            VariableSpec::Flag => self.variable(fragment, name, VariableKind::Flag, Vec::new(), 0..=1),
            VariableSpec::Number { start, from, to } => {
                if !(from <= start && start <= to && *from >= -1_000_000 && *to <= 1_000_000) {
                    validator.error(
                        Code::NUMBER,
                        at,
                        both!("the bounds of `{name}` make no sense", "`{name}` 的上下限不合理"),
                        Phrase::new(
                            "write Number(start: 0, from: 0, to: 9)",
                            "写成 Number(start: 0, from: 0, to: 9) 这样",
                        ),
                    );
                    return self.variable(fragment, name, VariableKind::Number, Vec::new(), 0..=1);
                }
                self.variable(fragment, name, VariableKind::Number, Vec::new(), *from..=*to);
            }
            VariableSpec::OneOf(words) => {
                for word in words {
                    validator.identifier(at, noun::WORD, word);
                }
                if words.len() < 2 || words.iter().collect::<FxHashSet<_>>().len() < words.len() {
                    validator.error(
                        Code::NUMBER,
                        at,
                        both!("`{name}` needs two or more different words", "`{name}` 至少要有两个不同的词"),
                        both!("write OneOf([\"aside\", \"facing\"])", "写成 OneOf([\"aside\", \"facing\"]) 这样"),
                    );
                }
                let all = words.iter().map(|word| word.as_str().into()).collect();
                let last = i32::try_from(words.len().saturating_sub(1)).unwrap_or(i32::MAX);
                self.variable(fragment, name, VariableKind::OneOf, all, 0..=last);
            }
        }
    }

    fn chance(
        &mut self,
        validator: &mut Validator,
        at: &SourcePath,
        fragment: &str,
        name: &str,
        outcomes: &Named<u32>,
    ) {
        Names::of(validator, at, noun::OUTCOME, outcomes);
        let weights: Box<[u32]> = outcomes.0.iter().map(|(_, weight)| *weight).collect();
        check_weights(validator, at, &weights);
        let id = ChanceId::from_index(self.scope.chances.len()).expect("`limits` has counted the chances");
        let name = qualified(fragment, name);
        self.scope.symbols.insert(name.clone(), Symbol::Chance(id));
        self.scope.chances.push(Chance {
            name: name.into(),
            outcomes: outcomes.0.iter().map(|(outcome, _)| outcome.as_str().into()).collect(),
            field: self.layout.field_for(weights.len()),
            weights,
            odds: Vec::new(),
        });
    }

    /// Other weights of chances, in situations.
    pub(super) fn odds(&mut self, validator: &mut Validator, fragment: &str, specs: &[OddsSpec]) {
        let root = SourcePath::FILE.field("odds");
        for (index, spec) in specs.iter().enumerate() {
            let at = root.item(index);
            let view = FileScope { scope: &self.scope, fragment };
            let Some(id) = view.chance(&spec.chance) else {
                validator.unknown(
                    &at.field("chance"),
                    noun::CHANCE,
                    &spec.chance,
                    self.scope.chances.iter().map(|c| &*c.name),
                );
                continue;
            };
            let when = view.condition(validator, &at.field("when"), &spec.when);
            let outcomes = &self.scope.chances[id.index()].outcomes;
            let mut weights = vec![0; outcomes.len()];
            let here = at.field("weights");
            for (entry, (name, weight)) in spec.weights.0.iter().enumerate() {
                match outcomes.iter().position(|outcome| **outcome == **name) {
                    Some(outcome) => weights[outcome] = *weight,
                    None => {
                        validator.unknown(&here.entry(entry, name), noun::OUTCOME, name, outcomes.iter().map(|o| &**o));
                    }
                }
            }
            check_weights(validator, &here, &weights);
            self.scope.chances[id.index()].odds.push((when, weights.into()));
        }
    }

    /// Writes the starting value of each variable.
    pub(super) fn start(&self, spec: &ScenarioSpec, called: &[&FragmentFile], opening: &mut StateBits) {
        for (name, value) in starting_values(spec, called) {
            if let Some(Symbol::Variable(id)) = self.scope.symbols.get(&name) {
                let variable = &self.scope.variables[id.index()];
                variable.field.set(opening, value.abs_diff(variable.from));
            }
        }
    }
}

/// What to do where a name is taken.
pub(super) const OTHER_NAME: Phrase = Phrase::new("choose another name", "换一个名字");

fn taken(name: &str) -> Bilingual {
    both!("`{name}` has a meaning already", "`{name}` 已经有别的意思")
}

fn qualified(fragment: &str, name: &str) -> String {
    if fragment.is_empty() { name.to_owned() } else { format!("{fragment}/{name}") }
}

fn check_weights(validator: &mut Validator, at: &SourcePath, weights: &[u32]) {
    let sum: u64 = weights.iter().map(|weight| u64::from(*weight)).sum();
    if sum == 0 || sum > 1_000_000 {
        validator.error(
            Code::NUMBER,
            at,
            Phrase::new("the weights add up to nothing, or to more than a million", "权重加起来是零，或者超过一百万"),
            Phrase::new("give each outcome a small whole number", "给每个结果写一个小的整数"),
        );
    }
}

fn starting_values(spec: &ScenarioSpec, called: &[&FragmentFile]) -> Vec<(String, i32)> {
    let own = spec.variables.0.iter().map(|(name, variable)| (name.clone(), variable));
    let theirs = called.iter().flat_map(|file| {
        file.spec.variables.0.iter().map(|(name, variable)| (qualified(&file.spec.id, name), variable))
    });
    let start = |variable: &VariableSpec| match variable {
        VariableSpec::Flag | VariableSpec::OneOf(_) => 0,
        VariableSpec::Number { start, .. } => *start,
    };
    let values = own.chain(theirs).map(|(name, variable)| (name, start(variable)));
    values.chain([("mood".to_owned(), spec.mood.start)]).collect()
}
