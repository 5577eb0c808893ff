//! Validates the content that the program carries and packs it, so that a program starts without proving it again. It
//! is read as the program itself reads content: these are the same modules. Content with a fault is carried as text
//! alone, and the program tells the fault when it runs.

#[path = "src/base/mod.rs"]
#[allow(dead_code, unreachable_pub, unused_imports, unused_macros)]
mod base;
#[path = "src/content/mod.rs"]
#[allow(dead_code, unreachable_pub, unused_imports)]
mod content;

use content::notation::Source;
use content::scenario::{Pack, PackSources, load, pack_bytes};
use sha2::{Digest, Sha256};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=scenarios");
    println!("cargo::rerun-if-changed=i18n");
    let (packed, content) = match load(&sources()?) {
        Ok(loaded) if loaded.diagnostics.is_empty() => (pack_bytes(&loaded.pack)?, content_hash(&loaded.pack)?),
        Ok(_) | Err(_) => (Vec::new(), "with faults".to_owned()),
    };
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("pack"), packed)?;
    let commit = commit().map(|commit| format!("commit {commit}, ")).unwrap_or_default();
    println!("cargo::rustc-env=DOORSTEP_VERSION={} ({commit}content {content})", env::var("CARGO_PKG_VERSION")?);
    Ok(())
}

/// A short name for all that is carried: of one standard and its scenarios as they are, on every machine.
fn content_hash(pack: &Pack) -> postcard::Result<String> {
    let mut hasher = Sha256::new();
    hasher.update(&*pack.standard_hash);
    hasher.update(postcard::to_allocvec(&*pack.bank)?);
    hasher.update(postcard::to_allocvec(&*pack.phrases)?);
    hasher.update(postcard::to_allocvec(&*pack.courses)?);
    hasher.update(postcard::to_allocvec(&*pack.blueprints)?);
    pack.scenarios.heads().for_each(|head| hasher.update(&*head.hash));
    Ok(hasher.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect())
}

/// The commit that a release is built from. A development build is not built anew for it.
fn commit() -> Option<String> {
    if env::var("PROFILE").ok()? != "release" {
        return None;
    }
    let git = |arguments: &[&str]| {
        let said = Command::new("git").args(arguments).output().ok()?;
        said.status.success().then(|| String::from_utf8_lossy(&said.stdout).trim().to_owned())
    };
    let branch = git(&["symbolic-ref", "HEAD"]).unwrap_or_default();
    for name in ["HEAD", &branch].into_iter().filter(|name| !name.is_empty()) {
        let path = git(&["rev-parse", "--git-path", name])?;
        if Path::new(&path).exists() {
            println!("cargo::rerun-if-changed={path}");
        }
    }
    git(&["rev-parse", "--short=10", "HEAD"])
}

fn sources() -> Result<PackSources, Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let read = |file: &Path| -> Result<Source, Box<dyn Error>> {
        let shown = file.strip_prefix(&root)?.to_string_lossy().replace('\\', "/");
        Ok(Source::new(&shown, &fs::read_to_string(file)?))
    };
    let folder = root.join("scenarios");
    let (pack, standard) = (folder.join("pack.ron"), folder.join("standard").join("standard.ron"));
    let all_but = |folder: &Path, other: &Path| -> Result<Vec<Source>, Box<dyn Error>> {
        if !folder.is_dir() {
            return Ok(Vec::new());
        }
        let entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
        let is_content = |file: &PathBuf| file.extension().is_some_and(|own| own == "ron") && file != other;
        let mut files: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).filter(is_content).collect();
        files.sort();
        files.iter().map(|file| read(file)).collect()
    };
    Ok(PackSources {
        pack: read(&pack)?,
        words: Some(read(&folder.join("words.md"))?),
        standard: read(&standard)?,
        sections: all_but(&folder.join("standard"), &standard)?,
        questions: all_but(&folder.join("questions"), &pack)?,
        phrases: all_but(&folder.join("phrases"), &pack)?,
        courses: all_but(&folder.join("courses"), &pack)?,
        exams: all_but(&folder.join("exams"), &pack)?,
        fragments: all_but(&folder.join("fragments"), &pack)?,
        scenarios: all_but(&folder, &pack)?,
    })
}
