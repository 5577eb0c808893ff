//! `doorstep revoke`: a certificate taken back by its issuer.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use super::issuer::read_issuer;
use crate::base::bilingual::Phrase;
use crate::both;
use crate::speech::messages::Messages;
use crate::store::{StoredCertificate, revoke, shown};
use crate::tr;
use clap::Args;
use jiff::tz::Offset;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct RevokeArgs {
    /// The certificate
    pub certificate: PathBuf,
    /// The issuer's secret key
    #[arg(long, value_name = "FILE")]
    pub key: PathBuf,
    /// The list that it is put on; created if there is none
    #[arg(long, value_name = "FILE")]
    pub list: PathBuf,
}

pub(super) fn run(args: &RevokeArgs, context: &mut Context) -> Result<Ended, Failure> {
    let key = read_issuer(&args.key, context)?;
    let stored = StoredCertificate::open(&context.cwd.join(&args.certificate), &args.certificate)?;
    let own = &stored.signed.certificate;
    if own.issuer.key != key.issuer().key {
        let (file, name) = (shown(&args.certificate), &own.issuer.name);
        let message = both!("{file} was issued by {name} with another key", "{file} 是 {name} 用另一把密钥颁发的");
        return Err(Failure::wrong(message, Phrase::new("only its issuer can take it back", "只有发证人自己能吊销")));
    }
    let today = Offset::UTC.to_datetime((context.now)()).date();
    let is_new = revoke(&context.cwd.join(&args.list), &args.list, (&own.id, today), &key)?;
    let words = Messages::new(context.lang);
    let (id, title, candidate) = (&*own.id, own.title(context.lang), &*own.result.candidate);
    let told = if is_new {
        tr!(words, "revoke-done", id = id, candidate = candidate, title = title, file = shown(&args.list))
    } else {
        tr!(words, "revoke-again", id = id)
    };
    context.print_line(&told)?;
    Ok(Ended::Fine)
}
