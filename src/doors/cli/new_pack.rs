//! `doorstep new pack`: a folder with a standard and a scenario of one's own trade, or with everything that is built in.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use super::new_file;
use super::value;
use crate::author::fresh::fresh_pack;
use crate::base::bilingual::Phrase;
use crate::base::text::Lang;
use crate::both;
use crate::store::{built_in_files, is_free, shown};
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct PackArgs {
    /// The folder that is made; where one stands already, it must be empty
    pub dir: PathBuf,
    /// Begin with everything that is built in, instead of a small pack that fits every trade
    #[arg(long, conflicts_with = "languages")]
    pub from_bundled: bool,
    /// The languages of its texts, the base language first; any tags
    #[arg(long, value_delimiter = ',', value_name = "TAG,TAG", default_value = "zh,en", value_parser = value::tag)]
    pub languages: Vec<Lang>,
}

pub(super) fn run(args: &PackArgs, context: &mut Context) -> Result<Ended, Failure> {
    let folder = shown(&args.dir);
    if !is_free(&context.cwd.join(&args.dir)) {
        return Err(stands(&folder));
    }
    let files = files(args, &folder, context.lang);
    for (name, text) in &files {
        new_file::write(&args.dir.join(name), text, context, || stands(&folder))?;
    }
    let quoted = if folder.contains(' ') { format!("\"{folder}\"") } else { folder };
    context.print_told(&both!(
        "wrote {count} files into {quoted}\nnext:\n  doorstep play --scenarios {quoted}   plays it as a learner does\n  doorstep check {quoted} --strict   plays every path of it\n  doorstep new scenario ID --scenarios {quoted}   begins another scenario\n  doorstep guide   says how all of it is written\n",
        "在 {quoted} 里写好了 {count} 个文件\n接下来：\n  doorstep play --scenarios {quoted}   像学员一样演\n  doorstep check {quoted} --strict   把每条路都走一遍\n  doorstep new scenario 编号 --scenarios {quoted}   再写一个情景\n  doorstep guide   每一样怎么写\n",
        count = files.len()
    ))?;
    Ok(Ended::Fine)
}

/// What is written, each by its name in the folder.
fn files(args: &PackArgs, folder: &str, author: Lang) -> Vec<(String, String)> {
    if args.from_bundled {
        return built_in_files().collect();
    }
    let mut languages: Vec<Lang> = Vec::new();
    for lang in &args.languages {
        if !languages.contains(lang) {
            languages.push(*lang);
        }
    }
    fresh_pack(&languages, author, folder).into_iter().map(|file| (file.name.to_owned(), file.text)).collect()
}

fn stands(folder: &str) -> Failure {
    let hint = Phrase::new("name a folder that is not there yet", "换一个还没有的文件夹");
    Failure::wrong(both!("{folder} is there already; nothing was written", "{folder} 已经有了，什么都没有写"), hint)
}
