//! Sets of rules, by what an article is for.

use crate::{Error, Result};
use std::fmt;
use std::str::FromStr;

/// A set of rules, by what an article is for. Those of [`Profile::Recommended`] are in all of them.
///
/// ```
/// use offprint::check::Profile;
///
/// assert_eq!("nhs-style".parse::<Profile>()?, Profile::NhsStyle);
/// # Ok::<(), offprint::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Profile {
    /// What every author would want to be told.
    Recommended,
    /// What a leaflet for patients must carry (NHS content standard, PIF).
    PatientInformation,
    /// What people who see little need (UKAAF, RNIB).
    ClearPrint,
    /// How the NHS writes for the public. Reflective prose will not pass it.
    NhsStyle,
    /// What a bookseller or a library asks for.
    Publisher,
}

impl Profile {
    /// All profiles.
    pub const ALL: &'static [Self] = &[
        Self::Recommended,
        Self::PatientInformation,
        Self::ClearPrint,
        Self::NhsStyle,
        Self::Publisher,
    ];

    /// The name as it is written on a command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Recommended => "recommended",
            Self::PatientInformation => "patient-information",
            Self::ClearPrint => "clear-print",
            Self::NhsStyle => "nhs-style",
            Self::Publisher => "publisher",
        }
    }
}

impl fmt::Display for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Profile {
    type Err = Error;

    /// Reads the name of a profile.
    ///
    /// # Errors
    ///
    /// There is no such profile.
    fn from_str(text: &str) -> Result<Self> {
        let named = Self::ALL.iter().copied().find(|profile| profile.as_str() == text.trim());
        named.ok_or_else(|| {
            let all: Vec<&str> = Self::ALL.iter().map(|profile| profile.as_str()).collect();
            Error::value(format!("there is no profile `{text}`; expected {}", all.join(", ")))
        })
    }
}
