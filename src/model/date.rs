//! Dates of which only a part may be known.

use super::string_newtype;
use crate::{Error, Result};
use jiff::civil::Date;
use std::fmt;
use std::str::FromStr;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date as an author gives it: a day, a month, a year, or a day without its year.
///
/// Written as XML Schema writes them (`2026-03-12`, `2026-03`, `2026`, `--03-12`;
/// <https://www.w3.org/TR/xmlschema11-2/#gMonthDay>).
///
/// ```
/// use offprint::model::PartialDate;
///
/// let date: PartialDate = "2026-03".parse()?;
/// assert_eq!((date.year(), date.month(), date.day()), (Some(2026), Some(3), None));
/// assert_eq!(date.in_words(), "March 2026");
/// assert!("2026-02-31".parse::<PartialDate>().is_err());
/// # Ok::<(), offprint::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: Option<i16>,
    month: Option<u8>,
    day: Option<u8>,
}

impl PartialDate {
    /// A date of these parts.
    ///
    /// # Errors
    ///
    /// The parts do not make a date: no part at all, a day without a month, or a day that the month
    /// does not have.
    pub fn new(year: Option<i16>, month: Option<u8>, day: Option<u8>) -> Result<Self> {
        let shape = match (year, month, day) {
            (Some(_), _, None) | (_, Some(_), Some(_)) => true,
            (Some(_), None, Some(_)) | (None, None, _) | (None, Some(_), None) => false,
        };
        let year_fits = year.is_none_or(|year| (1..=9999).contains(&year));
        // Without a year, 29 February is possible.
        let (y, m, d) = (year.unwrap_or(2000), month.unwrap_or(1), day.unwrap_or(1));
        let exists = i8::try_from(m).ok().zip(i8::try_from(d).ok());
        let exists = exists.is_some_and(|(m, d)| Date::new(y, m, d).is_ok());
        if shape && year_fits && exists {
            Ok(Self { year, month, day })
        } else {
            Err(Error::value("there is no such date"))
        }
    }

    /// The year, where it is known.
    #[must_use]
    pub const fn year(self) -> Option<i16> {
        self.year
    }

    /// The month from 1, where it is known.
    #[must_use]
    pub const fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month from 1, where it is known.
    #[must_use]
    pub const fn day(self) -> Option<u8> {
        self.day
    }

    /// Year, month and day of the first day that this can be; none without a year.
    ///
    /// ```
    /// use offprint::model::PartialDate;
    ///
    /// assert_eq!("2026-03".parse::<PartialDate>()?.first_day(), Some((2026, 3, 1)));
    /// # Ok::<(), offprint::Error>(())
    /// ```
    #[must_use]
    pub fn first_day(self) -> Option<(i16, u8, u8)> {
        Some((self.year?, self.month.unwrap_or(1), self.day.unwrap_or(1)))
    }

    /// The day, in Universal Time, of a moment in seconds since 1970; none outside the years 1 to 9999.
    ///
    /// ```
    /// use offprint::model::PartialDate;
    ///
    /// let day = PartialDate::from_unix_seconds(1_773_273_600).unwrap();
    /// assert_eq!(day.to_string(), "2026-03-12");
    /// ```
    #[must_use]
    pub fn from_unix_seconds(seconds: i64) -> Option<Self> {
        let moment = jiff::Timestamp::from_second(seconds).ok()?;
        let day = jiff::tz::TimeZone::UTC.to_datetime(moment).date();
        let (month, day_of_month) =
            (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
        Self::new(Some(day.year()), Some(month), Some(day_of_month)).ok()
    }

    /// As British English writes it: `12 March 2026`, `March 2026`, `2026`, `12 March`.
    #[must_use]
    pub fn in_words(self) -> String {
        let month = self.month.and_then(|month| MONTHS.get(usize::from(month) - 1));
        let parts = [
            self.day.map(|day| day.to_string()),
            month.map(|&month| month.to_owned()),
            self.year.map(|year| year.to_string()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// Reads a date as people write it in English: `12 March 2026`, `March 12, 2026`,
    /// `12th Mar`, `March 2026`. None where the text is anything else.
    ///
    /// ```
    /// use offprint::model::PartialDate;
    ///
    /// let date = PartialDate::from_words("12th of March").unwrap();
    /// assert_eq!(date.to_string(), "--03-12");
    /// assert_eq!(PartialDate::from_words("march hare"), None);
    /// ```
    #[must_use]
    pub fn from_words(text: &str) -> Option<Self> {
        let (mut year, mut month, mut day) = (None, None, None);
        for word in text.split([' ', ',', '\u{a0}']).filter(|word| !word.is_empty()) {
            let word = word.trim_end_matches('.').to_lowercase();
            let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            let tail = &word[digits.len()..];
            let is_day = matches!(tail, "" | "st" | "nd" | "rd" | "th") && digits.len() <= 2;
            if let Some(found) = month_number(&word) {
                month = only(month, found)?;
            } else if word.len() == 4 && tail.is_empty() {
                year = only(year, digits.parse().ok()?)?;
            } else if is_day && !digits.is_empty() {
                day = only(day, digits.parse().ok()?)?;
            } else if !(word == "of" || is_weekday(&word)) {
                return None;
            }
        }
        month?;
        Self::new(year, month, day).ok()
    }
}

/// The second of two values for one part makes the text something other than a date.
#[expect(clippy::option_option, reason = "the outer one is the caller's `?`")]
fn only<T: Copy>(slot: Option<T>, value: T) -> Option<Option<T>> {
    slot.is_none().then_some(Some(value))
}

fn month_number(word: &str) -> Option<u8> {
    let at = MONTHS.iter().position(|month| {
        let month = month.to_lowercase();
        word == month || word == &month[..3] || word == "sept" && month == "september"
    })?;
    u8::try_from(at + 1).ok()
}

fn is_weekday(word: &str) -> bool {
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        .iter()
        .any(|day| word == *day || word == &day[..3])
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.year, self.month, self.day) {
            (Some(year), None, _) => write!(f, "{year:04}"),
            (Some(year), Some(month), None) => write!(f, "{year:04}-{month:02}"),
            (Some(year), Some(month), Some(day)) => write!(f, "{year:04}-{month:02}-{day:02}"),
            (None, month, day) => {
                write!(f, "--{:02}-{:02}", month.unwrap_or(1), day.unwrap_or(1))
            }
        }
    }
}

impl FromStr for PartialDate {
    type Err = Error;

    /// Reads `2026-03-12`, `2026-03`, `2026`, `--03-12`, or a full timestamp, of which the date counts.
    ///
    /// # Errors
    ///
    /// The text has another form, or there is no such date.
    fn from_str(text: &str) -> Result<Self> {
        let wrong = || {
            Error::value(format!(
                "`{text}` is not a date; expected `2026-03-12`, `2026-03` or `2026`"
            ))
        };
        let date = text.trim();
        // A timestamp goes on with `T10:00`, or with a space and a time.
        let date =
            if date.is_ascii() && date.len() > 10 && matches!(date.as_bytes()[10], b'T' | b' ') {
                &date[..10]
            } else {
                date
            };
        let number = |digits: &str, len: usize| {
            let is_number = digits.len() == len && digits.bytes().all(|byte| byte.is_ascii_digit());
            is_number.then(|| digits.parse::<i16>().ok()).flatten().ok_or_else(wrong)
        };
        let small =
            |digits: &str| number(digits, 2).and_then(|n| u8::try_from(n).map_err(|_| wrong()));
        let parts = if let Some(rest) = date.strip_prefix("--") {
            let (month, day) = rest.split_once('-').ok_or_else(wrong)?;
            (None, Some(small(month)?), Some(small(day)?))
        } else {
            let mut parts = date.splitn(3, '-');
            let year = number(parts.next().unwrap_or_default(), 4)?;
            let month = parts.next().map(small).transpose()?;
            (Some(year), month, parts.next().map(small).transpose()?)
        };
        Self::new(parts.0, parts.1, parts.2)
            .map_err(|_| Error::value(format!("there is no date `{text}`")))
    }
}

string_newtype!(PartialDate, "PartialDate", {
    "type": "string",
    "description": "A day, a month, a year, or a day without its year.",
    "pattern": "^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|--[0-9]{2}-[0-9]{2})$",
    "examples": ["2026-03-12", "2026-03", "2026", "--03-12"],
});
