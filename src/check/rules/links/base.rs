//! K002: a relative link of an article whose own address is not known.

use crate::check::{Findings, Profile, Rule, View};
use crate::diagnostic::{Code, Diagnostic};

#[derive(Debug)]
pub(in crate::check) struct WithoutBase;

impl Rule for WithoutBase {
    fn code(&self) -> Code {
        Code::LinkWithoutBase
    }

    fn profiles(&self) -> &[Profile] {
        &[Profile::Recommended]
    }

    fn check(&self, view: &View<'_>, findings: &mut Findings) {
        if view.article().metadata.canonical.is_some() {
            return;
        }
        let leads_away = |text: &str| {
            let is_misspelt = text.starts_with("www.") || text.contains('@');
            !text.starts_with('#') && !is_misspelt
        };
        let relative = view
            .links()
            .iter()
            .filter(|link| link.address.is_relative() && leads_away(link.address.as_str()));
        for link in relative {
            findings.add(
                Diagnostic::new(
                    self.code(),
                    format!(
                        "`{}` leads nowhere from paper or a book, since the article's own address is not known",
                        link.address
                    ),
                )
                .label(link.origin, "")
                .help("write the whole address, or the article's own as `canonical:` in the front matter"),
            );
        }
    }
}
