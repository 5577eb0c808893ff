//! A folder of content, whole: the standard, the fragments and the scenarios, validated together.
//!
//! Reading the disk is the store's work; this file is handed the texts.

use super::glossary::{self, Glossary};
use super::pack_words::{self, PackWords};
use super::packed::Packed;
use super::resolve::{FragmentFile, PackContext, resolve};
use super::scenarios::Scenarios;
use super::spec::{FragmentSpec, PackSpec, ScenarioSpec};
use super::whole::Scenario;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::hex;
use crate::base::text::{Lang, Text};
use crate::both;
use crate::content::bank::{self, Bank, QuestionHead};
use crate::content::blueprint::{self, BlueprintContext, Blueprints};
use crate::content::course::{self, CourseContext, Courses};
use crate::content::notation::{Names, Source, SourcePath, Validator, noun};
use crate::content::phrases::{self, PhraseBook, PhraseContext};
use crate::content::standard::{self, Standard, ValuedSlot, read_forms};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The files of a folder, each list in the order of names.
#[derive(Clone, Debug)]
pub struct PackSources {
    /// `pack.ron`
    pub pack: Source,
    /// `words.md`, where there is one.
    pub words: Option<Source>,
    /// `standard/standard.ron`
    pub standard: Source,
    /// The other files of `standard/`.
    pub sections: Vec<Source>,
    /// The files of `questions/`.
    pub questions: Vec<Source>,
    /// The files of `phrases/`.
    pub phrases: Vec<Source>,
    /// The files of `courses/`.
    pub courses: Vec<Source>,
    /// The files of `exams/`.
    pub exams: Vec<Source>,
    /// The files of `fragments/`.
    pub fragments: Vec<Source>,
    /// The files beside `pack.ron`.
    pub scenarios: Vec<Source>,
}

/// What a folder holds, valid.
#[derive(Clone, Debug)]
pub struct Pack {
    /// What it is called.
    pub title: Text,
    /// The languages it is offered in, the base language first.
    pub languages: Vec<Lang>,
    /// What it calls things.
    pub words: Arc<PackWords>,
    /// The names of the slots that every text may use.
    pub slots: Vec<Box<str>>,
    /// The standard that its scenarios train.
    pub standard: Packed<Standard>,
    /// The scenarios that can be played, by tier and id.
    pub scenarios: Scenarios,
    /// What is known of each question that is practised before the bank is opened.
    pub questions: Arc<[QuestionHead]>,
    /// The questions about the standard.
    pub bank: Packed<Bank>,
    /// What is said in one's own words.
    pub phrases: Packed<PhraseBook>,
    /// What is learnt in which order.
    pub courses: Packed<Courses>,
    /// What exams consist of.
    pub blueprints: Packed<Blueprints>,
    /// The hash of everything in the standard.
    pub standard_hash: Box<str>,
    /// What no text may hold; empty in packed content, whose texts were checked before.
    pub kept_out: KeptOut,
}

/// Names and words that no text of a pack may hold.
#[derive(Clone, Debug, Default)]
pub struct KeptOut {
    /// Names, as `pack.ron` lists them.
    pub names: Vec<Box<str>>,
    /// Words that the pack has others for, as `words.md` lists them.
    pub glossary: Arc<Glossary>,
}

/// A folder as far as it is valid. What one file has wrong never hides another file.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// What can be used.
    pub pack: Pack,
    /// What is wrong with the rest.
    pub diagnostics: Vec<Diagnostic>,
}

impl Pack {
    /// The scenario of this id.
    pub fn scenario(&self, id: &str) -> Option<&Arc<Scenario>> {
        self.scenarios.find(id)
    }
}

/// Validates a folder.
///
/// # Errors
/// The diagnostics alone, when the pack file or the standard cannot be used: nothing can be judged then.
pub fn load(sources: &PackSources) -> Result<Loaded, Vec<Diagnostic>> {
    validate(sources, FileNaming::LikeFiles)
}

/// Validates a folder whose scenarios may lie in files of any name, as copies of older versions do.
///
/// # Errors
/// As [`load`].
pub fn load_copies(sources: &PackSources) -> Result<Loaded, Vec<Diagnostic>> {
    validate(sources, FileNaming::Free)
}

/// Whether a scenario must be named like its file.
#[derive(Clone, Copy)]
enum FileNaming {
    LikeFiles,
    Free,
}

fn validate(sources: &PackSources, file_naming: FileNaming) -> Result<Loaded, Vec<Diagnostic>> {
    let spec: PackSpec = sources.pack.read().map_err(|diagnostic| vec![*diagnostic])?;
    let mut validator = Validator::new(&sources.pack, spec.format, &spec.languages);
    let title = validator.plain(&SourcePath::FILE.field("title"), &spec.title);
    let slots = pack_slots(&mut validator, &spec);
    let words = pack_words::validate(&mut validator, &spec.words).into();
    let languages = validator.languages.clone();
    let mut diagnostics = validator.take_diagnostics();
    let standard = match standard::validate(&sources.standard, &sources.sections) {
        Ok(standard) if diagnostics.is_empty() => standard,
        Ok(_) => return Err(diagnostics),
        Err(more) => {
            diagnostics.extend(more);
            return Err(diagnostics);
        }
    };
    let standard_hash = hash([&sources.standard].into_iter().chain(&sources.sections));
    let taught = taught(sources, &slots, (&standard, &languages), &mut diagnostics);
    let fragments = fragments(sources, &mut diagnostics);
    let (glossary, unread) = sources.words.as_ref().map(glossary::read).unwrap_or_default();
    diagnostics.extend(unread);
    let glossary = Arc::new(glossary);
    let context = PackContext {
        standard: &standard,
        fragments: &fragments,
        slots: &slots,
        never: &spec.never,
        glossary: &glossary,
    };
    let mut scenarios = Vec::new();
    for source in &sources.scenarios {
        match scenario(source, &sources.pack, &context, file_naming) {
            Ok(scenario) => scenarios.push(scenario),
            Err(more) => diagnostics
                .extend(more.into_iter().filter(|diagnostic| !diagnostics.contains(diagnostic)).collect::<Vec<_>>()),
        }
    }
    let scenarios = Scenarios::new(scenarios);
    let slots = slots.into_iter().map(|slot| slot.name).collect();
    let pack = Pack {
        title,
        languages,
        words,
        slots,
        standard: standard.into(),
        scenarios,
        questions: taught.bank.heads(),
        bank: taught.bank.into(),
        phrases: taught.phrases.into(),
        courses: taught.courses.into(),
        blueprints: taught.blueprints.into(),
        standard_hash,
        kept_out: KeptOut { names: spec.never.iter().map(|name| name.as_str().into()).collect(), glossary },
    };
    Ok(Loaded { pack, diagnostics })
}

/// What is asked, said, learnt and examined beside the scenarios.
struct Taught {
    bank: Bank,
    phrases: PhraseBook,
    courses: Courses,
    blueprints: Blueprints,
}

/// The words that every text may use, and the other ways to say them.
fn pack_slots(validator: &mut Validator, spec: &PackSpec) -> Vec<ValuedSlot> {
    let root = SourcePath::FILE.field("slots");
    Names::of(validator, &root, noun::SLOT, &spec.slots);
    let mut slots: Vec<ValuedSlot> = (spec.slots.0.iter().enumerate())
        .map(|(index, (name, words))| ValuedSlot::new(name, validator.plain(&root.entry(index, name), words)))
        .collect();
    read_forms(validator, &SourcePath::FILE.field("forms"), &spec.forms, &mut slots);
    slots
}

/// All of that. What a course asks is practised, and never on a paper.
fn taught(
    sources: &PackSources,
    slots: &[ValuedSlot],
    (standard, languages): (&Standard, &[Lang]),
    diagnostics: &mut Vec<Diagnostic>,
) -> Taught {
    let (mut bank, wrong) = bank::validate(&sources.questions, standard, languages);
    let bank_is_whole = wrong.is_empty();
    diagnostics.extend(wrong);
    let (phrases, wrong) = phrases::validate(&sources.phrases, &PhraseContext { standard, slots, languages });
    diagnostics.extend(wrong);
    let scenarios: Vec<&str> = sources.scenarios.iter().map(id_by_name).collect();
    let context = CourseContext { standard, bank: &bank, bank_is_whole, scenarios: &scenarios };
    let (courses, wrong) = course::validate(&sources.courses, &context, languages, named_like_its_file);
    diagnostics.extend(wrong);
    let exams: Vec<&str> = sources.exams.iter().map(id_by_name).collect();
    let context = BlueprintContext { standard, scenarios: &scenarios, exams: &exams };
    let (blueprints, wrong) = blueprint::validate(&sources.exams, &context, languages, named_like_its_file);
    diagnostics.extend(wrong);
    if !sources.exams.is_empty() {
        bank.keep_for_papers(|id| courses.asks(id));
    }
    Taught { bank, phrases, courses, blueprints }
}

fn fragments(sources: &PackSources, diagnostics: &mut Vec<Diagnostic>) -> BTreeMap<String, FragmentFile> {
    let mut fragments = BTreeMap::new();
    for source in &sources.fragments {
        match source.read::<FragmentSpec>() {
            Ok(spec) => {
                named_like_its_file(source, &spec.id, diagnostics);
                fragments.insert(spec.id.clone(), FragmentFile { source: source.clone(), spec });
            }
            Err(diagnostic) => diagnostics.push(*diagnostic),
        }
    }
    fragments
}

fn scenario(
    source: &Source,
    pack: &Source,
    context: &PackContext,
    file_naming: FileNaming,
) -> Result<Scenario, Vec<Diagnostic>> {
    let spec: ScenarioSpec = source.read().map_err(|diagnostic| vec![*diagnostic])?;
    let mut diagnostics = Vec::new();
    match file_naming {
        FileNaming::LikeFiles => named_like_its_file(source, &spec.id, &mut diagnostics),
        FileNaming::Free => {}
    }
    let hash =
        |called: &[&FragmentFile]| hash([source, pack].into_iter().chain(called.iter().map(|file| &file.source)));
    match resolve(source, &spec, context, hash) {
        Ok(scenario) if diagnostics.is_empty() => Ok(scenario),
        Ok(_) => Err(diagnostics),
        Err(more) => {
            diagnostics.extend(more);
            Err(diagnostics)
        }
    }
}

/// Ids are what people type, and files are what they open: one name for both.
fn named_like_its_file(source: &Source, id: &str, diagnostics: &mut Vec<Diagnostic>) {
    let name = name_of(source);
    if name != format!("{id}.ron") {
        let message = both!(
            "the file is named \"{name}\" and its id is \"{id}\"",
            "文件名是 \"{name}\"，里面的编号却是 \"{id}\""
        );
        let diagnostic = Diagnostic::error(Code::STRUCTURE, source.place(&SourcePath::FILE.field("id")), message);
        diagnostics.push(diagnostic.help(Phrase::new("give both one name", "两处要一致")));
    }
}

/// The name of a file without its folders.
fn name_of(source: &Source) -> &str {
    source.file.rsplit(['/', '\\']).next().unwrap_or_default()
}

/// The id that a file must have by its name.
fn id_by_name(source: &Source) -> &str {
    let name = name_of(source);
    name.strip_suffix(".ron").unwrap_or(name)
}

/// SHA-256 of some files' texts, as 64 hexadecimal digits.
fn hash<'s>(sources: impl IntoIterator<Item = &'s Source>) -> Box<str> {
    let mut hasher = Sha256::new();
    for source in sources {
        hasher.update((source.text.len() as u64).to_le_bytes());
        hasher.update(source.text.as_bytes());
    }
    hex::digits(&hasher.finalize()).into()
}
