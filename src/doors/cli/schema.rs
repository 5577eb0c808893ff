//! `doorstep schema`: what stands in the documents that `--json` prints, as a JSON Schema.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use crate::report::{DocumentKind, schema};
use clap::Args;
use clap::builder::PossibleValuesParser;

#[derive(Debug, Args)]
pub(super) struct SchemaArgs {
    /// The value of `document` in what is described; one schema for all documents if left out
    #[arg(value_parser = PossibleValuesParser::new(DocumentKind::ALL.map(DocumentKind::word)))]
    pub document: Option<String>,
}

pub(super) fn run(args: &SchemaArgs, context: &mut Context) -> Result<Ended, Failure> {
    let named = |kind: &DocumentKind| args.document.as_deref() == Some(kind.word());
    let schema = DocumentKind::ALL.into_iter().find(named).map_or_else(schema::of_all, schema::of_kind);
    context.print(&format!("{schema:#}\n"))?;
    Ok(Ended::Fine)
}
