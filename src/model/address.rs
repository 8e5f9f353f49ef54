//! Where a link leads.

use super::iri::encode;
use super::string_newtype;
use crate::{Error, Result};
use memchr::memchr;
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;
use url::{Host, Url};

/// An address that a reader may be sent to: `https`, `http`, `mailto` or `tel`, or a reference to a
/// file beside the article or a place in it.
///
/// Read as browsers read it (<https://url.spec.whatwg.org/>), so `java\nscript:` is no way in; kept
/// as it was written, without surrounding white space, and with what an IRI reference (RFC 3987) may
/// not hold encoded.
///
/// ```
/// use offprint::model::Address;
///
/// let address: Address = "https://example.org/a page".parse()?;
/// assert_eq!(address.as_str(), "https://example.org/a%20page");
/// assert!(address.is_web());
/// assert!("javascript:alert(1)".parse::<Address>().is_err());
/// # Ok::<(), offprint::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(Box<str>);

impl Address {
    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is on the web: `http` or `https`.
    #[must_use]
    pub fn is_web(&self) -> bool {
        matches!(scheme(&self.0).as_deref(), Some("http" | "https"))
    }

    /// Whether it has no scheme: a file beside the article, or a place in it.
    #[must_use]
    pub fn is_relative(&self) -> bool {
        scheme(&self.0).is_none()
    }

    /// The place in this article that it leads to, where it is `#…`.
    #[must_use]
    pub fn fragment(&self) -> Option<&str> {
        self.0.strip_prefix('#')
    }

    /// The address as it is spoken or printed: without `https://`, `mailto:` and a final slash.
    ///
    /// ```
    /// use offprint::model::Address;
    ///
    /// let address: Address = "https://www.example.org/".parse()?;
    /// assert_eq!(address.for_print(), "www.example.org");
    /// # Ok::<(), offprint::Error>(())
    /// ```
    #[must_use]
    pub fn for_print(&self) -> &str {
        let text = ["https://", "http://", "mailto:", "tel:"]
            .iter()
            .find_map(|prefix| self.0.strip_prefix(prefix))
            .unwrap_or(&self.0);
        text.strip_suffix('/').unwrap_or(text)
    }
}

/// The scheme as a browser finds it: leading controls and spaces, and any tab or line end, do not count.
fn scheme(text: &str) -> Option<String> {
    let text = text.trim_start_matches(|c: char| c <= ' ');
    let mut scheme = String::new();
    for c in text.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')) {
        match c {
            ':' if !scheme.is_empty() => return Some(scheme),
            'a'..='z' | 'A'..='Z' => scheme.push(c.to_ascii_lowercase()),
            '0'..='9' | '+' | '-' | '.' if !scheme.is_empty() => scheme.push(c),
            _ => return None,
        }
    }
    None
}

/// Whether a text is a mailbox: a name without spaces, one `@`, and a host of several parts.
pub(crate) fn is_mailbox(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let is_part =
        |part: &str| !part.is_empty() && !part.contains(|c: char| c == '@' || c.is_whitespace());
    is_part(name) && host.contains('.') && host.split('.').all(is_part)
}

/// Whether an address is so plain that it is certainly right as it stands, as nearly every one is: a place in the
/// article, or letters, digits and the commonest marks behind a host on the web that can be no number.
fn is_plain(text: &str) -> bool {
    let is_name = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
    if let Some(fragment) = text.strip_prefix('#') {
        return fragment.bytes().all(is_name);
    }
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else {
        return false;
    };
    let bytes = rest.as_bytes();
    let (host, path) = bytes.split_at(memchr(b'/', bytes).unwrap_or(bytes.len()));
    // A label of the host begins with a letter, and behind a hyphen stands a letter or digit.
    let mut before = b'.';
    for &byte in host {
        let fits = match byte {
            b'a'..=b'z' => true,
            b'0'..=b'9' => before != b'.',
            b'-' | b'.' => !matches!(before, b'-' | b'.'),
            _ => false,
        };
        if !fits {
            return false;
        }
        before = byte;
    }
    !matches!(before, b'-' | b'.') && path.iter().all(|&b| IS_OF_PATH[usize::from(b)])
}

/// Of each byte, whether it is a letter, a digit or one of the commonest marks of a path.
const IS_OF_PATH: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = byte.is_ascii_alphanumeric()
            || matches!(byte, b'-' | b'_' | b'/' | b'.' | b'?' | b'=' | b'&');
        byte += 1;
    }
    table
};

/// Whether something stands where a scheme would, but is none: `ht!tp://example.org`.
fn has_odd_scheme(text: &str) -> bool {
    text.split_once("://").is_some_and(|(before, _)| !before.contains(['/', '\\', '?', '#', '%']))
}

impl FromStr for Address {
    type Err = Error;

    /// Reads an address.
    ///
    /// # Errors
    ///
    /// The text is empty, has a scheme that is not allowed, or is no address at all.
    fn from_str(text: &str) -> Result<Self> {
        if is_plain(text) {
            return Ok(Self(text.into()));
        }
        let trimmed = text.trim_matches(|c: char| c <= ' ' || c.is_whitespace());
        let is_break = |c| matches!(c, '\t' | '\n' | '\r');
        let trimmed: Cow<'_, str> = if trimmed.contains(is_break) {
            trimmed.replace(is_break, "").into()
        } else {
            trimmed.into()
        };
        let trimmed = &*trimmed;
        if trimmed.is_empty() {
            return Err(Error::value("the address is empty"));
        }
        let encoded = match scheme(trimmed).as_deref() {
            Some("http" | "https" | "mailto" | "tel") => {
                let url = Url::parse(trimmed).map_err(|cause| {
                    Error::value(format!("`{trimmed}` is not a web address: {cause}"))
                })?;
                // A name and password can hold anything, and square brackets may stand around a host of numbers alone;
                // then the address is as a browser shows it.
                let is_shown = !url.username().is_empty()
                    || url.password().is_some()
                    || matches!(url.host(), Some(Host::Ipv6(_)));
                encode(if is_shown { url.as_str() } else { trimmed })
            }
            Some(other) => {
                return Err(Error::value(format!(
                    "`{other}:` is not a scheme that readers may be sent to; expected `https`, \
                     `http`, `mailto`, `tel`, or a relative address"
                )));
            }
            // What is no scheme cannot be the name of a file either.
            None if has_odd_scheme(trimmed) => {
                return Err(Error::value(format!(
                    "`{trimmed}` is not a web address; expected one such as `https://example.org/`"
                )));
            }
            None => encode(trimmed),
        };
        // `//host` leaves the page's folder without naming a scheme.
        if encoded.starts_with("//") {
            return Err(Error::value(format!(
                "`{trimmed}` names no scheme; expected `https:{encoded}`"
            )));
        }
        Ok(Self(encoded.into()))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

// No `format`: `iri-reference` is unknown to many validators, of which the strict refuse the schema, and
// `uri-reference` would be untrue.
string_newtype!(Address, "Address", {
    "type": "string",
    "description": "An https, http, mailto or tel address, or a relative reference: an IRI reference (RFC 3987).",
    "minLength": 1,
    "examples": ["https://example.org/", "mailto:practice@example.org", "#further-reading"],
});

#[cfg(test)]
mod tests {
    use super::{Address, encode, is_plain};
    use url::Url;

    #[test]
    fn a_plain_address_is_what_browsers_read_and_stays_as_it_is() {
        let hosts = ["a", "www.example.org", "a1-b.c2", "a.b.c", "x0x1", "a-1.b"];
        let paths = ["", "/", "/a/../b.c", "/?a=1&b", "//x_-9", "/a?b?c=d/e"];
        for (host, path) in hosts.iter().flat_map(|host| paths.map(|path| (host, path))) {
            for scheme in ["http", "https"] {
                let text = format!("{scheme}://{host}{path}");
                assert!(is_plain(&text), "{text}");
                assert_eq!(encode(&text), text);
                let url = Url::parse(&text).unwrap();
                assert_eq!(url.host_str(), Some(*host));
                assert_eq!(text.parse::<Address>().unwrap().as_str(), text);
            }
        }
        for odd in [
            "",
            "a",
            "//a",
            "http:a",
            "https://",
            "https:///a",
            "https://A.org",
            "https://1.2.3.4",
            "https://a.0x1",
            "https://a..b",
            "https://xn--a.org",
            "https://a-.org",
            "https://a:80/",
            "https://b@a.org",
            "https://a.org/%",
            "https://a.org/ ",
            "https://a.org/é",
            "#a b",
            "https://a.org?b",
            "https://a.org/#b#c",
            "https://a.org\\b",
            "mailto:a@b",
        ] {
            assert!(!is_plain(odd), "{odd}");
        }
        assert!(is_plain("#a-b_1") && encode("#a-b_1") == "#a-b_1");
    }

    #[test]
    fn a_host_of_numbers_keeps_its_brackets_however_it_is_written() {
        for odd in [
            "https:\\\\@[::1]#a.'b",
            "https:[::1]/",
            "https:/\\[::1]",
            "https://[0:0:0:0:0:0:0:1]/",
        ] {
            let address: Address = odd.parse().unwrap();
            assert!(address.as_str().starts_with("https://[::1]/"), "{odd}: {address}");
            assert_eq!(address.as_str().parse::<Address>().unwrap(), address);
        }
    }
}
