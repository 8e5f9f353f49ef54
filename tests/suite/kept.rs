//! Whether all that a Markdown parser reads as text is in the article, in order. The specification's examples and
//! the fuzzer ask this.

use html5gum::Token;
use offprint::export::{Exporter, Html};
use offprint::markdown::{self, Parser};
use offprint::model::visit::{self, Visit};
use offprint::model::{Article, Block, CalloutKind, Inline, VignetteNature};
use offprint::{Error, Source};
use pulldown_cmark::{CodeBlockKind, Event, Options, Tag, TagEnd};
use std::collections::BTreeMap;

/// Stands before each example, so that its first heading is a heading, and a rule at its start no front matter.
const LEAD: &str = "# Example\n\nLead.\n\n";

/// Why an example was not kept.
pub(crate) enum Fault {
    /// A limit, which is told; nothing was lost in silence.
    Refused(String),
    Lost(String),
}

/// Looks for all text in the article, then writes that and reads it again.
pub(crate) fn judge(example: &str) -> Result<(), Fault> {
    round_trip(&text_is_kept(example)?)
}

/// Reads a text, makes HTML of it, and looks for all of it in the article.
pub(crate) fn text_is_kept(example: &str) -> Result<Article, Fault> {
    let markdown = format!("{LEAD}{example}");
    let source = Source::new("example.md", &*markdown);
    let parser = Parser::new().smart_punctuation(false).suppressions(false);
    let parsed = parser.parse(&source).map_err(|error: Error| {
        let texts: Vec<&str> = error.diagnostics().iter().map(|found| &*found.message).collect();
        Fault::Refused(texts.join("; "))
    })?;
    let article = parsed.value;
    let mut page = Vec::new();
    let html = Html::new().standalone(false).export(&article, &mut page);
    html.map_err(|error| Fault::Lost(format!("no HTML: {error}")))?;

    if !article.authors.is_empty() {
        // A byline was read: its words are an author now, and in another form.
        return Ok(article);
    }
    // A marker may be written in small letters.
    let holds = held(&article).to_uppercase();
    // A line holds no language of the code in it: this is told word for word.
    let told: String = parsed
        .diagnostics
        .iter()
        .filter_map(|found| found.message.split_once("` on computer text has no place"))
        .map(|(words, _)| words)
        .collect();
    let expected = expected(&markdown, &squashed(&told));
    in_order(&expected.text, &holds)?;
    // The title of a link that the article cannot hold is told with it.
    if !parsed.diagnostics.iter().any(|found| found.code.is_loss()) {
        expected
            .titles
            .iter()
            .try_for_each(|title| in_order(std::slice::from_ref(title), &holds))?;
    }
    // A comment stands before the block in which it was met, notes stand as they are first referred to, and a
    // caption or summary belongs to its picture, table or folded part, which says it in a place of its own.
    expected.notes.values().try_for_each(|note| in_order(note, &holds))?;
    expected.captions.iter().try_for_each(|caption| in_order(caption, &holds))?;
    expected
        .comments
        .iter()
        .try_for_each(|comment| in_order(std::slice::from_ref(comment), &holds))?;
    Ok(article)
}

fn in_order(texts: &[String], holds: &str) -> Result<(), Fault> {
    let mut at = 0;
    for text in texts {
        let text = squashed(text).to_uppercase();
        match holds[at..].find(&text) {
            Some(found) => at += found + text.len(),
            None => {
                let why = if holds.contains(&text) { "out of its order" } else { "not there" };
                let rest = &holds[at..];
                return Err(Fault::Lost(format!("{text:?} is {why}; left: {rest:?}")));
            }
        }
    }
    Ok(())
}

/// Writes an article and reads it again.
pub(crate) fn round_trip(article: &Article) -> Result<(), Fault> {
    let written = markdown::write(article)
        .map_err(|error| Fault::Lost(format!("cannot be written: {error}")))?;
    let again = Parser::new().parse(&Source::new("example.md", written.as_str()));
    match again {
        Ok(again) if again.value == *article => Ok(()),
        Ok(_) => Err(Fault::Lost(format!("is another when written and read: {written:?}"))),
        Err(error) => Err(Fault::Lost(format!("cannot be read again: {error}: {written:?}"))),
    }
}

/// Without white space, and with the characters that neither HTML nor XML holds replaced, as an article has them.
fn squashed(text: &str) -> String {
    let is_forbidden = |c: char| {
        c.is_control() && !matches!(c, '\t' | '\n' | '\r')
            || matches!(c, '\u{fdd0}'..='\u{fdef}')
            || u32::from(c) & 0xfffe == 0xfffe
    };
    let chars = text.chars().map(|c| if is_forbidden(c) { '\u{fffd}' } else { c });
    let chars = chars.map(|c| if c == FENCE { ':' } else { c });
    chars.filter(|c| !c.is_whitespace()).collect()
}

/// Stands for the first colon of a line that begins with three, which would be a definition.
const FENCE: char = '\u{e000}';

fn without_fences(markdown: &str) -> String {
    let mut text = String::new();
    for line in markdown.split_inclusive(['\n', '\r']) {
        match line.trim_start_matches([' ', '\t', '>']).strip_prefix(':') {
            Some(rest) if rest.starts_with("::") => {
                text.push_str(&line[..line.len() - rest.len() - 1]);
                text.push(FENCE);
                text.push_str(rest);
            }
            _ => text.push_str(line),
        }
    }
    text
}

/// What the Markdown parser reads: text, code, information on fences, titles, alternative texts, and the text of
/// raw HTML.
fn expected(markdown: &str, told: &str) -> Expected {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM;
    let mut expected = Expected::default();
    let mut titles: Vec<String> = Vec::new();
    let mut html = String::new();
    for event in pulldown_cmark::Parser::new_ext(&without_fences(markdown), options) {
        // A block of HTML comes a line an event.
        if !matches!(event, Event::Html(_)) && !html.is_empty() {
            expected.html(&std::mem::take(&mut html), true);
        }
        match &event {
            Event::Start(tag) if !matches!(tag, Tag::HtmlBlock) => {
                // A block of Markdown ends preformatted text.
                expected.open.pop_if(|open| open.name == "pre");
                expected.depth += 1;
            }
            Event::End(tag) if !matches!(tag, TagEnd::HtmlBlock) => {
                expected.depth -= 1;
                let depth = expected.depth;
                expected.open.retain(|open| open.depth <= depth);
            }
            _ => {}
        }
        match event {
            Event::Text(text) | Event::Code(text) => expected.push(&text),
            Event::Html(line) => html.push_str(&line),
            Event::InlineHtml(tag) => expected.html(&tag, false),
            // An alternative text is plain words.
            Event::Start(Tag::Link { title, .. })
                if titles.is_empty() && expected.dropped.is_none() =>
            {
                expected.titles.push(title.to_string());
            }
            Event::Start(Tag::Image { title, .. }) => titles.push(title.to_string()),
            Event::End(TagEnd::Image) => {
                let title = titles.pop().unwrap_or_default();
                if titles.is_empty() && expected.dropped.is_none() {
                    expected.titles.push(title);
                }
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                let words =
                    info.split([' ', '\t', ',']).filter(|word| !told.contains(&squashed(word)));
                words.for_each(|word| expected.push(word));
            }
            Event::Start(Tag::FootnoteDefinition(label)) => expected.inside.push(label.to_string()),
            Event::End(TagEnd::FootnoteDefinition) => drop(expected.inside.pop()),
            // Elements end with the block that they stand in.
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_)) => expected.dropped = None,
            _ => {}
        }
    }
    expected.html(&html, true);
    expected
}

/// An element that is open.
struct Element {
    name: String,
    /// How many blocks of Markdown are open around it.
    depth: usize,
    /// Its place among the captions, where it is one.
    caption: Option<usize>,
}

#[derive(Default)]
struct Expected {
    text: Vec<String>,
    notes: BTreeMap<String, Vec<String>>,
    comments: Vec<String>,
    captions: Vec<Vec<String>>,
    open: Vec<Element>,
    /// How many blocks of Markdown are open.
    depth: usize,
    /// Of links and pictures.
    titles: Vec<String>,
    /// The notes that are open.
    inside: Vec<String>,
    /// The element whose text is dropped, while it is open.
    dropped: Option<String>,
}

impl Expected {
    fn push(&mut self, text: &str) {
        if self.dropped.is_none() && !text.trim().is_empty() {
            match (self.inside.last(), self.open.iter().rev().find_map(|open| open.caption)) {
                (Some(label), _) => {
                    self.notes.entry(label.clone()).or_default().push(text.to_owned());
                }
                (None, Some(at)) => self.captions[at].push(text.to_owned()),
                (None, None) => self.text.push(text.to_owned()),
            }
        }
    }

    /// Markup may come between words of raw HTML, so each is looked for by itself.
    fn words(&mut self, text: &str) {
        text.split_whitespace().for_each(|word| self.push(word));
    }

    /// Follows what is open, as far as it says where a caption or summary ends: at its other tag, where its holder
    /// goes on or ends, but at nothing inside preformatted text. What Markdown opened since then, no tag ends.
    fn tag(&mut self, name: &str, opens: bool) {
        if self.open.last().is_some_and(|open| open.name == "pre") && name != "pre" {
            return;
        }
        let depth = self.depth;
        let innermost = |name: &str, open: &[Element]| {
            open.iter().rposition(|open| open.name == name && open.depth == depth)
        };
        let holder = match name {
            "caption" | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th" => Some("table"),
            "figcaption" => Some("figure"),
            _ => None,
        };
        if !opens {
            if let Some(at) = innermost(name, &self.open) {
                self.open.truncate(at);
            }
            return;
        }
        if let Some(holder) = holder {
            match innermost(holder, &self.open) {
                Some(at) => self.open.truncate(at + 1),
                None => return,
            }
        }
        let is_caption = matches!(name, "caption" | "figcaption" | "summary");
        if is_caption || matches!(name, "table" | "figure" | "details" | "pre") {
            let caption = is_caption.then_some(self.captions.len());
            self.open.push(Element { name: name.to_owned(), depth, caption });
            self.captions.extend(caption.map(|_| Vec::new()));
        }
    }

    fn html(&mut self, html: &str, is_block: bool) {
        let mut emitter = html5gum::DefaultEmitter::<()>::default();
        emitter.naively_switch_states(true);
        let mut tokens = html5gum::Tokenizer::new_with_emitter(html, emitter);
        while let Some(Ok(token)) = tokens.next() {
            match token {
                Token::StartTag(tag) => {
                    if tag.self_closing {
                        tokens.set_state(html5gum::State::Data);
                    }
                    let name = String::from_utf8_lossy(&tag.name).into_owned();
                    if is_block {
                        self.tag(&name, true);
                    }
                    if matches!(&*name, "script" | "style") && !tag.self_closing {
                        // There are no elements inside it, so the first end is its end.
                        self.dropped.get_or_insert(name);
                    } else if name == "img" {
                        // Form feeds in it are white space, and are taken for that.
                        let alt = tag.attributes.get(&b"alt"[..]);
                        alt.into_iter()
                            .for_each(|alt| self.words(&String::from_utf8_lossy(&alt.value)));
                    }
                }
                Token::EndTag(tag) => {
                    let name = String::from_utf8_lossy(&tag.name);
                    if is_block {
                        self.tag(&name, false);
                    }
                    self.dropped.take_if(|dropped| *dropped == name);
                }
                Token::String(text) => self.words(&String::from_utf8_lossy(&text)),
                Token::Comment(text) => {
                    // White space at its ends is no part of a comment, form feeds among it.
                    self.comments.push(String::from_utf8_lossy(&text).trim().to_owned());
                }
                _ => {}
            }
        }
    }
}

/// All text of an article, without white space.
fn held(article: &Article) -> String {
    let mut held = Held::default();
    held.push(&article.metadata.title);
    held.push(article.metadata.category.as_deref().unwrap_or_default());
    held.article(article);
    squashed(&held.0)
}

#[derive(Default)]
struct Held(String);

impl Held {
    fn push(&mut self, text: &str) {
        self.0.push_str(text);
        self.0.push('\n');
    }
}

impl<'a> Visit<'a> for Held {
    fn block(&mut self, node: &'a Block) {
        match node {
            Block::Code { language, attributes, text, .. } => {
                self.push(language.as_deref().unwrap_or_default());
                self.push(attributes.as_deref().unwrap_or_default());
                self.push(text);
            }
            Block::Comment { text, .. } => self.push(text),
            // Where the Markdown parser knows the marker, it is no text to it, and nobody looks for it here.
            Block::Callout { callout: CalloutKind::UrgentHelp, .. } => self.push("[!URGENT-HELP]"),
            Block::Vignette { nature, .. } => match nature {
                VignetteNature::Fictional => self.push("[!VIGNETTE fictional]"),
                VignetteNature::Composite => self.push("[!VIGNETTE composite]"),
                _ => self.push("[!VIGNETTE with-consent]"),
            },
            Block::Figure { alt, .. } => self.push(alt.as_deref().unwrap_or_default()),
            _ => {}
        }
        visit::block(self, node);
    }

    fn inline(&mut self, node: &'a Inline) {
        match node {
            Inline::Text { text, .. } | Inline::Code { text, .. } => self.0.push_str(text),
            Inline::Link { title, .. } => self.push(title.as_deref().unwrap_or_default()),
            Inline::Image { alt, title, .. } => {
                self.push(alt.as_deref().unwrap_or_default());
                self.push(title.as_deref().unwrap_or_default());
            }
            _ => {}
        }
        visit::inline(self, node);
    }
}
