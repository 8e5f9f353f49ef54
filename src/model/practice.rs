//! Who hands an article out.

use super::{Address, Jurisdiction, setters};
use crate::source::{Origin, SourceName};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A practice whose name, logo and register entries stand on what it hands out.
///
/// This is also the form of `practice.toml`.
///
/// ```
/// use offprint::model::Practice;
///
/// let practice = Practice::new("Willow Rooms").telephone("020 7946 0000");
/// assert_eq!(practice.name, "Willow Rooms");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Practice {
    /// What it is called.
    #[schemars(length(min = 1))]
    #[schemars(extend("examples" = ["Willow Rooms"]))]
    pub name: String,
    /// Its logo, a PNG, JPEG or SVG file beside this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<Address>,
    /// What the logo shows; without it the practice's name is taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["A willow over water"]))]
    pub logo_alt: Option<String>,
    /// A line under the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["Counselling in Wexcombe"]))]
    pub strapline: Option<String>,
    /// Where it is, line by line.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("examples" = [["2 Heron Lane", "Wexcombe"]]))]
    pub address: Vec<String>,
    /// Its telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["01632 960123"]))]
    pub telephone: Option<String>,
    /// Its e-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["hello@example.org"]), extend("format" = "email"))]
    pub email: Option<String>,
    /// Its address on the web.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub web: Option<Address>,
    /// Its colour, as `#rrggbb`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^#[0-9A-Fa-f]{6}$"))]
    #[schemars(extend("examples" = ["#1f5f5b"]))]
    pub accent: Option<String>,
    /// Which registers its people are on, a line each, as the practice words it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("examples" = [["Registered members of the BACP"]]))]
    pub register_lines: Vec<String>,
    /// Where to complain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["Write to complaints@example.org, or to the register that is named above."]))]
    pub complaints: Option<String>,
    /// Whose law and whose emergency numbers apply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jurisdiction: Option<Jurisdiction>,
    /// Files of professional bodies to add to ours or to put in their place, beside this one. The program reads them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("examples" = [["registers.toml"]]))]
    pub registers: Vec<String>,
    /// A file of help lines to take for checks in place of ours, beside this one. The program reads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["help-lines.toml"]))]
    pub urgent_help: Option<String>,
    /// A line at the end of everything it hands out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["Take this leaflet home."]))]
    pub footer: Option<String>,
    /// Where the logo was named.
    #[serde(skip)]
    pub origin: Origin,
    /// Where the accent colour was named.
    #[serde(skip)]
    pub accent_origin: Origin,
    /// The name of the source that it was read from; the logo is looked for beside it.
    #[serde(skip)]
    pub source: SourceName,
}

impl Practice {
    /// A practice of this name.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

setters! { Practice {
    some logo: Address,
    text logo_alt: String,
    text strapline: String,
    list address: String,
    text telephone: String,
    text email: String,
    some web: Address,
    text accent: String,
    list register_lines: String,
    text complaints: String,
    some jurisdiction: Jurisdiction,
    list registers: String,
    text urgent_help: String,
    text footer: String,
}}
