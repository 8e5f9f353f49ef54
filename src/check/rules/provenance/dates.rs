//! How partly known dates stand to one another, where that is certain.

use crate::model::PartialDate;

type Day = (i16, u8, u8);

/// The first and the last day that a date can be; none without a year.
pub(in crate::check::rules) fn span(date: PartialDate) -> Option<(Day, Day)> {
    let first = date.first_day()?;
    Some((first, (first.0, date.month().unwrap_or(12), date.day().unwrap_or(31))))
}

/// Whether one date is past on the day of another, however they are completed.
pub(in crate::check::rules) fn is_before(date: PartialDate, other: PartialDate) -> bool {
    match (span(date), span(other)) {
        (Some((_, last)), Some((first, _))) => last < first,
        _ => false,
    }
}

/// Whether a date is more than a year past on the day of another.
pub(in crate::check::rules) fn is_a_year_before(date: PartialDate, other: PartialDate) -> bool {
    match (span(date), span(other)) {
        (Some((_, last)), Some((first, _))) => (last.0.saturating_add(1), last.1, last.2) < first,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_a_year_before, is_before};

    #[test]
    fn only_what_is_certain_counts() {
        let date = |text: &str| text.parse().unwrap();
        assert!(is_before(date("2026-03-11"), date("2026-03-12")));
        assert!(!is_before(date("2026-03"), date("2026-03-12")));
        assert!(!is_before(date("2026"), date("2026-03-12")));
        assert!(is_before(date("2025"), date("2026")));
        assert!(!is_before(date("--03-11"), date("2026-03-12")));
        assert!(!is_a_year_before(date("2025-03-12"), date("2026-03-12")));
        assert!(is_a_year_before(date("2025-03-11"), date("2026-03-12")));
    }
}
