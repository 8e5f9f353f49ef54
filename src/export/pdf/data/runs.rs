//! Inlines, which stand inside one another, as flat runs.

use super::make::{Maker, Marked, target, tongue};
use super::nodes::{Block, Note, Run, Style};
use super::tail;
use crate::export::pdf::glyphs::{self, BREAK, spoken, with_breaks};
use crate::export::pdf::hyphens::with_hyphens;
use crate::export::pdf::leaflet::Leaflet;
use crate::export::pdf::spaces;
use crate::model::{Anchor, Inline, inlines_text};
use crate::source::Origin;

impl<'a> Maker<'a> {
    /// A line of text, without white space at either end.
    pub(super) fn runs(&mut self, inlines: &'a [Inline]) -> Vec<Run> {
        let mut line = Line { maker: self, runs: Vec::new(), in_link: false };
        line.push(inlines, &Style::default());
        let mut runs = line.runs;
        tidy(&mut runs);
        self.set_well(&mut runs);
        tail::bound(&mut runs, self.room);
        if self.material.leaflet == Leaflet::TriFold && has_content(&runs) {
            runs.insert(0, Run::Mark { at: self.marks.len() });
            self.marks.push(Marked::Words(inlines));
        }
        runs
    }

    /// Binds what belongs together, and marks where words may be parted.
    fn set_well(&self, runs: &mut [Run]) {
        let own = tongue(&self.material.article.metadata.language);
        // What is bound has to have room on a line.
        let has_room = self.longest_word() >= spaces::LONGEST;
        for run in runs {
            match run {
                Run::Text { text, style } if !style.code => {
                    let tongue = style.tongue.as_ref().unwrap_or(&own);
                    if has_room {
                        *text = spaces::bound(text, tongue.lang.as_deref().unwrap_or_default());
                    }
                    if self.flowing && tongue.marked {
                        *text = with_hyphens(text);
                    }
                }
                Run::Link { runs, .. } | Run::Inside { runs, .. } => self.set_well(runs),
                _ => {}
            }
        }
    }

    /// The words of a heading. A picture in it is told by its words where there are no others,
    /// because a heading without words cannot be announced.
    pub(super) fn heading_runs(&mut self, inlines: &'a [Inline]) -> Vec<Run> {
        let runs = self.runs(inlines);
        if has_words(&runs) {
            return runs;
        }
        let text = self.words(&inlines_text(inlines), Origin::default());
        if text.is_empty() { Vec::new() } else { vec![Run::plain(text)] }
    }

    /// A reference to a note, which is made where this is the first.
    pub(super) fn note(&mut self, label: &'a Anchor) -> Option<Run> {
        if let Some(key) = self.seen_notes.get(label) {
            return Some(Run::Note { key: key.clone(), first: false });
        }
        let note = *self.footnotes.get(label)?;
        let key = format!("note-{}", self.seen_notes.len() + 1);
        // Before its words, so that a note that leads back to itself is only referred to.
        self.seen_notes.insert(label, key.clone());
        let content = self.note_blocks(&note.content);
        self.notes.push(Note { key: key.clone(), content });
        Some(Run::Note { key, first: true })
    }

    fn note_blocks(&mut self, content: &'a [crate::model::Block]) -> Vec<Block> {
        // It is set at the foot of the page, whatever its reference stands in.
        let outer = (self.list_depth, self.depth, self.flowing, self.in_note, self.inset);
        (self.list_depth, self.depth, self.flowing, self.in_note, self.inset) =
            (0, 1, false, true, 0.0);
        let blocks = self.blocks(content);
        (self.list_depth, self.depth, self.flowing, self.in_note, self.inset) = outer;
        blocks
    }
}

impl Run {
    pub(super) fn plain(text: String) -> Self {
        Self::Text { text, style: Style::default() }
    }
}

struct Line<'m, 'a> {
    maker: &'m mut Maker<'a>,
    runs: Vec<Run>,
    in_link: bool,
}

impl<'a> Line<'_, 'a> {
    fn push(&mut self, inlines: &'a [Inline], style: &Style) {
        for inline in inlines {
            self.inline(inline, style);
        }
    }

    fn inline(&mut self, inline: &'a Inline, style: &Style) {
        let with = |change: fn(&mut Style)| {
            let mut style = style.clone();
            change(&mut style);
            style
        };
        match inline {
            Inline::Text { text, origin } => self.text(text, *origin, style),
            Inline::Code { text, origin } => {
                self.text(text, *origin, &with(|style| style.code = true));
            }
            Inline::Emphasis { content, .. } => {
                self.push(content, &with(|style| style.emphasis = true));
            }
            Inline::Strong { content, .. } => {
                self.push(content, &with(|style| style.strong = true));
            }
            Inline::Strikethrough { content, .. } => {
                self.push(content, &with(|style| style.strike = true));
            }
            Inline::Superscript { content, .. } => {
                self.push(content, &with(|style| (style.raised, style.lowered) = (true, false)));
            }
            Inline::Subscript { content, .. } => {
                self.push(content, &with(|style| (style.raised, style.lowered) = (false, true)));
            }
            Inline::Mark { content, .. } => self.push(content, &with(|style| style.mark = true)),
            Inline::Keyboard { content, .. } => self.push(content, &with(|style| style.key = true)),
            Inline::Abbreviation { content, title, origin } => {
                self.push(content, style);
                self.spell_out(title, *origin, style);
            }
            Inline::Span { content, language, .. } => {
                let mut style = style.clone();
                if let Some(language) = language {
                    style.tongue = Some(tongue(language));
                }
                self.push(content, &style);
            }
            Inline::Link { address, content, .. } => self.link(address, content, style),
            Inline::Image { address, alt, origin, .. } => {
                self.image(address, alt.as_deref(), *origin);
            }
            Inline::FootnoteReference { label, .. } => {
                let note = self.maker.note(label);
                self.runs.extend(note);
            }
            Inline::LineBreak { .. } => self.runs.push(Run::Break),
            Inline::SoftBreak { origin } => self.text(" ", *origin, style),
        }
    }

    fn text(&mut self, text: &str, origin: Origin, style: &Style) {
        let text = self.maker.glyphs.text(text, origin);
        let text = with_breaks(&text, self.maker.longest_word());
        match self.runs.last_mut() {
            Some(Run::Text { text: last, style: same }) if same == style => last.push_str(&text),
            _ => self.runs.push(Run::Text { text, style: style.clone() }),
        }
    }

    /// On paper nobody can point at an abbreviation, so it is explained where it first stands,
    /// unless the article does that itself.
    fn spell_out(&mut self, title: &'a str, origin: Origin, style: &Style) {
        let explained = self.maker.plain_text.contains(&title.to_lowercase());
        if !title.trim().is_empty() && !explained && self.maker.spelt_out.insert(title) {
            self.text(&format!(" ({})", title.trim()), origin, style);
        }
    }

    fn link(&mut self, address: &'a crate::model::Address, content: &'a [Inline], style: &Style) {
        let inside = address
            .fragment()
            .and_then(|name| self.maker.places.iter().find(|id| id.as_str() == name))
            .map(ToString::to_string);
        let to = target(address);
        // A link in a link has no place to be clicked.
        if self.in_link || inside.is_none() && to.is_none() {
            self.push(content, style);
            return;
        }
        let outer = std::mem::take(&mut self.runs);
        self.in_link = true;
        self.push(content, style);
        self.in_link = false;
        let mut runs = std::mem::replace(&mut self.runs, outer);
        if !has_content(&runs) {
            self.runs.append(&mut runs);
            return;
        }
        // A reference to a note is a link of its own, so it follows this one.
        let notes = runs.extract_if(.., |run| matches!(run, Run::Note { .. }));
        let notes: Vec<Run> = notes.collect();
        self.runs.push(match (inside, to) {
            (Some(to), _) => Run::Inside { to, runs },
            (None, to) => Run::Link { to: to.unwrap_or_default(), runs },
        });
        self.runs.extend(notes);
    }

    fn image(&mut self, address: &'a crate::model::Address, alt: Option<&str>, origin: Origin) {
        let alt = alt.map(spoken).filter(|alt| !alt.is_empty());
        if let Some(image) = self.maker.material.images.get(address) {
            let picture = self.maker.picture(image, alt);
            let super::Picture { file, format, ratio, alt, .. } = picture;
            self.runs.push(Run::Image { file, format, ratio, alt });
        } else {
            let shown = alt.unwrap_or_else(|| address.for_print().to_owned());
            self.text(&format!("[{shown}]"), origin, &Style::default());
        }
    }
}

/// One space where there were several, and none at the ends of lines.
fn tidy(runs: &mut Vec<Run>) {
    let mut space = true;
    squeeze(runs, &mut space);
    trim_end(runs);
    runs.retain(|run| !matches!(run, Run::Text { text, .. } if text.is_empty()));
}

fn squeeze(runs: &mut [Run], space: &mut bool) {
    let count = runs.len();
    for at in 0..count {
        let before_break = matches!(runs.get(at + 1), Some(Run::Break));
        match &mut runs[at] {
            Run::Text { text, .. } => {
                let mut out = String::with_capacity(text.len());
                for c in text.chars() {
                    if c != ' ' || !*space {
                        out.push(c);
                    }
                    *space = c == ' ' || c == BREAK && *space;
                }
                if before_break {
                    out.truncate(out.trim_end_matches(' ').len());
                }
                *text = out;
            }
            Run::Break => *space = true,
            Run::Mark { .. } => {}
            Run::Link { runs, .. } | Run::Inside { runs, .. } => squeeze(runs, space),
            Run::Note { .. } | Run::Image { .. } => *space = false,
        }
    }
}

fn trim_end(runs: &mut Vec<Run>) {
    while let Some(last) = runs.last_mut() {
        match last {
            Run::Text { text, .. } => {
                text.truncate(text.trim_end_matches([' ', BREAK]).len());
                if !text.is_empty() {
                    return;
                }
            }
            Run::Link { runs, .. } | Run::Inside { runs, .. } => {
                trim_end(runs);
                return;
            }
            Run::Break | Run::Mark { .. } => {}
            Run::Note { .. } | Run::Image { .. } => return,
        }
        runs.pop();
    }
}

/// Whether there is anything to read or see.
pub(super) fn has_content(runs: &[Run]) -> bool {
    runs.iter().any(|run| match run {
        Run::Text { text, .. } => glyphs::has_words(text),
        Run::Link { runs, .. } | Run::Inside { runs, .. } => has_content(runs),
        Run::Note { .. } | Run::Image { .. } => true,
        Run::Break | Run::Mark { .. } => false,
    })
}

fn has_words(runs: &[Run]) -> bool {
    runs.iter().any(|run| match run {
        Run::Text { text, .. } => glyphs::has_words(text),
        Run::Link { runs, .. } | Run::Inside { runs, .. } => has_words(runs),
        Run::Note { .. } | Run::Image { .. } | Run::Break | Run::Mark { .. } => false,
    })
}
