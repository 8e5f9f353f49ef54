//! K001: an address that cannot be what its author meant.

use crate::check::{Findings, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{self, Address};
use url::{Host, Url};

#[derive(Debug)]
pub(in crate::check) struct Malformed;

impl Rule for Malformed {
    fn code(&self) -> Code {
        Code::MalformedLink
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        for link in view.links() {
            let Some(Fault { why, meant }) = fault(link.address) else { continue };
            let address = link.address;
            let mut found =
                Diagnostic::new(self.code(), format!("`{address}` {why}")).label(link.origin, "");
            found = match &meant {
                Some(meant) => found.help(format!("write `{meant}`")),
                None => found.help("correct the address, or keep the words without it"),
            };
            if let (Some(meant), Some(place)) = (meant, view.written(link.origin, address.as_str()))
            {
                found = found.edit(place, meant);
            }
            findings.add(found);
        }
    }
}

/// What is wrong with an address, and what was surely meant.
struct Fault {
    why: &'static str,
    meant: Option<String>,
}

fn fault(address: &Address) -> Option<Fault> {
    let text = address.as_str();
    let only = |why| Some(Fault { why, meant: None });
    if let Some(mailbox) = text.strip_prefix("mailto:") {
        let mailbox = mailbox.split('?').next().unwrap_or_default();
        let is_mailbox = mailbox.split(',').all(is_mailbox);
        return if is_mailbox { None } else { only("leads to no mailbox") };
    }
    if let Some(number) = text.strip_prefix("tel:") {
        let number = number.split(';').next().unwrap_or_default();
        let is_number = number.bytes().any(|byte| byte.is_ascii_digit())
            && number.bytes().all(|byte| byte.is_ascii_digit() || b"+-.()*#".contains(&byte));
        return if is_number { None } else { only("leads to no telephone number") };
    }
    if address.is_web() {
        return web(text);
    }
    relative(text)
}

fn web(text: &str) -> Option<Fault> {
    let url = Url::parse(text).ok()?;
    let only = |why| Some(Fault { why, meant: None });
    let (_, rest) = text.split_once(':')?;
    if !rest.starts_with("//") {
        return only("has not two slashes behind `:`");
    }
    match url.host()? {
        Host::Domain("http" | "https") => only("names its scheme twice"),
        Host::Domain(host) if host.contains("..") || host.starts_with('.') => {
            only("has an empty part in the name of its host")
        }
        Host::Domain(host) if host == "localhost" || host.ends_with(".localhost") => {
            only("leads to the reader's own computer")
        }
        Host::Domain(host) if !host.trim_end_matches('.').contains('.') => {
            only("leads to a host without a domain")
        }
        Host::Ipv4(ip) if ip.is_loopback() => only("leads to the reader's own computer"),
        _ if text.contains("%20http") || is_web(&text[path_start(text)..]) => {
            only("is two addresses in one")
        }
        _ => None,
    }
}

/// Whether a path is a web address itself; one further on, as in an archive, is meant.
fn is_web(path: &str) -> bool {
    path.starts_with("/http://") || path.starts_with("/https://")
}

/// Where the path of a web address begins.
fn path_start(text: &str) -> usize {
    let host = text.find("//").map_or(0, |at| at + 2);
    text[host..].find('/').map_or(text.len(), |at| host + at)
}

fn relative(text: &str) -> Option<Fault> {
    if text.starts_with('#') {
        return None;
    }
    let is_host = text.to_ascii_lowercase().starts_with("www.") && text.len() > "www.a.b".len();
    if is_host {
        return Some(Fault {
            why: "names no scheme, so it is taken for a file beside the article",
            meant: Some(format!("https://{text}")),
        });
    }
    if !text.contains('/') && is_mailbox(text) {
        return Some(Fault {
            why: "is a mailbox, but is taken for a file beside the article",
            meant: Some(format!("mailto:{text}")),
        });
    }
    None
}

/// In an address, where a sign that no mailbox has is written with `%`.
fn is_mailbox(text: &str) -> bool {
    !text.contains('%') && model::is_mailbox(text.trim())
}

#[cfg(test)]
mod tests {
    use super::fault;

    #[test]
    fn what_no_author_means_is_found() {
        for address in [
            "www.example.org/rest",
            "hello@example.org",
            "mailto:hello",
            "mailto:a@b@example.org",
            "mailto:hello@example",
            "tel:ring-us",
            "https:example.org",
            "https://https://example.org",
            "http://http//example.org",
            "https://example..org/",
            "http://localhost:8080/a",
            "http://127.0.0.1/",
            "https://intranet/leaflet",
            "https://example.org/https://example.org",
        ] {
            let parsed = address.parse().unwrap();
            assert!(fault(&parsed).is_some(), "{address}");
        }
    }

    #[test]
    fn what_an_author_may_mean_is_left_alone() {
        for address in [
            "https://example.org",
            "https://www.example.org/a?b=https://example.com",
            "HTTPS://Example.ORG./a",
            "https://[2001:db8::1]/",
            "https://web.archive.org/web/2020/https://example.org/",
            "mailto:hello@example.org?subject=Rest%20and%20sleep",
            "mailto:a@example.org,b@example.org",
            "tel:+44-1632-960144",
            "tel:116123",
            "tel:+441632960144;ext=2",
            "rest.md",
            "../rest/index.html#top",
            "#rest",
            "notes/@home.md",
        ] {
            let parsed = address.parse().unwrap();
            assert!(
                fault(&parsed).is_none(),
                "{address}: {}",
                fault(&parsed).map_or("", |f| f.why)
            );
        }
    }
}
