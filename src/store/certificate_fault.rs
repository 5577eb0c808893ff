//! What is wrong with the file of a certificate or of a key, and what to do then.

use crate::base::bilingual::{Bilingual, Phrase};
use crate::both;

/// Why a file is no certificate, or no key, that can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CertificateFault {
    /// It is something else.
    NoCertificate,
    /// A program has written it anew in another encoding, or with other ends of lines.
    Reencoded,
    /// Its end is missing.
    Truncated,
    /// What was signed, or the signature, was changed.
    Signature,
    /// The sitting below it is not the one that it was issued for.
    Sitting,
    /// It is no key of ours.
    NoKey,
    /// Others on this machine can read the secret key.
    ReadableKey,
    /// A secret key would lie in a repository, and travel with it.
    InRepository,
    /// It is no list of revoked certificates.
    NoList,
    /// This line of such a list, from 1, was not signed by the issuer.
    ListLine(usize),
}

impl CertificateFault {
    /// What is the matter.
    pub(super) fn told(self, path: &str) -> Bilingual {
        match self {
            CertificateFault::NoCertificate => both!("{path} is no certificate", "{path} 不是证书"),
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
            CertificateFault::NoKey => {
                both!("{path} is no key of an issuer or a proctor", "{path} 不是发证人或监考人的密钥")
            }
            CertificateFault::ReadableKey => {
                both!("others on this machine can read the secret key {path}", "这台机器上的其他人读得到密钥 {path}")
            }
            CertificateFault::InRepository => both!(
                "{path} would lie in a repository, and a secret key must not travel with one",
                "{path} 在代码仓库里；密钥不能跟着仓库走"
            ),
            CertificateFault::NoList => both!("{path} is no list of revoked certificates", "{path} 不是吊销名单"),
            CertificateFault::ListLine(line) => both!(
                "line {line} of the list {path} was not signed by this issuer",
                "吊销名单 {path} 第 {line} 行不是这位发证人签的"
            ),
        }
    }

    /// What to do.
    pub(super) fn help(self) -> Phrase {
        let (en, zh) = match self {
            CertificateFault::NoCertificate => {
                ("give a file that `doorstep certify` has written", "要用 `doorstep certify` 写出的文件")
            }
            CertificateFault::Reencoded | CertificateFault::Truncated => {
                ("ask for the file as it was issued", "请对方把发证时的原文件再给一份")
            }
            CertificateFault::Signature | CertificateFault::Sitting => {
                ("do not rely on it; ask its issuer", "不要采信；请向发证人核实")
            }
            CertificateFault::NoKey => ("`doorstep issuer new` makes one", "`doorstep issuer new` 可以新建"),
            CertificateFault::ReadableKey => {
                ("make it readable by you alone (chmod 600), then try again", "先收回权限（chmod 600），再试一次")
            }
            CertificateFault::InRepository => ("name a file outside of it with --key", "用 --key 指定一个仓库外的文件"),
            CertificateFault::NoList => {
                ("give the file that `doorstep revoke` writes", "要用 `doorstep revoke` 写出的名单")
            }
            CertificateFault::ListLine(_) => ("ask the issuer for the list anew", "请向发证人重新要一份名单"),
        };
        Phrase::new(en, zh)
    }
}
