//! Dates and reading times as pages write them, in several languages.

use super::words::{IN_DATES, MINUTES, MONTHS, READING};
use crate::model::PartialDate;

/// A date, and whether day and month could be the other way round.
pub(in crate::markdown) fn date(text: &str) -> Option<(PartialDate, bool)> {
    numeric(text)
        .or_else(|| east_asian(text).map(|date| (date, false)))
        .or_else(|| in_words(text).map(|date| (date, false)))
}

/// `2026-03-12`, `12.03.2026`, `12/03/2026`, with or without a time behind.
fn numeric(text: &str) -> Option<(PartialDate, bool)> {
    let day = text.split([' ', 'T', ',']).next()?;
    let separator = day.chars().find(|c| !c.is_ascii_digit())?;
    let parts: Vec<&str> = day.trim_end_matches('.').split(separator).collect();
    let [first, second, third] = parts[..] else { return None };
    let number = |digits: &str| {
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| digits.parse::<i16>().ok()).flatten()
    };
    let (a, b, c) = (number(first)?, number(second)?, number(third)?);
    let of = |year: i16, month: i16, day: i16| {
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        PartialDate::new(Some(year), Some(month), Some(day)).ok()
    };
    match (first.len(), third.len(), separator) {
        (4, ..=2, '-' | '/' | '.') => Some((of(a, b, c)?, false)),
        (..=2, 4, '.') => Some((of(c, b, a)?, false)),
        (..=2, 4, '/' | '-') if b > 12 => Some((of(c, a, b)?, false)),
        (..=2, 4, '/' | '-') => Some((of(c, b, a)?, a <= 12 && a != b)),
        _ => None,
    }
}

/// `2026年3月12日`, `2026년 3월 12일`.
fn east_asian(text: &str) -> Option<PartialDate> {
    let (year, rest) = text.split_once(['年', '년'])?;
    let (month, rest) = rest.split_once(['月', '월'])?;
    let (day, rest) = rest.split_once(['日', '일'])?;
    let is_date = rest.trim().is_empty();
    let day = PartialDate::new(
        year.trim().parse().ok(),
        month.trim().parse().ok(),
        day.trim().parse().ok(),
    );
    day.ok().filter(|date| is_date && date.year().is_some() && date.day().is_some())
}

/// `12 March 2026`, `March 12`, `12. März`, `le 1er mars 2026`, `12 de marzo de 2026`.
fn in_words(text: &str) -> Option<PartialDate> {
    if text.chars().count() > 60 {
        return None;
    }
    let (mut year, mut month, mut day) = (None::<i16>, None::<u8>, None::<u8>);
    for word in text.split([' ', ',', '\u{a0}', '\u{202f}']).filter(|word| !word.is_empty()) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
        let tail = &word[digits.len()..];
        if let Some(at) = MONTHS.iter().position(|names| names.contains(&word.as_str())) {
            // `mar` is the beginning of March and of Tuesday in French; the first month counts.
            if month.is_none() {
                month = u8::try_from(at + 1).ok();
            } else {
                return None;
            }
        } else if word.len() == 4 && tail.is_empty() && year.is_none() {
            year = Some(digits.parse().ok()?);
        } else if digits.len() <= 2
            && !digits.is_empty()
            && matches!(tail, "" | "st" | "nd" | "rd" | "th" | "er" | "º" | "°" | "e")
            && day.is_none()
        {
            day = Some(digits.parse().ok()?);
        } else if !word.is_empty() && !IN_DATES.contains(&word.as_str()) && !is_time(&word) {
            return None;
        }
    }
    month?;
    PartialDate::new(year, month, day).ok()
}

/// `10:30`, which a date may have behind it.
fn is_time(word: &str) -> bool {
    matches!(word, "at" | "um" | "uhr" | "am" | "pm" | "à")
        || word.split_once(':').is_some_and(|(hour, minute)| {
            [hour, minute].iter().all(|part| {
                matches!(part.len(), 1 | 2) && part.bytes().all(|byte| byte.is_ascii_digit())
            })
        })
}

/// `4 min read`, `Reading time: 4 minutes`, `Lesezeit 4 Min.`, `4 min de lecture`.
pub(in crate::markdown) fn reading_time(text: &str) -> Option<u32> {
    let folded = text.to_lowercase();
    let mut minutes = None;
    let mut has_unit = false;
    let mut words = 0;
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        words += 1;
        if let Ok(number) = word.parse::<u32>() {
            if minutes.replace(number).is_some() {
                return None;
            }
        } else if MINUTES.contains(&word) {
            has_unit = true;
        } else if !READING.contains(&word) {
            return None;
        }
    }
    minutes.filter(|&minutes| has_unit && words <= 7 && (1..=600).contains(&minutes))
}
