//! Entries of further reading in the ways in which people write them. Authors and works are made up.

use offprint::model::ReadingKind::{self, Article, Book, Unknown, Web};
use offprint::{Source, markdown};
use std::fmt::Write as _;

/// The entry; its title, authors (with `;` between), publisher, date and kind. What is empty must not be known.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str, ReadingKind);

#[rustfmt::skip]
const ENTRIES: &[Row] = &[
    // APA
    ("Quillfeather, J. (1988). *A steady lamp*. Heron Press.", "A steady lamp", "J. Quillfeather", "Heron Press", "1988", Book),
    ("Quillfeather, J. A., & Mossop, B. (2004). *Rooms without doors* (2nd ed.). Lanternworks.", "Rooms without doors", "J. A. Quillfeather; B. Mossop", "Lanternworks", "2004", Book),
    ("Ostwick, M., Tarn, P.-L., & O’Hollow, R. (2011a). *What the kettle knew: Vol. 1*. Heron Press. https://example.org/kettle", "What the kettle knew: Vol. 1", "M. Ostwick; P.-L. Tarn; R. O’Hollow", "Heron Press", "2011", Book),
    ("Mossop, B. (Ed.). (1999). *Voices in the hall*. Heron Press.", "Voices in the hall", "B. Mossop", "Heron Press", "1999", Book),
    ("Tarn, P. et al. (2015). *Small weather*. Heron Press.", "Small weather", "P. Tarn", "Heron Press", "2015", Book),
    ("Ostwick, M. (2010). The slowness of Sunday talk. *Invented Quarterly*, 65(2), 98–109. https://doi.org/10.1000/xyz", "The slowness of Sunday talk", "M. Ostwick", "", "2010", Article),
    ("Ostwick, M., & Tarn, P. (2012). Is silence a reply? *Journal of Made-Up Studies*, *3*, 4–9.", "Is silence a reply?", "M. Ostwick; P. Tarn", "", "2012", Article),
    ("Ostwick, M. (1917). Mourning and marmalade. *Collected Edition*, 14, 237–258. https://doi.org/10.1000/xyz", "Mourning and marmalade", "M. Ostwick", "", "1917", Article),
    ("Quillfeather, J. (1990). The second door. In B. Mossop (Ed.), *Voices in the hall* (pp. 20–41). Heron Press.", "The second door", "J. Quillfeather", "Heron Press", "1990", Unknown),
    ("Quillfeather, J. (1988). A steady lamp. Heron Press.", "A steady lamp", "J. Quillfeather", "Heron Press", "1988", Book),
    ("van der Tarn, W. (n.d.). *On stairs*. Heron Press.", "On stairs", "W. van der Tarn", "Heron Press", "", Book),
    ("Institute of Invented Care. (2022). *Sleep in small rooms*. https://example.org/sleep", "Sleep in small rooms", "Institute of Invented Care", "", "2022", Web),
    ("Ostwick, M. (2020, March 3). *Why lists help*. https://example.org/lists", "Why lists help", "M. Ostwick", "", "2020-03-03", Web),
    ("Lanternmind (2021). *Worry at night*. https://example.org/worry", "Worry at night", "", "", "2021", Web),
    // Harvard
    ("Quillfeather, J. (1988) *A Steady Lamp*. London: Heron Press.", "A Steady Lamp", "J. Quillfeather", "Heron Press", "1988", Book),
    ("Mossop, B. and Tarn, P. (2004) *Rooms Without Doors*. 2nd edn. York: Lanternworks.", "Rooms Without Doors", "B. Mossop; P. Tarn", "Lanternworks", "2004", Book),
    ("Ostwick, M. (2010) 'The slowness of Sunday talk', *Invented Quarterly*, 65(2), pp. 98–109.", "The slowness of Sunday talk", "M. Ostwick", "", "2010", Article),
    ("Quillfeather, J. (1990) 'The therapists' second door', in Mossop, B. (ed.) *Voices in the Hall*. London: Heron Press, pp. 20–41.", "The therapists’ second door", "J. Quillfeather", "Heron Press", "1990", Unknown),
    ("Quillfeather, Jane (1988) *A Steady Lamp*, Heron Press, London.", "A Steady Lamp", "Jane Quillfeather", "Heron Press", "1988", Book),
    // MHRA, Chicago, Vancouver
    ("Jane Quillfeather, *A Steady Lamp* (London: Heron Press, 1988)", "A Steady Lamp", "Jane Quillfeather", "Heron Press", "1988", Book),
    ("Jane Quillfeather and Basil Mossop, *Rooms Without Doors*, 2nd edn (York: Lanternworks, 2004), p. 12.", "Rooms Without Doors", "Jane Quillfeather; Basil Mossop", "Lanternworks", "2004", Book),
    ("Maren Ostwick, \"The Slowness of Sunday Talk\", *Invented Quarterly* 65, no. 2 (2010): 98–109.", "The Slowness of Sunday Talk", "Maren Ostwick", "", "2010", Article),
    ("Quillfeather, Jane, and Basil Mossop. *Rooms Without Doors*. York: Lanternworks, 2004.", "Rooms Without Doors", "Jane Quillfeather; Basil Mossop", "Lanternworks", "2004", Book),
    ("Quillfeather, Jane. 1988. *A Steady Lamp*. London: Heron Press.", "A Steady Lamp", "Jane Quillfeather", "Heron Press", "1988", Book),
    ("Ostwick M, Tarn PL. The slowness of Sunday talk. Inv Q. 2010;65(2):98-109.", "The slowness of Sunday talk", "M Ostwick; PL Tarn", "", "2010", Article),
    // Bookshops
    ("*A Steady Lamp* by Jane Quillfeather (Heron Press, 2015)", "A Steady Lamp", "Jane Quillfeather", "Heron Press", "2015", Book),
    ("*A Steady Lamp* – Jane Quillfeather, Heron Press, 2015", "A Steady Lamp", "Jane Quillfeather", "Heron Press", "2015", Book),
    ("*A Steady Lamp*, Jane Quillfeather, Lanternworks, 2015", "A Steady Lamp", "Jane Quillfeather", "Lanternworks", "2015", Book),
    ("**A Steady Lamp** (2015) by Jane Quillfeather & Basil Mossop", "A Steady Lamp", "Jane Quillfeather; Basil Mossop", "", "2015", Unknown),
    ("Jane Quillfeather – *A Steady Lamp* (2015)", "A Steady Lamp", "Jane Quillfeather", "", "2015", Unknown),
    ("**Jane Quillfeather**: *A Steady Lamp* (Lanternworks)", "A Steady Lamp", "Jane Quillfeather", "", "", Unknown),
    ("[A Steady Lamp](https://example.org/lamp), Jane van der Tarn, Lanternworks, 2014", "A Steady Lamp", "Jane van der Tarn", "Lanternworks", "2014", Book),
    ("\"Attics\", The Invented Herald, 2019", "Attics", "", "", "2019", Article),
    ("\"Attics\", Evening Lantern, 2019", "Attics", "", "", "2019", Unknown),
    ("“Attics” (podcast), Lantern Sounds, 2020 <https://example.org/pod>", "Attics", "", "", "2020", Web),
    ("The Gift of Rest, Jane van der Tarn, 1997", "The Gift of Rest", "Jane van der Tarn", "", "1997", Unknown),
    ("The Gift of Rest by Jane Tarn (Heron Press, 1997)", "The Gift of Rest", "Jane Tarn", "Heron Press", "1997", Book),
    ("*A Steady Lamp*. Heron Press, 2015.", "A Steady Lamp", "", "", "", Unknown),
    // Links
    ("[Lanternmind: worry](https://example.org/worry)", "Lanternmind: worry", "", "", "", Web),
    ("[Worry at Night](https://example.org/worry) – Evening Classes Locally", "Worry at Night", "", "", "", Web),
    ("[Worry](https://example.org/worry) – what it is, and what helps, by people who know", "Worry", "", "", "", Web),
    ("[Quillfeather, J. (1988). A steady lamp. Heron Press.](https://example.org/lamp)", "A steady lamp", "J. Quillfeather", "Heron Press", "1988", Book),
    ("Young Lanterns – [Feeling low](https://example.org/low)", "Feeling low", "", "", "", Web),
    ("Lantern Evenings, [come along](https://example.org/come)", "come along", "", "", "", Web),
    ("*A Steady Lamp* – Kindly Written, warm", "A Steady Lamp", "", "", "", Unknown),
    ("Lantern, *Worry at Night* (2021)", "Worry at Night", "", "", "2021", Unknown),
    // No publications
    ("NHS 111: call or visit [111.nhs.uk](https://111.nhs.uk)", "", "", "", "", Web),
    ("Lantern Line, free, day and night", "", "", "", "", Unknown),
    ("Ask Basil Mossop, who wrote much of it in 1999", "", "", "", "", Unknown),
    ("Lost Lanterns, Jane Tarn, 2018", "", "", "", "", Unknown),
];

fn entry(text: &str) -> String {
    format!("---\ntitle: T\n---\n\n## Further reading\n\n- {text}\n")
}

#[test]
fn entries_have_the_titles_and_authors_that_they_name_and_no_others() {
    let mut wrong = String::new();
    for &(text, title, authors, publisher, published, kind) in ENTRIES {
        let article = offprint::parse(&Source::new("a.md", entry(text))).unwrap().value;
        let reading = article.readings().next().unwrap();
        let found = (
            reading.title.as_deref().unwrap_or_default(),
            &*reading.authors.join("; "),
            reading.publisher.as_deref().unwrap_or_default(),
            &*reading.published.map(|date| date.to_string()).unwrap_or_default(),
            reading.kind,
        );
        let expected = (title, authors, publisher, published, kind);
        if found != expected {
            let _ = writeln!(wrong, "{text}\n   found {found:?}\n  wanted {expected:?}");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn entries_come_back_from_markdown_as_they_were() {
    for (text, ..) in ENTRIES {
        let article = offprint::parse(&Source::new("a.md", entry(text))).unwrap().value;
        let written = markdown::write(&article).unwrap();
        let again = offprint::parse(&Source::new("a.md", written.as_str())).unwrap().value;
        assert_eq!(again, article, "{written}");
    }
}

#[test]
#[cfg(feature = "validate")]
fn entries_come_back_from_json_as_they_were() {
    use offprint::export::{Exporter, Json};
    use offprint::json;
    for (text, ..) in ENTRIES {
        let article = offprint::parse(&Source::new("a.md", entry(text))).unwrap().value;
        let mut out = Vec::new();
        Json::new().export(&article, &mut out).unwrap();
        let source = Source::from_utf8("a.json", out).unwrap();
        assert_eq!(json::read(&source).unwrap(), article);
    }
}
