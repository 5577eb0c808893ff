//! Bytes as hexadecimal digits: two a byte, small letters. There is one spelling of each, so that a text with another is not
//! what was written.

use sha2::{Digest, Sha256};

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// The digits of some bytes.
///
/// ```
/// assert_eq!(doorstep::base::hex::digits(&[0, 171]), "00ab");
/// ```
pub fn digits(bytes: &[u8]) -> String {
    let pair = |byte: &u8| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]];
    bytes.iter().flat_map(pair).map(char::from).collect()
}

/// The bytes of some digits; none where they are no digits of ours, or not so many.
///
/// ```
/// use doorstep::base::hex;
///
/// assert_eq!(hex::bytes("00ab"), Some([0, 171]));
/// assert_eq!(hex::bytes::<2>("00AB"), None, "one spelling alone");
/// ```
pub fn bytes<const LENGTH: usize>(digits: &str) -> Option<[u8; LENGTH]> {
    let value = |digit: u8| DIGITS.iter().position(|own| *own == digit).and_then(|at| u8::try_from(at).ok());
    let (pairs, rest) = digits.as_bytes().as_chunks::<2>();
    let whole: Option<Vec<u8>> = pairs.iter().map(|[high, low]| Some(value(*high)? << 4 | value(*low)?)).collect();
    if rest.is_empty() { whole?.try_into().ok() } else { None }
}

/// SHA-256 of some bytes, as 64 digits.
pub fn sha256(bytes: impl AsRef<[u8]>) -> String {
    digits(&Sha256::digest(bytes))
}
