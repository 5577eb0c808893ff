//! `doorstep issuer`: the keys of those who sign certificates, and of the proctors they trust.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use super::new_file;
use crate::base::bilingual::Phrase;
use crate::both;
use crate::record::profile::clean_name;
use crate::speech::messages::Messages;
use crate::store::{IssuerKey, KeyFile, issuer_card, shown};
use crate::tr;
use clap::{Args, Subcommand};
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
pub(super) struct IssuerArgs {
    #[command(subcommand)]
    pub command: IssuerCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum IssuerCommand {
    /// Make a key that certificates are signed with, and the card by which others know it
    New {
        /// Who issues certificates: it stands on each of them
        name: String,
        /// The secret key: a new file outside of any repository; the card is written beside it
        #[arg(long, value_name = "FILE")]
        key: PathBuf,
    },
    /// Make the card of a key anew, for everybody who wants to check its certificates
    Card {
        /// The issuer's secret key
        #[arg(long, value_name = "FILE")]
        key: PathBuf,
        /// The card: a new file
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Make a key for a proctor, who opens and closes sittings with codes of her own
    Proctor {
        /// Who she is: it stands on the certificates
        name: String,
        /// The issuer's secret key
        #[arg(long, value_name = "FILE")]
        key: PathBuf,
        /// The proctor's secret key: a new file
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}

pub(super) fn run(args: &IssuerArgs, context: &mut Context) -> Result<Ended, Failure> {
    let words = Messages::new(context.lang);
    let told = match &args.command {
        IssuerCommand::New { name, key } => {
            let name = named(name)?;
            let secret = (context.fresh_key)().ok_or_else(no_chance)?;
            let made = IssuerKey::new(name, &secret);
            let card = key.with_extension("card");
            if card == *key {
                let message = both!("{key} is the name of its card", "{key} 是名片的文件名", key = shown(key));
                let hint = Phrase::new("name the secret key otherwise: name.key", "密钥换个名字，比如 name.key");
                return Err(Failure::wrong(message, hint));
            }
            let stood = || new_file::taken(&card);
            new_file::may_be_written(&card, context, stood)?;
            write_key(key, &made.text(), context)?;
            new_file::write(&card, &issuer_card(&made.issuer()), context, stood)?;
            tr!(words, "issuer-new", name = name, key = shown(key), card = shown(&card))
        }
        IssuerCommand::Card { key, out } => {
            let issuer = read_issuer(key, context)?.issuer();
            let stood = || new_file::taken(out);
            new_file::write(out, &issuer_card(&issuer), context, stood)?;
            let name = &*issuer.name;
            tr!(words, "issuer-card", name = name, file = shown(out))
        }
        IssuerCommand::Proctor { name, key, out } => {
            let name = named(name)?;
            let made = read_issuer(key, context)?.proctor(name);
            write_key(out, &made.text(), context)?;
            tr!(words, "issuer-proctor", name = name, file = shown(out))
        }
    };
    context.print_line(&told)?;
    Ok(Ended::Fine)
}

/// The key of an issuer, from the file that was named.
pub(super) fn read_issuer(typed: &Path, context: &Context) -> Result<IssuerKey, Failure> {
    Ok(key_file(typed, context).read(IssuerKey::of_text)?)
}

/// A secret key as it was named.
pub(super) fn key_file(typed: &Path, context: &Context) -> KeyFile {
    KeyFile { path: context.cwd.join(typed), typed: typed.to_owned() }
}

fn write_key(typed: &Path, text: &str, context: &Context) -> Result<(), Failure> {
    match key_file(typed, context).write_new(text) {
        Err(error) if error.stood_there() => Err(new_file::taken(typed)),
        done => Ok(done?),
    }
}

/// A name as it stands on certificates.
pub(super) fn named(typed: &str) -> Result<&str, Failure> {
    let name = typed.trim();
    match clean_name(name) {
        Ok(kept) if kept == name => Ok(name),
        _ => Err(Failure::wrong(
            both!("this can't be used as a name: \"{typed}\"", "这不能用作名字：“{typed}”"),
            Phrase::new("give 1 to 64 letters on one line", "写 1 到 64 个字，不换行"),
        )),
    }
}

fn no_chance() -> Failure {
    Failure::wrong(
        Phrase::new("this system gives no randomness, and a key needs it", "系统不给随机数，没法新建密钥"),
        Phrase::new("try again, or on another machine", "再试一次，或者换一台机器"),
    )
}
