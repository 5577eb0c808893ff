//! What is wrong with the file of a certificate or of a key, and what to do then.

use crate::base::bilingual::{Bilingual, Phrase};
use crate::both;

/// What is handed around between issuers, proctors and those who check their work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperKind {
    /// The secret key of an issuer.
    IssuerKey,
    /// The card of an issuer.
    Card,
    /// The secret key of a proctor.
    ProctorKey,
    /// A certificate.
    Certificate,
    /// A list of revoked certificates.
    List,
    /// The record of a sitting.
    Sitting,
    /// The page of a certificate, to print.
    Page,
    /// A badge of Open Badges.
    Badge,
}

impl PaperKind {
    /// What a text is by the way it begins; none where nothing of ours begins so.
    pub(super) fn of(text: &str) -> Option<PaperKind> {
        let text = text.trim_start_matches('\u{FEFF}').trim_start();
        let beginnings = [
            ("doorstep issuer key ", PaperKind::IssuerKey),
            ("doorstep issuer ", PaperKind::Card),
            ("doorstep proctor key ", PaperKind::ProctorKey),
            ("doorstep certificate ", PaperKind::Certificate),
            ("doorstep revoked ", PaperKind::List),
            ("{\"sitting\":", PaperKind::Sitting),
            ("<!DOCTYPE html>", PaperKind::Page),
        ];
        let kind = beginnings.into_iter().find(|(first, _)| text.starts_with(first)).map(|(_, kind)| kind);
        let is_badge = text.starts_with('{') && text.contains("\"VerifiableCredential\"");
        kind.or_else(|| is_badge.then_some(PaperKind::Badge))
    }

    /// What it is called.
    fn named(self) -> Phrase {
        let (en, zh) = match self {
            PaperKind::IssuerKey => ("an issuer’s secret key", "发证人的密钥"),
            PaperKind::Card => ("an issuer’s card", "发证人的名片"),
            PaperKind::ProctorKey => ("a proctor’s secret key", "监考人的密钥"),
            PaperKind::Certificate => ("a certificate", "一张证书"),
            PaperKind::List => ("a list of revoked certificates", "吊销名单"),
            PaperKind::Sitting => ("the record of a sitting", "一场考试的记录"),
            PaperKind::Page => ("a page to print", "供打印的网页"),
            PaperKind::Badge => ("a badge", "一枚电子徽章"),
        };
        Phrase::new(en, zh)
    }

    /// Where one comes from.
    fn source(self) -> Phrase {
        let (en, zh) = match self {
            PaperKind::IssuerKey => ("`doorstep issuer new` makes one", "`doorstep issuer new` 可以新建"),
            PaperKind::Card => (
                "it lies beside the issuer’s key and ends in .card; `doorstep issuer card` makes it anew",
                "它就在发证人的密钥旁边，扩展名是 .card；`doorstep issuer card` 可以重做一张",
            ),
            PaperKind::ProctorKey => ("`doorstep issuer proctor` makes one", "`doorstep issuer proctor` 可以新建"),
            PaperKind::Certificate | PaperKind::Page => {
                ("give a file that `doorstep certify` has written", "要用 `doorstep certify` 写出的文件")
            }
            PaperKind::List => ("give the file that `doorstep revoke` writes", "要用 `doorstep revoke` 写出的名单"),
            PaperKind::Sitting => (
                "`doorstep exam results` names the files of sittings",
                "`doorstep exam results` 会列出考试记录的文件名",
            ),
            PaperKind::Badge => (
                "check it with a verifier of Open Badges 3.0, or give the certificate itself",
                "请用 Open Badges 3.0 的验证工具核对，或者给出证书原文件",
            ),
        };
        Phrase::new(en, zh)
    }
}

/// Why a file is no certificate, or no key, that can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CertificateFault {
    /// It is something else than what is wanted; what it is, where that can be told.
    OtherKind {
        /// What it is.
        found: Option<PaperKind>,
        /// What is wanted.
        wanted: PaperKind,
    },
    /// A program has written it anew in another encoding, or with other ends of lines.
    Reencoded,
    /// Its end is missing.
    Truncated,
    /// What was signed, or the signature, was changed.
    Signature,
    /// The sitting below it is not the one that it was issued for.
    Sitting,
    /// A key or a card was changed.
    ChangedKey(PaperKind),
    /// Others on this machine can read the secret key.
    ReadableKey,
    /// A secret key would lie in a repository, and travel with it.
    InRepository,
    /// The end of a list of revoked certificates is missing: this line, from 1.
    CutList(usize),
    /// This line of such a list, from 1, was not signed by the issuer.
    ListLine(usize),
}

impl CertificateFault {
    /// That a text is something else than what is wanted.
    pub(super) fn other_kind(text: &str, wanted: PaperKind) -> CertificateFault {
        CertificateFault::OtherKind { found: PaperKind::of(text), wanted }
    }

    /// Whether it says nothing about a certificate, for it was not even one that was handed in.
    pub fn is_wrong_use(self) -> bool {
        matches!(self, CertificateFault::OtherKind { .. })
    }

    /// What is the matter.
    pub(super) fn told(self, path: &str) -> Bilingual {
        match self {
            CertificateFault::OtherKind { found, wanted } => {
                let wanted = wanted.named();
                if let Some(found) = found.filter(|found| *found != PaperKind::Page).map(PaperKind::named) {
                    both!(
                        "{path} is {found}, not {wanted}",
                        "{path} 是{found}，不是{wanted}";
                        found = found,
                        wanted = wanted
                    )
                } else {
                    both!("{path} isn’t {wanted}", "{path} 不是{wanted}"; wanted = wanted)
                }
            }
            CertificateFault::Reencoded => both!(
                "{path} was saved anew in another encoding, so its signature cannot be checked",
                "{path} 被换了编码重新存过，签名没法核对"
            ),
            CertificateFault::Truncated => both!("the end of {path} is missing", "{path} 的结尾缺了一段"),
            CertificateFault::Signature => both!(
                "{path} is not what was signed: its words or its signature were changed",
                "{path} 和签名对不上：内容或签名被改过"
            ),
            CertificateFault::Sitting => both!(
                "the sitting in {path} is not the one that the certificate was issued for",
                "{path} 里附的考试记录，不是这张证书对应的那一场"
            ),
            CertificateFault::ChangedKey(kind) => {
                let kind = kind.named();
                both!(
                    "{path} was {kind}, but it was changed",
                    "{path} 本来是{kind}，但被改动过";
                    kind = kind
                )
            }
            CertificateFault::ReadableKey => {
                both!("others on this machine can read the secret key {path}", "这台机器上的其他人读得到密钥 {path}")
            }
            CertificateFault::InRepository => both!(
                "{path} would lie in a repository, and a secret key must not travel with one",
                "{path} 在代码仓库里；密钥不能跟着仓库走"
            ),
            CertificateFault::CutList(line) => both!(
                "the end of the list {path} is missing: line {line} breaks off",
                "吊销名单 {path} 的结尾缺了：第 {line} 行没写完"
            ),
            CertificateFault::ListLine(line) => both!(
                "line {line} of the list {path} was not signed by this issuer",
                "吊销名单 {path} 第 {line} 行不是这位发证人签的"
            ),
        }
    }

    /// What to do.
    pub(super) fn help(self) -> Phrase {
        let (en, zh) = match self {
            CertificateFault::OtherKind { found: Some(PaperKind::Badge), wanted: PaperKind::Certificate } => {
                return PaperKind::Badge.source();
            }
            CertificateFault::OtherKind { wanted, .. } => return wanted.source(),
            CertificateFault::Reencoded | CertificateFault::Truncated => {
                ("ask for the file as it was issued", "请对方把发证时的原文件再给一份")
            }
            CertificateFault::Signature | CertificateFault::Sitting => {
                ("do not rely on it; ask its issuer", "不要采信；请向发证人核实")
            }
            CertificateFault::ChangedKey(_) => ("use a copy of it as it was", "请用没有改动过的备份"),
            CertificateFault::ReadableKey => (
                "make it readable by you alone (chmod 600), then try again",
                "把它改成只有自己能读（chmod 600），再试一次",
            ),
            CertificateFault::InRepository => ("name a file outside of it with --key", "用 --key 指定一个仓库外的文件"),
            CertificateFault::ListLine(_) | CertificateFault::CutList(_) => {
                ("ask the issuer for the list again", "请向发证人重新要一份名单")
            }
        };
        Phrase::new(en, zh)
    }
}
