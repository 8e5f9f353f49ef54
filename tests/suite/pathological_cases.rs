//! Texts that a careless parser takes too long over, or overflows its stack on, after the descriptions of cmark's own
//! list. The suite reads each of them; `benches/linear.rs` measures whether they cost as much as they are long.

/// Makes a text of about `n` times a few bytes.
pub(crate) type Make = fn(n: usize) -> String;

/// The name of each case, and what makes it.
pub(crate) const CASES: &[(&str, Make)] = &[
    ("nested strong and emphasis", |n| around("*a **a ", n, "b", " a** a*")),
    ("emphasis that is closed, never opened", |n| "a_ ".repeat(n)),
    ("emphasis that is opened, never closed", |n| "_a ".repeat(n)),
    ("emphasis, underscores inside words", |n| "a_b_".repeat(n)),
    ("link ends without a beginning", |n| "a]".repeat(n)),
    ("link beginnings without an end", |n| "[a".repeat(n)),
    ("openers and closers that do not match", |n| "*a_ ".repeat(n)),
    ("openers of one kind, closers of two", |n| format!("{}{}", "*a_".repeat(n), "*_b".repeat(n))),
    ("runs of three against runs of two", |n| format!("{}{}", "***x ".repeat(n), "**y ".repeat(n))),
    ("openers and closers, lengths adding to threes", |n| format!("x{}y", "**a*b***c*".repeat(n))),
    ("link openers and emphasis closers", |n| "[a_".repeat(n)),
    ("strikethrough openers", |n| "~~a ".repeat(n)),
    ("a bracket, then a parenthesis", |n| "[ (](".repeat(n)),
    ("nested brackets", |n| around("[", n, "a", "]")),
    ("nested brackets with images", |n| around("![", n, "a", "](b)")),
    ("links in links", |n| around("[", n, "a", "](b)")),
    ("nested block quotes", |n| format!("{}a", "> ".repeat(n))),
    ("block quotes, a line deeper each", |n| lines(n.min(200), |at| "> ".repeat(at) + "a\n")),
    ("deeply nested lists", |n| lines(n.min(300), |at| "  ".repeat(at) + "* a\n")),
    ("lists on one line", |n| "* ".repeat(n) + "a"),
    ("ordered and unordered lists on one line", |n| "- 1. ".repeat(n) + "a"),
    ("zero characters", |n| "abc\0de\0".repeat(n)),
    ("backslashes", |n| "\\".repeat(n * 5)),
    ("escaped brackets", |n| "\\[\\]".repeat(n)),
    ("backtick runs, each longer", |n| lines(root(n), |at| format!("e{}", "`".repeat(at + 1)))),
    ("backtick runs that never close", |n| "`a``b```c".repeat(n)),
    ("link destination that is never closed, <", |n| "[a](<b".repeat(n)),
    ("link destination that is never closed", |n| "[a](b".repeat(n)),
    ("link title that is never closed", |n| "[a](b \"c ".repeat(n)),
    ("comment that is never closed, in a line", |n| format!("a {}", "<!-- b ".repeat(n))),
    ("comment that is never closed, a block", |n| format!("</{}", "<!--".repeat(n))),
    ("comments", |n| "<!-- a -->\n\n".repeat(n)),
    ("processing instructions that are never closed", |n| format!("a {}", "<?".repeat(n))),
    ("declarations that are never closed", |n| format!("a {}", "<!A ".repeat(n))),
    ("CDATA that is never closed", |n| format!("a {}", "<![CDATA[".repeat(n))),
    ("tags that are never finished", |n| format!("a {}", "<a href=\"b\" ".repeat(n))),
    ("HTML elements that are never closed, in a line", |n| format!("a {}", "<sub>b".repeat(n))),
    ("HTML blocks that are never closed", |n| "<div>\n\na\n\n".repeat(n)),
    ("HTML elements that were never opened", |n| format!("a {}", "</sub>b".repeat(n))),
    ("HTML lists in a block", |n| format!("<ul>{}</ul>\n", "<li>a".repeat(n))),
    ("HTML, deeply nested", |n| format!("<div>\n{}\n", around("<em>", n, "a", "</em>"))),
    ("HTML blocks, deeply nested", |n| around("<blockquote>", n, "a", "</blockquote>")),
    ("HTML tables in tables", |n| around("<table><tr><td>", n, "a", "</td></tr></table>")),
    ("HTML table of many cells", |n| format!("<table><tr>{}</tr></table>", "<td>a</td>".repeat(n))),
    ("unknown elements", |n| "<x-a>b</x-a> ".repeat(n)),
    ("attributes without quotation marks", |n| format!("<div {}>\na\n</div>\n", "a=b ".repeat(n))),
    ("attributes without values", |n| format!("<div {}>\na\n</div>\n", "a ".repeat(n))),
    ("slashes in a tag", |n| format!("<div {}>\na\n</div>\n", "/ ".repeat(n))),
    ("a comment of hyphens", |n| format!("<!-- {} -->\n\na", "- --! ".repeat(n))),
    ("angle brackets in a block of HTML", |n| format!("<div>\n{}\n</div>\n", "< ".repeat(n))),
    ("entities in a block of HTML", |n| format!("<div>\n{}\n</div>\n", "&amp;&a&#".repeat(n))),
    ("a script that nearly ends", |n| format!("<script>\n{}\n</script>\n\na", "</s".repeat(n))),
    ("CDATA brackets in a block of HTML", |n| {
        format!("<div>\n{}\n</div>\n", "<![CDATA[]]".repeat(n))
    }),
    ("a table of many columns", |n| format!("{}|\n{}|\n", "|a".repeat(n), "|-".repeat(n))),
    ("a table of many columns, and short rows", |n| {
        let side = root(n);
        format!("{}|\n{}|\n{}", "|a".repeat(side), "|-".repeat(side), "|b|\n".repeat(side))
    }),
    ("a table of many rows", |n| format!("|a|b|\n|-|-|\n{}", "|c|d|\n".repeat(n))),
    ("lines that are nearly tables", |n| "|a|b|\n|-|-\nc\n\n".repeat(n)),
    ("reference definitions", |n| lines(n, |at| format!("[r{at}]: /a{at}\n")) + "\n[r0] [r1]\n"),
    ("references to a long definition", |n| {
        format!("[r]: /{} 't'\n\n{}", "a".repeat(n), "[r] ".repeat(n))
    }),
    ("reference definitions of one label", |n| "[r]: /a\n".repeat(n) + "\n[r]\n"),
    ("references that nothing defines", |n| "[a][b] ".repeat(n)),
    ("empty lines", |n| format!("a{}b", "\n".repeat(n * 5))),
    ("spaces", |n| format!("a{}b", " ".repeat(n * 5))),
    ("tabs and spaces", |n| " \t".repeat(n) + "a"),
    ("soft line ends", |n| "a\n".repeat(n)),
    ("hard line ends", |n| "a  \n".repeat(n)),
    ("footnotes", |n| lines(n.min(4_000), |at| format!("a[^{at}]\n\n[^{at}]: b\n\n"))),
    ("references to one footnote", |n| format!("{}\n\n[^a]: b\n", "a[^a] ".repeat(n))),
    ("footnotes that nothing refers to", |n| {
        "a\n\n".to_owned() + &lines(n.min(4_000), |at| format!("[^{at}]: b\n\n"))
    }),
    ("footnotes in footnotes", |n| {
        "a[^0]\n\n".to_owned() + &lines(n.min(4_000), |at| format!("[^{at}]: b[^{}]\n\n", at + 1))
    }),
    ("headings with the same words", |n| "## a\n\nb\n\n".repeat(n)),
    ("headings of all levels", |n| lines(n, |at| format!("{} a\n\nb\n\n", "#".repeat(1 + at % 6)))),
    ("empty headings", |n| "##\n\na\n\n".repeat(n)),
    ("underlined headings that are none", |n| "a\n= b\n".repeat(n)),
    ("rules", |n| "a\n\n---\n\n".repeat(n)),
    ("long rules that are none", |n| "*-*".repeat(n)),
    ("one huge line", |n| "word ".repeat(n * 2)),
    ("one huge word", |n| "word".repeat(n * 2)),
    ("bare addresses", |n| "https://example.org/a ".repeat(n)),
    ("text that is nearly an address", |n| "http".repeat(n) + "://"),
    ("addresses in angle brackets that are none", |n| "<a@b".repeat(n)),
    ("quotation marks", |n| "\"a 'b ".repeat(n)),
    ("closing quotation marks", |n| "a\" b' ".repeat(n)),
    ("hyphens and dots", |n| "---...".repeat(n)),
    ("ampersands", |n| "&amp;&".repeat(n)),
    ("entities that are never finished", |n| "&#x41".repeat(n)),
    ("definition lists", |n| "a\n: b\n\n".repeat(n)),
    ("tasks", |n| "- [ ] a\n".repeat(n)),
    ("loose points", |n| "- a\n\n".repeat(n)),
    ("points of changing kinds", |n| "- a\n+ b\n* c\n".repeat(n)),
    ("callouts", |n| "> [!NOTE]\n> a\n\n".repeat(n)),
    ("callouts that are none", |n| "> [!A]\n> a\n\n".repeat(n)),
    ("fences that are never closed", |n| "```\na\n\n~~~\n".repeat(n)),
    ("fences with long information", |n| format!("``` {}\nb\n```\n", "a,".repeat(n))),
    ("heading attributes", |n| format!("## a {{{}}}\n\nb\n", "#b .c ".repeat(n))),
    ("heading attributes that are never closed", |n| format!("## a {}\n\nb\n", "{#b ".repeat(n))),
    ("images", |n| lines(n.min(2_000), |at| format!("![a](b{at}.png)\n\n"))),
    ("forbidden characters", |n| "a\u{1}\u{fdd0}".repeat(n)),
    ("letters with many marks", |n| format!("a{}", "\u{301}".repeat(n))),
    ("front matter, many keys", |n| yaml(&lines(n, |at| format!("key{at}: a\n")))),
    ("front matter, one key again and again", |n| yaml(&"a: b\n".repeat(n))),
    ("front matter, a long list", |n| yaml(&format!("keywords:\n{}", "  - a\n".repeat(n)))),
    ("front matter, a long value", |n| yaml(&format!("summary: {}\n", "a ".repeat(n)))),
    ("front matter, brackets in brackets", |n| yaml(&format!("a: {}\n", around("[", n, "b", "]")))),
    ("front matter, braces in braces", |n| yaml(&format!("a: {}\n", around("{b: ", n, "c", "}")))),
    ("front matter, lists in lists", |n| yaml(&format!("a:\n  {}b\n", "- ".repeat(n)))),
    ("front matter, maps in maps", |n| yaml(&lines(n.min(400), |at| "  ".repeat(at) + "a:\n"))),
    ("front matter, aliases", |n| yaml(&format!("a: &a b\nc: [{}]\n", "*a, ".repeat(n)))),
    ("front matter, brackets never closed", |n| yaml(&format!("a: {}\n", "[".repeat(n)))),
    ("front matter, quotation never closed", |n| yaml(&format!("a: \"{}\n", "b\n ".repeat(n)))),
    ("front matter that never ends", |n| format!("---\n{}", "a: b\n".repeat(n))),
    ("front matter, keywords that differ", |n| {
        yaml(&format!("keywords:\n{}", lines(n, |at| format!("  - a{at}\n"))))
    }),
    ("what an author holds, again and again", |n| {
        let held = lines(n, |at| format!(" She has an MA in A{at}. She is a member of the BACP."));
        format!("---\nauthor: B\n---\n\nText.\n\n## About the author\n\n{held}\n")
    }),
    ("one sentence of an author", |n| {
        let held = "MBACP, MA, WITH BACP, IS ".repeat(n);
        format!("---\nauthor: B\n---\n\nText.\n\n## About the author\n\nB, {held}\n")
    }),
    ("suppressions", |n| "<!-- offprint: suppress P006 -->\n<blink>a</blink>\n\n".repeat(n)),
    ("authors, and what they are", |n| {
        let authors = lines(n, |at| format!("  - Abc{at} Def{at}\n"));
        let about = lines(n, |at| format!("Abc{at} is a member of BACP. "));
        format!("---\nauthors:\n{authors}---\n\nText.\n\n## About the authors\n\n{about}\n")
    }),
    ("authors", |n| yaml(&format!("authors:\n{}", lines(n, |at| format!("  - name: A{at}\n"))))),
    ("TOML, many keys", |n| toml(&lines(n, |at| format!("key{at} = 1\n")))),
    ("TOML, one key again and again", |n| toml(&"a = 1\n".repeat(n))),
    ("TOML, a long list", |n| toml(&format!("keywords = [{}]\n", "\"a\", ".repeat(n)))),
    ("TOML, brackets in brackets", |n| toml(&format!("a = {}\n", around("[", n, "1", "]")))),
    ("TOML, tables in tables", |n| toml(&format!("a = {}\n", around("{b = ", n, "1", "}")))),
    ("TOML, dotted keys", |n| toml(&format!("a{} = 1\n", ".a".repeat(n)))),
    ("TOML, many tables", |n| toml(&lines(n, |at| format!("[t{at}]\na = 1\n")))),
];

/// Cases in which `html5gum` 0.9 calls itself once for each attribute with quotation marks,
/// and so overflows the stack: with 3 kB of text where nothing is optimised, with more where it is.
pub(crate) const OVERFLOWING: &[(&str, Make)] = &[
    ("attributes", |n| format!("<div {}>\na\n</div>\n", "a=\"b\" ".repeat(n))),
    ("attributes in a line", |n| format!("a <sub {}>b</sub>", "a=\"b\" ".repeat(n))),
    ("attributes of an end tag", |n| format!("<div>\na\n</div {}>\n", "a=\"b\" ".repeat(n))),
];

fn around(before: &str, n: usize, middle: &str, after: &str) -> String {
    before.repeat(n) + middle + &after.repeat(n)
}

fn lines(n: usize, line: impl Fn(usize) -> String) -> String {
    (0..n).map(line).collect()
}

/// So that a square of it is about `n`.
fn root(n: usize) -> usize {
    n.isqrt().max(2) * 2
}

fn yaml(fields: &str) -> String {
    format!("---\ntitle: A\n{fields}---\n\nText.\n")
}

fn toml(fields: &str) -> String {
    format!("+++\ntitle = \"A\"\n{fields}+++\n\nText.\n")
}
