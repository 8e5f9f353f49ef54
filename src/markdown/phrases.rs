//! The normal form of what stands in a line, so that there is one way only to say it.

use super::callouts::{callout_label, vignette_label};
use crate::model::{Block, Inline};
use crate::source::Origin;

const SPACES: [char; 2] = [' ', '\t'];

/// Without breaks and spaces at both ends; enough where Markdown alone made the phrases.
pub(super) fn trimmed(mut inlines: Vec<Inline>) -> Vec<Inline> {
    trim_end(&mut inlines);
    trim_start(&mut inlines);
    inlines
}

/// The normal form of phrases that HTML or character references had a part in: neighbouring texts are
/// one, nothing is empty, and no space stands at a line's end.
pub(super) fn normal(inlines: Vec<Inline>) -> Vec<Inline> {
    trimmed(joined(inlines))
}

/// Line ends of the source become spaces, where a line is all there is: in headings and cells.
pub(super) fn one_line(inlines: Vec<Inline>) -> Vec<Inline> {
    if !inlines.iter().any(has_soft_break) {
        return inlines;
    }
    let spaced = inlines.into_iter().map(|inline| match inline {
        Inline::SoftBreak { origin } => Inline::Text { text: " ".to_owned(), origin },
        mut other => {
            if let Some(content) = content_mut(&mut other) {
                *content = one_line(std::mem::take(content));
            }
            other
        }
    });
    joined(spaced.collect())
}

fn has_soft_break(inline: &Inline) -> bool {
    matches!(inline, Inline::SoftBreak { .. }) || inline.content().iter().any(has_soft_break)
}

fn joined(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::with_capacity(inlines.len());
    for mut inline in inlines {
        if let Some(content) = content_mut(&mut inline) {
            *content = joined(std::mem::take(content));
            if content.is_empty() {
                continue;
            }
        }
        match (&mut inline, out.last_mut()) {
            (Inline::Text { text, .. }, _) if text.is_empty() => {}
            (Inline::Text { text, origin }, Some(Inline::Text { text: before, origin: start })) => {
                before.push_str(text);
                *start = start.with_range(start.range().start..origin.range().end);
            }
            (Inline::Text { text, .. }, Some(before)) if is_break(before) => {
                *text = text.trim_start_matches(SPACES).to_owned();
                if !text.is_empty() {
                    out.push(inline);
                }
            }
            // A line end beside another would be an empty line, and end the paragraph.
            (Inline::SoftBreak { .. }, Some(before)) if is_break(before) => {}
            (next, Some(_)) if is_break(next) => {
                trim_text_end(&mut out);
                match out.last_mut() {
                    Some(before @ Inline::SoftBreak { .. }) => *before = inline,
                    _ => out.push(inline),
                }
            }
            _ => out.push(inline),
        }
    }
    out
}

const fn is_break(inline: &Inline) -> bool {
    matches!(inline, Inline::SoftBreak { .. } | Inline::LineBreak { .. })
}

/// Without spaces before a break that comes next.
pub(super) fn trim_text_end(inlines: &mut Vec<Inline>) {
    if let Some(Inline::Text { text, .. }) = inlines.last_mut() {
        text.truncate(text.trim_end_matches(SPACES).len());
        if text.is_empty() {
            inlines.pop();
        }
    }
}

fn trim_end(inlines: &mut Vec<Inline>) {
    loop {
        match inlines.last_mut() {
            Some(Inline::SoftBreak { .. } | Inline::LineBreak { .. }) => {
                inlines.pop();
            }
            Some(Inline::Text { text, .. }) => {
                text.truncate(text.trim_end_matches(SPACES).len());
                if !text.is_empty() {
                    return;
                }
                inlines.pop();
            }
            Some(last) => match content_mut(last) {
                Some(content) => {
                    trim_end(content);
                    if !content.is_empty() {
                        return;
                    }
                    inlines.pop();
                }
                None => return,
            },
            None => return,
        }
    }
}

fn trim_start(inlines: &mut Vec<Inline>) {
    let mut gone = 0;
    for inline in inlines.iter_mut() {
        let is_empty = match inline {
            Inline::SoftBreak { .. } | Inline::LineBreak { .. } => true,
            Inline::Text { text, .. } => {
                if text.starts_with(SPACES) {
                    *text = text.trim_start_matches(SPACES).to_owned();
                }
                text.is_empty()
            }
            other => match content_mut(other) {
                Some(content) => {
                    trim_start(content);
                    content.is_empty()
                }
                None => false,
            },
        };
        if !is_empty {
            break;
        }
        gone += 1;
    }
    if gone > 0 {
        inlines.drain(..gone);
    }
}

fn content_mut(inline: &mut Inline) -> Option<&mut Vec<Inline>> {
    match inline {
        Inline::Emphasis { content, .. }
        | Inline::Strong { content, .. }
        | Inline::Strikethrough { content, .. }
        | Inline::Superscript { content, .. }
        | Inline::Subscript { content, .. }
        | Inline::Mark { content, .. }
        | Inline::Keyboard { content, .. }
        | Inline::Abbreviation { content, .. }
        | Inline::Span { content, .. }
        | Inline::Link { content, .. } => Some(content),
        Inline::Text { .. }
        | Inline::Code { .. }
        | Inline::Image { .. }
        | Inline::FootnoteReference { .. }
        | Inline::LineBreak { .. }
        | Inline::SoftBreak { .. } => None,
    }
}

/// What some blocks say, in one line: where HTML puts blocks into a cell, a term or a caption. What their words
/// do not say is told.
pub(super) fn of_blocks(
    blocks: Vec<Block>,
    out: &mut Vec<Inline>,
    told: &mut Vec<(String, Origin)>,
) {
    let dropped = |what: &str| format!("{what} has no place in a line, so it was dropped");
    for block in blocks {
        let origin = block.origin();
        if let Some(what) = shape(&block) {
            told.push((format!("{what} has no place in a line; its words are kept"), origin));
        }
        if !out.is_empty() && !matches!(block, Block::Comment { .. }) {
            out.push(Inline::LineBreak { origin });
        }
        match block {
            Block::Paragraph { content, .. } | Block::Heading { content, .. } => {
                out.extend(content);
            }
            Block::Quotation { content, .. } => of_blocks(content, out, told),
            Block::Division { language, content, .. } => {
                let language = language.map(|language| format!("the language `{language}`"));
                told.extend(language.map(|what| (dropped(&what), origin)));
                of_blocks(content, out, told);
            }
            // The label stays as words: whether a vignette is made up matters.
            Block::Callout { callout, content, .. } => {
                out.push(label(callout_label(callout), origin));
                of_blocks(content, out, told);
            }
            Block::Vignette { nature, content, .. } => {
                out.push(label(vignette_label(nature), origin));
                of_blocks(content, out, told);
            }
            Block::List { items, .. } => {
                for item in items {
                    of_blocks(item.content, out, told);
                }
            }
            Block::DefinitionList { items, .. } => {
                for item in items {
                    let definitions = item.definitions.into_iter().flatten().collect();
                    out.extend(item.term);
                    of_blocks(definitions, out, told);
                }
            }
            Block::Code { language, attributes, text, .. } => {
                let words = language.into_iter().chain(attributes);
                let words = words.map(|words| dropped(&format!("`{words}` on computer text")));
                told.extend(words.map(|message| (message, origin)));
                let lines = text.lines().filter(|line| !line.trim().is_empty());
                for (line, number) in lines.zip(0..) {
                    if number > 0 {
                        out.push(Inline::LineBreak { origin });
                    }
                    out.push(Inline::Code { text: line.trim().to_owned(), origin });
                }
            }
            Block::Table { head, rows, caption, .. } => {
                out.extend(caption);
                for row in std::iter::once(head).chain(rows) {
                    out.push(Inline::LineBreak { origin });
                    for cell in row.cells {
                        out.push(Inline::Text { text: " ".to_owned(), origin });
                        out.extend(cell.content);
                    }
                }
            }
            Block::Figure { address, alt, caption, .. } => {
                out.push(Inline::Image { address, alt, title: None, origin });
                out.extend(caption);
            }
            Block::Details { summary, content, .. } => {
                out.extend(summary);
                of_blocks(content, out, told);
            }
            Block::ReadingList { entries, .. } => {
                entries.into_iter().for_each(|entry| out.extend(entry.content));
            }
            Block::ThematicBreak { .. } => told.push((dropped("a break"), origin)),
            Block::Comment { .. } => {}
        }
    }
}

/// What a block is besides its words, where a line does not show it: paragraphs stay apart, pictures are pictures, and
/// boxes and stories keep their labels.
const fn shape(block: &Block) -> Option<&'static str> {
    match block {
        Block::Heading { .. } => Some("a heading"),
        Block::Quotation { .. } => Some("a quotation"),
        Block::List { .. } | Block::ReadingList { .. } => Some("a list"),
        Block::DefinitionList { .. } => Some("a list of definitions"),
        Block::Table { .. } => Some("a table"),
        Block::Details { .. } => Some("a part that can be folded away"),
        Block::Code { .. } => Some("a block of computer text"),
        Block::Paragraph { .. }
        | Block::Division { .. }
        | Block::Callout { .. }
        | Block::Vignette { .. }
        | Block::Figure { .. }
        | Block::ThematicBreak { .. }
        | Block::Comment { .. } => None,
    }
}

fn label(words: &str, origin: Origin) -> Inline {
    Inline::Text { text: format!("[!{words}]"), origin }
}

/// Whether a reader would see nothing.
pub(super) fn is_blank(inlines: &[Inline]) -> bool {
    inlines.iter().all(|inline| match inline {
        Inline::Text { text, .. } | Inline::Code { text, .. } => text.trim().is_empty(),
        Inline::Image { .. } | Inline::FootnoteReference { .. } => false,
        Inline::SoftBreak { .. } | Inline::LineBreak { .. } => true,
        other => is_blank(other.content()),
    })
}
