//! The last words of a paragraph, which are bound so that its last line is no stub.

use super::nodes::Run;
use crate::export::pdf::glyphs::BREAK;
use crate::export::pdf::hyphens::SOFT_HYPHEN;
use crate::export::pdf::spaces::{LONGEST, NO_BREAK};

/// Binds the last words of some runs, where they may take more than a line of so many characters.
pub(super) fn bound(runs: &mut [Run], room: usize) {
    let mut tail = Tail::of(room);
    if characters_in(runs) > room * 2 / 3 {
        tail.bind(runs);
    }
}

/// The same for words in one style.
pub(super) fn bound_text(text: &mut String, room: usize) {
    let mut tail = Tail::of(room);
    if count(text) > room * 2 / 3 {
        tail.bind_text(text);
    }
}

/// What is bound so far, from the end on.
struct Tail {
    characters: usize,
    /// A last line of so many is no stub.
    wanted: usize,
    /// More must not be bound, because lines before it would be short then.
    most: usize,
}

impl Tail {
    fn of(room: usize) -> Self {
        Self { characters: 0, wanted: room / 5, most: LONGEST.min(room / 2) }
    }

    /// Whether words before these are to be bound too.
    fn bind(&mut self, runs: &mut [Run]) -> bool {
        runs.iter_mut().rev().all(|run| match run {
            Run::Text { text, style } => !style.code && self.bind_text(text),
            Run::Link { runs, .. } | Run::Inside { runs, .. } => self.bind(runs),
            Run::Note { .. } | Run::Mark { .. } => true,
            Run::Break | Run::Image { .. } => false,
        })
    }

    fn bind_text(&mut self, text: &mut String) -> bool {
        let mut start = text.len();
        while let Some(space) = text[..start].rfind(' ') {
            self.characters += count(&text[space + 1..start]);
            let before = text[..space].rsplit(' ').next().unwrap_or_default();
            if self.characters >= self.wanted || self.characters + 1 + count(before) > self.most {
                return false;
            }
            text.replace_range(space..=space, NO_BREAK.encode_utf8(&mut [0; 2]));
            self.characters += 1;
            start = space;
        }
        self.characters += count(&text[..start]);
        self.characters < self.wanted
    }
}

fn characters_in(runs: &[Run]) -> usize {
    let of_run = |run: &Run| match run {
        Run::Text { text, .. } => count(text),
        Run::Link { runs, .. } | Run::Inside { runs, .. } => characters_in(runs),
        _ => 0,
    };
    runs.iter().map(of_run).sum()
}

/// What is to be seen of a text.
fn count(text: &str) -> usize {
    text.chars().filter(|c| !matches!(*c, SOFT_HYPHEN | BREAK)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::pdf::data::nodes::Style;

    const ROOM: usize = 50;

    fn ended(text: &str) -> String {
        let mut text = text.to_owned();
        bound_text(&mut text, ROOM);
        text.replace(NO_BREAK, "~")
    }

    #[test]
    fn a_last_line_is_no_stub() {
        let start = "The aim is not to stop the panic but to let it pass";
        assert_eq!(ended(&format!("{start} as it is.")), format!("{start}~as~it~is."));
        assert_eq!(ended(&format!("{start} without words.")), format!("{start} without~words."));
        assert_eq!(ended(&format!("{start} uneventfully.")), format!("{start} uneventfully."));
    }

    #[test]
    fn no_line_before_it_is_made_much_shorter() {
        let text = "Nobody has said so much about incomprehensibilities to me.";
        assert_eq!(ended(text), text.replace("to me", "to~me"));
    }

    #[test]
    fn what_fits_a_line_is_left_alone() {
        assert_eq!(ended("Turn the clock to the wall."), "Turn the clock to the wall.");
    }

    #[test]
    fn links_and_phrases_are_ends_too() {
        let plain = |text: &str| Run::plain(text.to_owned());
        let strong = Style { strong: true, ..Style::default() };
        let mut runs = [
            plain("Before he trained he drove buses, and learnt it on a "),
            Run::Link { to: String::new(), runs: vec![plain("long way")] },
            Run::Text { text: " ho".to_owned(), style: strong },
            plain("me."),
        ];
        bound(&mut runs, ROOM);
        let Run::Link { runs: link, .. } = &runs[1] else { panic!("{runs:?}") };
        let is = |run: &Run, wanted: &str| matches!(run, Run::Text { text, .. } if text == wanted);
        assert!(is(&link[0], "long\u{a0}way") && is(&runs[2], "\u{a0}ho"), "{runs:?}");
        assert!(is(&runs[0], "Before he trained he drove buses, and learnt it on a "), "{runs:?}");
    }
}
