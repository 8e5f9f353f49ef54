//! The rules that are chosen, and what they need to know.

use super::{Findings, Profile, Rule, UrgentHelp, View, rules};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::model::{Article, Jurisdiction, PartialDate, Practice};
use crate::registers::Registers;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Checks articles by the rules of some profiles.
///
/// ```
/// use offprint::Source;
/// use offprint::check::Checker;
/// use offprint::diagnostic::Code;
///
/// let text = "# On Rest\n\nIt comes slowly.\n";
/// let article = offprint::parse(&Source::new("rest.md", text))?.value;
/// let found = Checker::recommended().silence(Code::Undated).check(&article);
/// assert!(found.iter().all(|finding| finding.code != Code::Undated));
/// # Ok::<(), offprint::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Checker {
    profiles: BTreeSet<Profile>,
    rules: Vec<Arc<dyn Rule>>,
    silent: BTreeSet<Code>,
    context: Context,
}

/// What rules may know besides the article.
#[derive(Clone, Debug)]
pub(super) struct Context {
    pub(super) registers: Arc<Registers>,
    pub(super) today: Option<PartialDate>,
    pub(super) practice: Option<Arc<Practice>>,
    pub(super) jurisdiction: Option<Jurisdiction>,
    pub(super) urgent_help: Arc<UrgentHelp>,
}

impl Default for Context {
    fn default() -> Self {
        Self {
            registers: Registers::built_in(),
            today: None,
            practice: None,
            jurisdiction: None,
            urgent_help: UrgentHelp::built_in(),
        }
    }
}

impl Default for Checker {
    fn default() -> Self {
        Self::recommended()
    }
}

impl Checker {
    /// A checker without rules, to which rules of your own or profiles are added.
    #[must_use]
    pub fn new() -> Self {
        Self {
            profiles: BTreeSet::new(),
            rules: Vec::new(),
            silent: BTreeSet::new(),
            context: Context::default(),
        }
    }

    /// The rules that every author would want.
    #[must_use]
    pub fn recommended() -> Self {
        Self::new().profile(Profile::Recommended)
    }

    /// Adds the rules of a profile, and with them the recommended ones.
    #[must_use]
    pub fn profile(mut self, profile: Profile) -> Self {
        self.profiles.extend([Profile::Recommended, profile]);
        self
    }

    /// Adds a rule of your own.
    #[must_use]
    pub fn rule(mut self, rule: impl Rule + 'static) -> Self {
        self.rules.push(Arc::new(rule));
        self
    }

    /// Leaves out what has this code. An article can do so for itself: see [`Article::unsuppressed`].
    #[must_use]
    pub fn silence(mut self, code: Code) -> Self {
        self.silent.insert(code);
        self
    }

    /// The professional bodies; without this, those of the United Kingdom.
    #[must_use]
    pub fn registers(mut self, registers: Arc<Registers>) -> Self {
        self.context.registers = registers;
        self
    }

    /// The day of the check. Without it nothing is overdue and nothing has expired.
    #[must_use]
    pub const fn today(mut self, today: PartialDate) -> Self {
        self.context.today = Some(today);
        self
    }

    /// Who hands the article out: what it says of itself need not stand in the article.
    #[must_use]
    pub fn practice(mut self, practice: &Practice) -> Self {
        self.context.practice = Some(Arc::new(practice.clone()));
        self
    }

    /// Whose emergency numbers apply where neither article nor practice says so.
    #[must_use]
    pub const fn jurisdiction(mut self, jurisdiction: Jurisdiction) -> Self {
        self.context.jurisdiction = Some(jurisdiction);
        self
    }

    /// The help lines that are known; without this, those of the United Kingdom and Ireland.
    #[must_use]
    pub fn urgent_help(mut self, urgent_help: Arc<UrgentHelp>) -> Self {
        self.context.urgent_help = urgent_help;
        self
    }

    /// Everything that the chosen rules find, in the order of the text, but for what the author does not want
    /// to be told ([`Article::unsuppressed`]).
    #[must_use]
    pub fn check(&self, article: &Article) -> Vec<Diagnostic> {
        let view = View::of(article, &self.context);
        let mut findings = Findings::default();
        self.chosen().for_each(|rule| findings.of(rule, &view));
        let mut found = findings.into_inner();
        found.retain(|finding| !self.silent.contains(&finding.code));
        found.sort_by_key(|finding| {
            let range = finding.origin().range();
            (range.start, finding.severity != Severity::Error, finding.code, range.end)
        });
        article.unsuppressed(found)
    }

    fn chosen(&self) -> impl Iterator<Item = &dyn Rule> {
        let of_profile = |rule: &&&dyn Rule| {
            rule.profiles().iter().any(|profile| self.profiles.contains(profile))
                && !self.silent.contains(&rule.code())
        };
        let own = self.rules.iter().map(|rule| &**rule);
        rules::ALL.iter().filter(of_profile).copied().chain(own)
    }
}
