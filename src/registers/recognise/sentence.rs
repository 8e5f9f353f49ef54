//! One sentence, with what stands where in it: names of bodies and organisations, nouns and what governs them.

use super::lexicon::{
    Among, FINITE, GOVERNORS, ORGANISATIONS, QUARTERS, RELATED, ROLES, TIES, Words,
};
use super::names::Names;
use super::tokens::Token;
use crate::model::Body;
use crate::registers::Registers;
use crate::registers::phrases::Phrases;
use std::ops::Range;

pub(super) struct Sentence<'s> {
    pub(super) text: &'s str,
    pub(super) tokens: &'s [Token<'s>],
    pub(super) registers: &'s Registers,
    pub(super) mentions: Vec<Mention>,
    /// Of each word, the author of whom it is said that it is so.
    pub(super) said: Vec<Option<usize>>,
    /// Of each word, the author whose name it is part of.
    pub(super) names: Vec<Option<usize>>,
    /// Whether the sentence itself names its subject.
    pub(super) has_subject: bool,
    /// Whether all is in capitals, so that they tell nothing.
    is_shouted: bool,
}

/// A professional body in a sentence.
pub(super) struct Mention {
    pub(super) range: Range<usize>,
    pub(super) body: Body,
}

/// All names and abbreviations of bodies.
pub(in crate::registers) type NameIndex = Phrases<Body>;

/// Verbs whose `with` brings in somebody else.
static TOGETHER: Words = Words::new(&[
    "works",
    "work",
    "working",
    "wrote",
    "sees",
    "writes",
    "spoke",
    "collaborates",
    "together",
]);

/// Who says so of themselves belongs to what they are glad to belong to.
static GLAD: Words = Words::new(&[
    "proud",
    "happy",
    "glad",
    "delighted",
    "pleased",
    "honoured",
    "lucky",
    "fortunate",
    "privileged",
    "grateful",
    "happens",
]);

impl<'s> Sentence<'s> {
    pub(super) fn new(
        text: &'s str,
        tokens: &'s [Token<'s>],
        registers: &'s Registers,
        author_names: &Names,
        is_shouted: bool,
    ) -> Self {
        let mut sentence = Self {
            text,
            tokens,
            registers,
            mentions: Vec::new(),
            said: vec![None; tokens.len()],
            names: vec![None; tokens.len()],
            has_subject: false,
            is_shouted,
        };
        for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.is_word) {
            sentence.names[at] = author_names.author(&token.folded);
        }
        sentence.find_bodies();
        sentence
    }

    fn find_bodies(&mut self) {
        let tokens = self.tokens;
        let longest = |at: usize| {
            let (count, mut bodies) = self.registers.names.longest(&tokens[at..])?;
            Some((count, bodies.next()?.clone()))
        };
        let mut at = 0;
        while at < tokens.len() {
            let Some((count, body)) = longest(at).filter(|_| self.names[at].is_none()) else {
                at += 1;
                continue;
            };
            let mut end = at + count;
            // `British Psychoanalytic Council (BPC)` is one mention, and the other way round.
            if self.is(end, "(")
                && let Some((count, same)) = longest(end + 1)
                && same == body
                && self.is(end + 1 + count, ")")
            {
                end += count + 2;
            }
            self.mentions.push(Mention { range: at..end, body });
            at = end;
        }
    }

    /// The word at a place, in small letters; nothing outside the sentence.
    pub(super) fn word(&self, at: usize) -> &'s str {
        self.tokens.get(at).map_or("", |token| &token.folded)
    }

    #[inline]
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.word(at) == word
    }

    #[inline]
    pub(super) fn is_any(&self, at: usize, words: &impl Among) -> bool {
        self.tokens.get(at).is_some_and(|token| words.has(&token.folded))
    }

    /// Whether a verb stands here; with a capital it is part of a name: `Social Work`.
    pub(super) fn is_verb(&self, at: usize, verbs: &impl Among) -> bool {
        self.is_any(at, verbs) && (at == 0 || !self.is_capital(at) || self.is_shouted)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_word)
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_capital)
    }

    pub(super) fn written(&self, words: Range<usize>) -> &'s str {
        match (self.tokens.get(words.start), words.end.checked_sub(1)) {
            (Some(first), Some(last)) => self
                .tokens
                .get(last)
                .and_then(|last| self.text.get(first.range.start..last.range.end))
                .unwrap_or_default(),
            _ => "",
        }
    }

    pub(super) fn mention_at(&self, at: usize) -> Option<usize> {
        self.mentions.iter().position(|mention| mention.range.contains(&at))
    }

    /// The end of a name that begins here: words with capitals, and `of`, `for`, `the`, `and` between them.
    pub(super) fn name_end(&self, start: usize) -> Option<usize> {
        if !self.is_capital(start) || self.names[start].is_some() {
            return None;
        }
        let mut end = start + 1;
        let mut has_of = false;
        loop {
            if self.tokens.get(end - 1)?.is_possessive && !self.is_capital(end) {
                return Some(end);
            }
            if self.is_capital(end) && self.names[end].is_none() {
                end += 1;
            } else if self.is(end, "-") && self.is_capital(end + 1) {
                end += 2;
            } else if self.is_any(end, &["of", "for"])
                && (self.is_any(end - 1, &ROLES) || self.is_any(end - 1, &TIES))
            {
                // `Clinical Fellow of the Lantern Society` is a role and a name.
                return Some(end);
            } else if self.is_any(end, &["of", "for"]) && self.is_capital(end + 1) {
                has_of = true;
                end += 2;
            } else if self.is_any(end, &["of", "for"])
                && self.is(end + 1, "the")
                && self.is_capital(end + 2)
            {
                has_of = true;
                end += 3;
            } else if self.is(end, "and")
                && self.is_capital(end + 1)
                && (has_of || self.names_one_thing(start, end))
            {
                end += 2;
            } else {
                return Some(end);
            }
        }
    }

    /// Whether the words so far are no organisation yet: `Tavi and Wexcombe Trust`.
    fn names_one_thing(&self, start: usize, end: usize) -> bool {
        !(start..end).any(|at| self.is_any(at, &ORGANISATIONS))
            && self.mention_at(end + 1).is_none()
    }

    pub(super) fn is_organisation(&self, name: Range<usize>) -> bool {
        let mut name = name;
        name.any(|at| self.is_any(at, &ORGANISATIONS))
    }

    /// A place that begins here: `north London`, `Stow-on-the-Wold`, `York and Leeds`.
    pub(super) fn place(&self, start: usize) -> Option<Range<usize>> {
        let mut at = start;
        while self.is_any(at, &QUARTERS) {
            at += 1;
        }
        if !self.is_capital(at) || self.names[at].is_some() || self.mention_at(at).is_some() {
            return None;
        }
        loop {
            at += 1;
            if self.is_capital(at) && self.names[at].is_none() {
                continue;
            }
            if self.is(at, "-") && self.is_word(at + 1) {
                at += 1;
                continue;
            }
            let joined = self.is(at, "and") && self.is_capital(at + 1);
            let ends_there = !self.is_word(at + 2) || self.is_any(at + 2, &["and", "online"]);
            if joined
                && ends_there
                && self.names[at + 1].is_none()
                && self.mention_at(at + 1).is_none()
            {
                at += 1;
                continue;
            }
            return Some(start..at);
        }
    }

    /// The first word of the noun that this word belongs to, its article included.
    pub(super) fn noun_start(&self, at: usize) -> usize {
        let mut start = at;
        while start > 0 && at - start < 8 {
            let before = start - 1;
            if self.is_any(before, &["a", "an", "the", "her", "his", "their", "my", "another"]) {
                return before;
            }
            let is_part = self.is(before, "-")
                || self.is_word(before)
                    && !self.is_verb(before, &FINITE)
                    && !self.is_any(before, &GOVERNORS)
                    && !self.is_any(
                        before,
                        &[
                            "as", "in", "with", "but", "both", "only", "who", "i", "she", "he",
                            "they",
                        ],
                    )
                    && self.names[before].is_none();
            if !is_part {
                return start;
            }
            start = before;
        }
        start
    }

    /// `her book A Member of the …`: a capital in the middle of a sentence begins a title.
    fn is_title(&self, article: usize) -> bool {
        self.is_any(article, &["a", "an", "the"])
            && self.is_capital(article)
            && article > 0
            && !self.is_any(article - 1, &[":", ";", "—", "|", "/", "·", "•", "-"])
            && !self.is_shouted
    }

    /// Whether the noun that this word belongs to is the subject's own, and not what somebody else is, or
    /// something that is spoken about.
    pub(super) fn is_own(&self, at: usize) -> bool {
        let start = self.noun_start(at);
        let Some(before) = start.checked_sub(1) else { return true };
        if self.is_title(start) {
            return false;
        }
        // `what it is like to be a member`, but `proud to be a member`
        if self.is(before, "be") && before > 1 && self.is(before - 1, "to") {
            return self.is_any(before - 2, &GLAD);
        }
        if self.is_any(before, &GOVERNORS) {
            return false;
        }
        if self.is(before, "with") {
            // `shares a house with a member of …`
            let is_person = self.is_any(at, &ROLES) || self.is_any(at, &["member", "registrant"]);
            let with_others = before > 0 && self.is_any(before - 1, &TOGETHER);
            return !is_person && !with_others;
        }
        // `her partner, a member of …`
        if self.is(before, ",") && before > 0 && self.is_any(before - 1, &RELATED) {
            let is_hers = (before.saturating_sub(5)..before)
                .any(|at| self.is_any(at, &["her", "his", "their", "my"]));
            return !is_hers;
        }
        // What stands behind an organisation and a comma says what that is.
        if self.is(before, ",")
            && self.is_any(start, &["a", "an", "the"])
            && let Some(last) = before.checked_sub(1)
            && self.names[last].is_none()
            && self.is_capital(last)
        {
            let first =
                (0..=last).rev().take_while(|&at| self.is_capital(at)).last().unwrap_or(last);
            return first == 0;
        }
        true
    }
}
