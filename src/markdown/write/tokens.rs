//! Phrases laid flat, and which of them can be written with delimiters.

use super::forms::choose_forms;
use super::inlines::Holder;
use super::{escape, literal};
use crate::model::{Address, Inline};

/// A piece of a line: text, something that stands for itself, or one end of a phrase.
#[derive(Debug)]
pub(super) enum Token<'a> {
    Text {
        text: &'a str,
    },
    /// Written already.
    Raw {
        text: String,
    },
    Break {
        hard: bool,
    },
    Open {
        form: Form<'a>,
        close: usize,
    },
    Close {
        open: usize,
    },
}

/// How a phrase is written.
#[derive(Debug)]
pub(super) enum Form<'a> {
    /// Between delimiters, or else between tags of this name.
    Delimited {
        delimiter: &'static str,
        name: &'static str,
    },
    /// Between tags; the opening one is written already.
    Tagged {
        open: String,
        name: &'static str,
    },
    Link {
        address: &'a Address,
        title: Option<&'a str>,
    },
    /// A link that brackets cannot hold, because there are brackets inside.
    Anchor {
        open: String,
    },
}

impl Form<'_> {
    pub(super) fn push_open(&self, out: &mut String) {
        match self {
            Self::Delimited { delimiter, .. } => out.push_str(delimiter),
            Self::Tagged { open, .. } | Self::Anchor { open } => out.push_str(open),
            Self::Link { .. } => out.push('['),
        }
    }

    pub(super) fn push_close(&self, in_cell: bool, out: &mut String) {
        match self {
            Self::Delimited { delimiter, .. } => out.push_str(delimiter),
            Self::Tagged { name, .. } => {
                out.push_str("</");
                out.push_str(name);
                out.push('>');
            }
            Self::Link { address, title } => {
                out.push(']');
                literal::push_destination(address.as_str(), *title, in_cell, out);
            }
            Self::Anchor { .. } => out.push_str("</a>"),
        }
    }
}

impl Token<'_> {
    pub(super) fn tildes(&self) -> usize {
        match self {
            Self::Text { text } => text.matches('~').count(),
            Self::Open { form: Form::Delimited { delimiter: "~~", .. }, .. } => 4,
            _ => 0,
        }
    }

    /// Its text; what no template is looked for in is a backtick.
    pub(super) const fn plain(&self) -> &str {
        match self {
            Self::Text { text } => text,
            Self::Break { .. } => "\n",
            Self::Raw { .. } | Self::Open { .. } | Self::Close { .. } => "`",
        }
    }

    pub(super) const fn opens_link(&self) -> bool {
        matches!(self, Self::Open { form: Form::Link { .. }, .. })
    }

    pub(super) fn begins_with_bracket(&self) -> bool {
        self.opens_link() || matches!(self, Self::Raw { text } if text.starts_with('['))
    }
}

/// Lays phrases flat, and decides how each is written.
pub(super) fn tokens(content: &[Inline], holder: Holder) -> Vec<Token<'_>> {
    let mut all = Vec::new();
    push_all(content, holder, false, &mut all);
    mend_breaks(&mut all);
    choose_forms(&mut all);
    all
}

fn push_all<'a>(content: &'a [Inline], holder: Holder, in_link: bool, all: &mut Vec<Token<'a>>) {
    for inline in content {
        push(inline, holder, in_link, all);
    }
}

fn push<'a>(inline: &'a Inline, holder: Holder, in_link: bool, all: &mut Vec<Token<'a>>) {
    let in_cell = holder == Holder::Cell;
    let delimited = |delimiter, name| Form::Delimited { delimiter, name };
    let tagged = |name: &'static str| Form::Tagged { open: format!("<{name}>"), name };
    let form = match inline {
        Inline::Text { text, .. } => return all.push(Token::Text { text }),
        Inline::Code { text, .. } => {
            // Two spans of code side by side would be one.
            let is_beside = matches!(all.last(), Some(Token::Raw { text }) if text.ends_with('`'));
            let mut code = String::new();
            if is_beside {
                literal::push_code_element(text, in_cell, &mut code);
            } else {
                literal::push_code(text, in_cell, &mut code);
            }
            return all.push(Token::Raw { text: code });
        }
        Inline::Image { address, alt, title, .. } => {
            let text = image(address, alt.as_deref(), title.as_deref(), in_cell);
            return all.push(Token::Raw { text });
        }
        Inline::FootnoteReference { label, .. } => {
            return all.push(Token::Raw { text: format!("[^{label}]") });
        }
        Inline::LineBreak { .. } if holder == Holder::Paragraph => {
            return all.push(Token::Break { hard: true });
        }
        Inline::SoftBreak { .. } if holder == Holder::Paragraph => {
            return all.push(Token::Break { hard: false });
        }
        Inline::LineBreak { .. } => return all.push(Token::Raw { text: "<br>".to_owned() }),
        Inline::SoftBreak { .. } => return all.push(Token::Text { text: " " }),
        Inline::Emphasis { .. } => delimited("_", "em"),
        Inline::Strong { .. } => delimited("**", "strong"),
        Inline::Strikethrough { .. } => delimited("~~", "s"),
        Inline::Superscript { .. } => tagged("sup"),
        Inline::Subscript { .. } => tagged("sub"),
        Inline::Mark { .. } => tagged("mark"),
        Inline::Keyboard { .. } => tagged("kbd"),
        Inline::Abbreviation { title, .. } => {
            let open = start_tag("abbr", &[("title", Some(title))], in_cell);
            Form::Tagged { open, name: "abbr" }
        }
        Inline::Span { language, .. } => {
            let language = language.as_ref().map(ToString::to_string);
            let open = start_tag("span", &[("lang", language.as_deref())], in_cell);
            Form::Tagged { open, name: "span" }
        }
        Inline::Link { address, title, content, .. } => {
            if !in_link
                && title.is_none()
                && let Some(text) = autolink(address, content)
            {
                return all.push(Token::Raw { text });
            }
            // A reference before the brackets would take them for its own.
            let is_behind =
                matches!(all.last(), Some(Token::Raw { text }) if text.starts_with("[^"));
            if in_link || is_behind || content.iter().any(holds_brackets) {
                let href = ("href", Some(address.as_str()));
                let open = start_tag("a", &[href, ("title", title.as_deref())], in_cell);
                Form::Anchor { open }
            } else {
                Form::Link { address, title: title.as_deref() }
            }
        }
    };
    let open = all.len();
    let in_link = in_link || matches!(form, Form::Link { .. });
    all.push(Token::Open { form, close: 0 });
    push_all(inline.content(), holder, in_link, all);
    let end = all.len();
    all.push(Token::Close { open });
    if let Some(Token::Open { close, .. }) = all.get_mut(open) {
        *close = end;
    }
}

/// Brackets end at a link or a reference inside them; and where a paragraph begins with them, `]:` in what takes no
/// backslash would make them a definition.
fn holds_brackets(inline: &Inline) -> bool {
    matches!(inline, Inline::Link { .. } | Inline::FootnoteReference { .. })
        || matches!(inline, Inline::Code { text, .. } | Inline::Abbreviation { title: text, .. } if text.contains("]:"))
        || inline.content().iter().any(holds_brackets)
}

/// The tag that opens an element; attributes without a value are left out.
pub(super) fn start_tag(name: &str, attributes: &[(&str, Option<&str>)], in_cell: bool) -> String {
    let mut tag = format!("<{name}");
    for (key, value) in attributes {
        if let Some(value) = value {
            tag.push(' ');
            tag.push_str(key);
            tag.push('=');
            literal::push_attribute(value, in_cell, &mut tag);
        }
    }
    tag.push('>');
    tag
}

/// A picture.
pub(super) fn image(
    address: &Address,
    alt: Option<&str>,
    title: Option<&str>,
    in_cell: bool,
) -> String {
    let mut text = "![".to_owned();
    let alt = alt.unwrap_or_default();
    let at = escape::Surroundings {
        in_link: true,
        opens_link: true,
        in_cell,
        has_tildes: true,
        ..escape::Surroundings::default()
    };
    escape::push_text(alt, at, &mut text);
    text.push(']');
    literal::push_destination(address.as_str(), title, in_cell, &mut text);
    text
}

/// `<https://example.org/>`, where a link shows nothing but its address.
fn autolink(address: &Address, content: &[Inline]) -> Option<String> {
    let [Inline::Text { text, .. }] = content else { return None };
    let address = address.as_str();
    let is_plain = |text: &str| {
        text.chars().all(|c| c.is_ascii_alphanumeric() || "-._~:/?#@!$&()*+,;=%".contains(c))
            && !text.char_indices().any(|(at, c)| c == '&' && escape::is_entity(&text[at + 1..]))
    };
    let is_mail = |text: &str| {
        let Some((name, host)) = text.split_once('@') else { return false };
        let is_label = |label: &str| {
            label.len() < 64
                && label.starts_with(|c: char| c.is_ascii_alphanumeric())
                && label.ends_with(|c: char| c.is_ascii_alphanumeric())
                && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        };
        !name.is_empty()
            && name.chars().all(|c| c.is_ascii_alphanumeric() || "-._+".contains(c))
            && host.split('.').all(is_label)
    };
    let schemes = ["https:", "http:", "mailto:", "tel:"];
    let is_address = text == address && schemes.iter().any(|scheme| text.starts_with(scheme));
    let is_mail = address.strip_prefix("mailto:") == Some(text) && is_mail(text);
    (is_address && is_plain(text) || is_mail).then(|| format!("<{text}>"))
}

/// A break beside another, or at an end of something, is written as a tag.
fn mend_breaks(all: &mut [Token<'_>]) {
    for index in 0..all.len() {
        if let Token::Break { hard: true } = all[index] {
            let is_edge = |token: Option<&Token<'_>>| {
                token.is_none_or(|token| {
                    matches!(token, Token::Break { .. } | Token::Close { .. })
                        || matches!(token, Token::Raw { text } if text == "<br>")
                })
            };
            let before = index.checked_sub(1).and_then(|index| all.get(index));
            if before.is_none_or(|token| matches!(token, Token::Break { .. }))
                || is_edge(all.get(index + 1))
            {
                all[index] = Token::Raw { text: "<br>".to_owned() };
            }
        }
    }
}
