//! What a platform puts around an article: buttons, counts, menus, notices about cookies.

use super::lines::Line;
use super::words::{CATEGORY, COOKIES, COUNTED, FURNITURE, KEYWORDS, NAVIGATION, RELATED};
use super::{Draft, fold, shapes, strip_words};
use crate::diagnostic::Code;
use std::collections::BTreeSet;

/// Takes the page's own lines out of the text; keywords and categories among them become metadata.
pub(super) fn take(lines: Vec<Line>, draft: &mut Draft<'_>) -> Vec<Line> {
    let title = lines.iter().position(|line| !is_of_page(&line.text) && !is_menu(&line.text));
    let prose: Vec<usize> = (0..lines.len())
        .filter(|&at| {
            Some(at) != title && is_prose(&lines[at].text) && !is_of_page(&lines[at].text)
        })
        .collect();
    let first_prose = prose.first().copied().unwrap_or(lines.len());
    let last_prose = prose.last().copied().unwrap_or(0);
    let related = related(&lines);
    // A button at a list of works is the heading of the list.
    let headings: BTreeSet<usize> = (0..lines.len().saturating_sub(1))
        .filter(|&at| {
            let next = &lines[at + 1].text;
            at > last_prose
                && shapes::known_section(&lines[at].text, &[]).is_some()
                && !is_of_page(next)
                && !is_menu(next)
                && !related.contains(&(at + 1))
        })
        .collect();
    let mut kept = Vec::with_capacity(lines.len());
    for (at, line) in lines.into_iter().enumerate() {
        let outside = at < first_prose || at > last_prose;
        if Some(at) == title {
            kept.push(line);
        } else if outside && labelled(&line, draft) {
            // It is in the metadata now.
        } else if headings.contains(&at) {
            kept.push(line);
        } else if related.contains(&at) || is_of_page(&line.text) || outside && is_menu(&line.text)
        {
            draft.put_aside(&line);
        } else {
            kept.push(line);
        }
    }
    kept
}

/// Whether a line is of running text.
pub(super) fn is_prose(text: &str) -> bool {
    // A sign of East Asia says about as much as three letters.
    let length: usize = text.chars().map(|c| if shapes::is_east_asian(c) { 3 } else { 1 }).sum();
    let ends = text
        .ends_with(['.', '…', '!', '?', ':', '”', '"', '»', '“', ')', '。', '！', '？', '」', '؟']);
    length >= 120 || length >= 40 && ends
}

/// A line that is the page's wherever it stands.
pub(super) fn is_of_page(text: &str) -> bool {
    let folded = fold(text);
    // A single word could be a heading of the text.
    folded.contains([' ', '-']) && FURNITURE.contains(&folded.as_str())
        || is_count(&folded)
        || is_share(&folded)
        || is_cookie_notice(text, &folded)
        || text.starts_with('©') && text.chars().count() <= 120
        || is_ago(&folded)
}

/// A line that is the page's where it stands outside of the running text.
fn is_menu(text: &str) -> bool {
    let is_entry = |part: &str| {
        let folded = fold(part);
        folded.is_empty()
            || NAVIGATION.contains(&folded.as_str())
            || FURNITURE.contains(&folded.as_str())
    };
    let parts: Vec<&str> = text.split(['|', '·', '•', '>', '›', '»', '/', '→']).collect();
    let home = parts.first().is_some_and(|part| {
        matches!(fold(part).as_str(), "home" | "startseite" | "accueil" | "inicio" | "início")
    });
    parts.iter().all(|part| is_entry(part)) && text.chars().any(char::is_alphanumeric)
        || home && parts.len() > 1 && text.contains(['>', '›', '»', '→'])
        || RELATED.contains(&fold(text).as_str())
}

/// `3 comments`, `Comments (3)`, `12 views 0 comments`.
fn is_count(folded: &str) -> bool {
    if !folded.chars().any(|c| c.is_ascii_digit()) {
        return false;
    }
    let letters: String =
        folded.chars().map(|c| if c.is_alphabetic() || c == '\'' { c } else { ' ' }).collect();
    let words: Vec<&str> = letters.split_whitespace().collect();
    !words.is_empty()
        && (COUNTED.contains(&words.join(" ").as_str())
            || words.iter().all(|word| COUNTED.contains(word)))
}

/// `Share on Facebook`, `Auf X teilen`.
fn is_share(folded: &str) -> bool {
    const PLACES: &[&str] = &[
        "facebook",
        "twitter",
        "x",
        "linkedin",
        "whatsapp",
        "pinterest",
        "email",
        "e-mail",
        "mastodon",
        "bluesky",
        "reddit",
        "telegram",
        "instagram",
        "threads",
    ];
    const VERBS: &[&str] =
        &["share", "teilen", "partager", "compartir", "condividi", "delen", "tweet", "follow"];
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric() && c != '-').collect();
    words.len() <= 8
        && words.iter().any(|word| VERBS.contains(word))
        && words.iter().any(|word| PLACES.contains(word))
}

fn is_cookie_notice(text: &str, folded: &str) -> bool {
    folded.contains("cookie")
        && text.chars().count() <= 400
        && COOKIES.iter().any(|words| folded.contains(words))
}

/// `3 days ago`: only the page knew of when.
fn is_ago(folded: &str) -> bool {
    folded.chars().count() <= 30
        && folded.chars().any(|c| c.is_ascii_digit())
        && (folded.ends_with(" ago")
            || folded.starts_with("vor ") && folded.ends_with(['n', 'r', 't'])
            || folded.starts_with("il y a ")
            || folded.starts_with("hace "))
}

/// The lines of lists of other articles: up to the next section with a meaning, or the heading above the
/// next running text.
fn related(lines: &[Line]) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut at = 0;
    while at < lines.len() {
        if !RELATED.contains(&fold(&lines[at].text).as_str()) || at == 0 {
            at += 1;
            continue;
        }
        let rest = &lines[at + 1..];
        let is_text = |line: &Line| is_prose(&line.text) && !is_of_page(&line.text);
        let ends = |line: &Line| is_text(line) || shapes::known_section(&line.text, &[]).is_some();
        let mut end = at + 1 + rest.iter().position(ends).unwrap_or(rest.len());
        if lines.get(end).is_some_and(is_text) && end > at + 1 {
            end -= 1;
        }
        found.extend(at..end);
        at = end;
    }
    found
}

/// `Tags: a, b` and `Category: c`.
fn labelled(line: &Line, draft: &mut Draft<'_>) -> bool {
    let values = |text: &str| -> Vec<String> {
        let parts = text.split([',', ';', '#', '|', '·', '•']);
        parts.map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
    };
    let (text, origin) = (&line.text, draft.source.origin(line.range.clone()));
    if text.chars().count() > 200 || !text.contains(':') && !text.to_lowercase().contains(" in ") {
        return false;
    }
    if let Some(rest) = strip_words(text, KEYWORDS).filter(|_| text.contains(':')) {
        let words = values(rest);
        for word in &words {
            if !draft.metadata.keywords.contains(word) {
                draft.metadata.keywords.push(word.clone());
            }
        }
        if !words.is_empty() {
            draft.guess(Code::GuessedKeywords, "this line was taken for keywords", origin, "");
            return true;
        }
    }
    if let Some(rest) = strip_words(text, CATEGORY)
        && let [category, more @ ..] = &values(rest)[..]
        && draft.metadata.category.is_none()
        && category.chars().count() <= 60
    {
        draft.metadata.category = Some(category.clone());
        draft.metadata.keywords.extend_from_slice(more);
        draft.guess(Code::GuessedKeywords, "this line was taken for the category", origin, "");
        return true;
    }
    false
}
