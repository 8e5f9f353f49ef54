//! The keys of `practice.toml`.

use crate::diagnostic::{Code, Diagnostic};
use crate::fields::Fields;
use crate::model::Practice;
use crate::source::Origin;

pub(super) fn read(fields: &mut Fields<'_>) -> Option<Practice> {
    let mut practice = Practice::new(fields.required("name").unwrap_or_default());
    if let Some((logo, origin)) = fields.value_at(&["logo"]) {
        practice.logo = Some(logo);
        practice.origin = origin;
    }
    practice.logo_alt = fields.text(&["logo_alt"]);
    practice.strapline = fields.text(&["strapline"]);
    practice.address = fields.texts(&["address"]);
    practice.telephone = fields.text(&["telephone", "phone"]);
    practice.email = fields.email(&["email"]);
    practice.web = fields.value(&["web", "website"]);
    if let Some((accent, origin)) = accent(fields) {
        practice.accent = Some(accent);
        practice.accent_origin = origin;
    }
    practice.register_lines = fields.texts(&["register_lines"]);
    practice.complaints = fields.text(&["complaints"]);
    practice.jurisdiction = fields.choice(
        &["jurisdiction"],
        &["england", "wales", "scotland", "northern-ireland", "ireland", "other"],
    );
    practice.registers = fields.texts(&["registers"]);
    practice.urgent_help = fields.text(&["urgent_help"]);
    practice.footer = fields.text(&["footer"]);
    (!practice.name.is_empty()).then_some(practice)
}

fn accent(fields: &mut Fields<'_>) -> Option<(String, Origin)> {
    let (text, origin) = fields.value_at::<String>(&["accent"])?;
    let digits = text.strip_prefix('#').unwrap_or(&text);
    if digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Some((format!("#{}", digits.to_lowercase()), origin));
    }
    fields.report(
        Diagnostic::new(
            Code::FieldValue,
            format!("`accent`: `{text}` is no colour; expected one such as `#1f5f5b`"),
        )
        .label(origin, ""),
    );
    None
}
