//! All codes: name, text, severity, one line, explanation.

use super::Severity;

codes! {
    InputTooLarge "P001" Error "the text is larger than an article may be"
    "A source may have at most 16 MiB, which is about two million words; as JSON, where every phrase has \
     a name, 64 MiB. Split the text into several articles and bind them as a collection."

    NestingTooDeep "P002" Error "blocks or phrases stand inside one another too deeply"
    "Lists, quotations, callouts and emphasis may stand inside one another 24 levels deep. Deeper \
     nesting cannot be read on paper, and no reading system shows it. Lift the inner parts out."

    NothingToRead "P003" Error "the source has no text"
    "The file is empty, or has front matter and nothing else. An article needs at least one sentence."

    MissingTitle "P004" Warning "the article has no title"
    "A title comes from `title:` in the front matter, or from the first heading where that is a \
     `# Heading` before any section. Here there is neither, so the name of the file serves. Write \
     `# Title` as the first line."

    SkippedHeadingLevel "P005" Warning "a heading skips a level"
    "A `####` that follows a `##` leaves out a level. Screen readers and accessible PDF count on \
     levels without gaps, so the section was moved up to the level where it belongs. Write it with \
     one `#` more than the heading above it."

    RawHtml "P006" Warning "an HTML element has no place in an article"
    "Raw HTML is never passed through. Elements that mean something in an article (`<br>`, `<em>`, \
     `<sub>`, `<abbr title>`, `<span lang>` and so on) become typed content; of any other the text is \
     kept and the element is dropped. Say it in Markdown, or remove the tag."

    ScriptDropped "P007" Warning "a script or style was dropped"
    "What stands between `<script>` or `<style>` tags is code, not text, and goes into no output. \
     Remove it."

    UnsafeAddress "P008" Warning "an address that a reader must not be sent to"
    "Links lead to `https`, `http`, `mailto` and `tel` addresses, to files beside the article, or to \
     a place in it. `javascript:`, `data:` and other schemes are dropped; the words of the link stay."

    ForbiddenCharacter "P009" Warning "a control character was replaced"
    "Control characters (other than tab and line end) and non-characters cannot be put into XML, so \
     no e-book could hold them. Each was replaced by U+FFFD. They usually come from copying out of a \
     PDF; delete them."

    UnusedFootnote "P010" Warning "a footnote that nothing refers to"
    "The note is kept at the end of the article, but no `[^label]` leads to it. Add the reference, or \
     remove the note."

    UnknownCallout "P011" Warning "a callout of an unknown kind"
    "Callouts are `> [!NOTE]`, `TIP`, `IMPORTANT`, `WARNING`, `CAUTION`, `URGENT-HELP` and \
     `VIGNETTE fictional|composite|with-consent`. Another word leaves a plain quotation, with the \
     word in it. Other tools fence callouts with `:::`; such a line is text here."

    BylineItem "P012" Warning "part of the byline was not understood"
    "The list under the title is read as a byline when it names an author, a date or a reading time. \
     A further item in it is kept as text at the start of the article. Move it into the front matter, \
     or out of the list."

    EmptyHeading "P013" Warning "a heading without words"
    "A heading with nothing in it cannot be listed in a table of contents, and accessible PDF refuses \
     it. Its section was joined to the one before."

    UndatedYear "P014" Warning "a date without a year"
    "A reader cannot tell whether the article is of this year or ten years old. Write the year, as in \
     `12 March 2026`, or `published: 2026-03-12` in the front matter."

    NotUtf8 "P015" Error "the file is not UTF-8 text"
    "Articles are read as UTF-8. Save the file with that encoding; old word processors offer it as \
     \"Plain text, Unicode (UTF-8)\"."

    EmptyLink "P016" Warning "a link without words or without an address"
    "A link needs words to be spoken and an address to lead to. Where the words were missing, the \
     address stands in their place; where the address was missing, the words stay as text."

    TooMany "P017" Error "more of something than an article may have"
    "An article may have at most 200,000 blocks, 5,000 footnotes, 2,000 images and 20,000 keys in its front \
     matter, and as JSON at most 5,000,000 values. Past that it is a book: split it into articles and bind them as a collection."

    TitleMarkup "P018" Warning "a title or an alternative text with a link or a picture in it"
    "A title is plain words: it stands in catalogues, running heads and tabs. So is what is said of a \
     picture to those who do not see it. The address was dropped. Write it as `canonical:` in the front \
     matter if it is the article's own, or put the link into the text."

    HeadingAttribute "P019" Warning "a heading attribute that means nothing here"
    "Behind a heading, `{#id}` names it, `{.further-reading}` and the other roles say what its section \
     is for, and `{lang=fr}` names its language. Other classes and attributes were dropped."

    Suppression "P020" Warning "a suppression that suppresses nothing"
    "`<!-- offprint: suppress P005 -->` stands before or in the block that it is about; `suppress: [P005]` \
     in the front matter is about the whole file. Both list codes of warnings or notes. Errors cannot be \
     suppressed, because no output is made of what is wrong."

    ReadingTime "P021" Warning "the stated reading time does not fit the text"
    "A byline or the front matter says how long reading takes, but the text is longer or shorter than \
     that at 238 words a minute. Outputs show the computed time. Correct the number, or leave it out."

    NestedLink "P022" Warning "a link inside a link"
    "No page and no book can hold a link inside a link. The words of the inner one were kept, and its \
     address was dropped."

    TableShape "P023" Warning "a table of another shape than rows and columns"
    "Tables have one head and rows of as many cells as there are columns. Cells that span others stand in \
     the first place that they covered, and missing cells are empty. Write the table anew if it reads \
     badly so."

    NotCanonical "P024" Warning "a value that no Markdown says"
    "What is written of this article would read back as another one: it holds something that no text \
     says, such as an empty paragraph, a space at the end of a line, or two runs of text side by side. \
     Only a value that was built in code or read from JSON can be so. The message says where."

    UnusedDefinition "P025" Warning "an address that nothing refers to"
    "`[name]: https://example.org/` gives an address to links that are written `[words][name]`. Nothing \
     in the text refers to this one, so it is in no output. Add the link, or remove the line; a note to \
     yourself is better written as `<!-- … -->`."

    CredentialContradiction "P026" Warning "the text contradicts what is stated of an author"
    "What an author holds is stated in the front matter, and the text about the author says another grade, number \
     or status of the same body. Outputs show what is stated, beside the text as it is, so readers would see both. \
     Look it up in the register, and correct whichever is wrong."

    FieldSyntax "F001" Error "front matter or configuration is not valid YAML or TOML"
    "The text between the `---` lines is YAML; configuration files are TOML. A syntax error ends the \
     reading of that block. The usual causes are a missing quotation mark around a text with a colon \
     in it, and a tab used for indentation."

    FieldShape "F002" Error "a value of the wrong type"
    "Each key takes one type of value: a text, a list, a date, a mapping. The message names the one \
     that is expected here."

    UnknownField "F003" Warning "an unknown key"
    "The key means nothing here. In front matter it is kept as it is, so that other tools may use it, \
     but no output shows it. See `offprint schema front-matter` for the keys there are."

    DuplicateField "F004" Error "a key is given twice"
    "Only one of the two values could count, and which one differs from program to program. Remove one."

    FieldValue "F005" Error "a value that cannot be right"
    "The value has the right type but cannot be: a 31st of February, a language tag that is none, an \
     ISBN whose check digit does not fit, an address with a forbidden scheme. The message says what \
     was expected."

    YamlAlias "F006" Error "YAML anchors and aliases are not read"
    "An alias can blow a small file up to gigabytes, and no article needs one. Write the value out."

    UnclosedFrontMatter "F007" Error "the front matter does not end"
    "A file that begins with `---` has front matter, which ends with a second line `---`. Without it \
     the whole text would be swallowed."

    MissingField "F008" Error "a key that is needed is missing"
    "The message names the key. A practice needs `name`; a collection needs `title` and `articles`; an \
     author needs `name`."

    UnknownInnerField "F009" Warning "an unknown key inside another"
    "The key means nothing inside this mapping, and was dropped. `offprint schema` prints the keys there \
     are. Keys of other tools belong at the top level, where they are kept."

    BiographyNote "F010" Warning "a footnote in a biography"
    "A biography stands in several places, none of which has a foot for notes. The note was made a \
     paragraph of the biography, with its label before it. Write what it says where it belongs."

    DateOfClock "F011" Warning "a date that only a clock knows"
    "Quarto's `today` and `last-modified`, and the code or templates of other tools, stand for the day on which a file \
     is built. The same file would say another day each time, and nothing here reads a clock: the date was left out. \
     The key is kept for the tool that it is for. Write the day, as in `published: 2026-03-12`."

    RewrittenFrontMatter "F012" Note "front matter that is written in another way"
    "`offprint fmt` writes front matter in YAML, under our own keys, and with the day of a date alone. A tool that reads \
     TOML, that asks for its own keys, or that needs the time does not find them any more, so do not format what another \
     tool has to read. Keys that mean nothing here stay as they are."

    GuessedTitle "I001" Note "a line was taken for the title"
    "Pasted text has no markup, so its first line was taken for the title. What stands behind `|` is taken \
     for the category. Correct the front matter where that is wrong."

    GuessedByline "I002" Note "lines were taken for the byline"
    "Short lines under the title that name somebody, a day or a reading time became front matter. Check \
     the names: a name alone, without letters after it, belongs there."

    GuessedYear "I003" Note "a date without a year"
    "The page gave a day without its year, and a program cannot know which. The day was kept as `--03-12`. \
     Write the year in the front matter."

    GuessedDayFirst "I004" Note "a date whose day and month could be the other way round"
    "`03/04/2026` is the third of April in Britain and the fourth of March in America. The day was taken \
     to stand first. Correct the front matter where that is wrong."

    GuessedHeading "I005" Note "a line was taken for a heading"
    "A short line without a full stop, with text under it, was taken for a heading. Remove the `#` signs \
     where it is none; add one where it belongs inside the section before."

    GuessedList "I006" Note "lines were taken for a list"
    "Lines that begin with bullets, dashes, tabs or numbers in order became a list, and so did the entries \
     of further reading. Check where it begins and ends."

    GuessedQuotation "I007" Note "lines were taken for a quotation"
    "Lines that begin with `>`, or stand in quotation marks above a name with a dash, became a quotation. \
     Remove the `>` signs where they are none."

    PageFurniture "I008" Note "a line of the page was put into a comment"
    "Buttons, counts of comments, menus, lists of other posts and notices about cookies come along when a \
     post is copied. They stand in a comment at the end, which no reader sees. Delete it, or move words \
     that belong to the text back."

    GuessedKeywords "I009" Note "a line was taken for keywords or the category"
    "A line such as `Tags: sleep, rest` became `keywords:` in the front matter, and `Posted in Guides` \
     became `category:`."

    GuessedLanguage "I010" Note "the language was guessed"
    "Frequent words show which language a text is in, but not of which country. Screen readers, \
     hyphenation and quotation marks depend on it: write `de-AT` or `fr-CH` where that is right."

    InvisibleCharacter "I011" Note "invisible characters were left out"
    "Soft hyphens, zero-width spaces and byte order marks come from web pages and word processors. They \
     break searching and spelling, and nobody typed them."

    AlreadyMarkdown "I012" Note "the text is Markdown already"
    "A text with front matter, `# headings` or fences needs no import, and would be spoilt by one. It was \
     left as it is; `offprint build` takes it."

    MissingImage "A001" Error "an image cannot be found"
    "Images are looked for beside the article (or under the folder that the program was given). Check \
     the spelling, capital letters too, and that the file was sent along."

    BadImage "A002" Error "an image cannot be used"
    "PNG, JPEG, GIF, WebP and SVG images can go into every format. This one is of another kind, or its \
     bytes are not what its name says."

    ImageTooLarge "A003" Error "an image is too large"
    "An image may have 20 MiB and 50 megapixels. Scale it down: 2,000 pixels are enough for the full \
     width of a page."

    UnsafeSvg "A004" Error "an SVG image has parts that could run or load something"
    "Scripts, event handlers, `foreignObject`, and references to other files are refused in SVG, \
     because web pages and e-books would run or load them. Export the drawing as plain SVG."

    RemoteImage "A005" Warning "an image on the web is not fetched"
    "No network is used. A web page shows the image from its address; on paper and in books its \
     alternative text and address stand in its place. Save the image beside the article."

    PathOutside "A006" Error "a path that leaves the folder"
    "Images are read from one folder only, so that an article from somebody else cannot put your \
     files into its output. Copy the image beside the article."

    JsonSchema "J001" Error "the JSON does not fit the schema"
    "The document was compared with `schema/article.schema.json`, which `offprint schema article` prints. \
     The JSON pointer says where it differs, and the message what was expected there. A key that is not \
     known is left out, not set to null."

    DuplicateKey "J002" Error "a key stands twice in an object of JSON"
    "Only one of the two values could count, and which one differs from program to program. Remove one \
     of them, or give it the name that was meant."

    JsonSyntax "J003" Error "the text is not JSON"
    "JSON has double quotes around every key and text, no comma behind the last entry, and no comments \
     (RFC 8259). Reading ends at the first fault, so mend that one and read again."

    NewerSchema "J004" Error "the JSON is of a newer version than this program reads"
    "`schemaVersion` is higher than the versions that this offprint knows, so keys in it may mean what \
     it cannot guess. Upgrade offprint, or let the program that wrote the file write an older version."

    MissingFootnote "J005" Error "a reference to a footnote that is not there"
    "A reference names the label of a footnote of the same article. In Markdown a reference without its \
     note stays text; a program that builds an article, or writes its JSON, has to give the note too."

    DuplicateId "J006" Error "two places of an article have the same name"
    "Links lead to sections by their `id` and to footnotes by their `label`, so no two sections and no \
     two footnotes may share one. Give one of them another name, and mend the links that were meant for it."

    MissingGlyph "L001" Warning "a character that no typeface has"
    "Neither the built-in faces nor those that were given have this character, so a visible substitute \
     was printed. Add a font that has it, or choose another character."

    ListTooDeep "L002" Warning "a list or quotation too deep for the page"
    "Lists deeper than eight levels leave no room for words on paper, and neither do quotations and boxes \
     deeper than six or seven. What is deeper was set at the level above; nothing is lost."

    TypesettingFailed "L003" Error "the page could not be typeset"
    "The typesetter refused the document. This should not happen, whatever the article says: please \
     report it with the article."

    AccentTooLight "L004" Warning "an accent colour too light to read"
    "Text needs a contrast of 4.5 : 1 with paper (WCAG 2.2, 1.4.3). The colour was darkened until it \
     had that."

    UnknownFace "L005" Error "a typeface that is not here"
    "A face was named that is neither one of ours nor among the fonts that were given. A family goes by \
     the name inside its files, which is often not the name of the file; the message lists all that are there."

    BadFont "L006" Error "a file that is no typeface"
    "Fonts may be TrueType, OpenType, or collections of them, and their makers must allow to embed them, \
     because a leaflet carries its typefaces with it."

    TooLong "L007" Error "a text too long for its leaflet"
    "A tri-fold has six panels, and type is never set smaller than 12 points to make a text fit. The message \
     says how much is too much, on which panel, and where the rest begins. Shorten the text, let `--fit` set \
     it closer, or choose a leaflet that holds any length."

    SetCloser "L008" Note "a text set closer to make it fit"
    "`--fit` reduces the space of a tri-fold, and then its type from 13 points down to 12, until the text \
     fits. A shorter text would be easier to read."

    TooShort "L009" Error "a text too short for its leaflet"
    "A tri-fold has four panels between its cover and its back, and each needs a paragraph or a heading with \
     its text. A leaflet with blank panels looks unfinished; choose a5 or a4, or write more."

    XmlCharacter "E001" Error "a character that no e-book can hold"
    "XML 1.0 forbids control characters and non-characters. Articles read from Markdown have none; \
     this one was built in code. Remove the character."

    UndatedBook "E002" Warning "a book without a date of modification"
    "EPUB needs the moment of the last change. The article has no `modified` or `published` date and \
     none was handed in, so 1980-01-01 was written."

    LettersWithoutGrade "C001" Warning "letters that no grade of the author's gives"
    "Letters after a name belong to a grade: `MBACP` to registered members of the BACP, not to its student, \
     individual or retired members. The grade that the front matter states gives other letters, or none; or the \
     body gives none to anybody. `offprint registers` lists them."

    MemberForRegistrant "C002" Warning "`member` of a body that has registrants"
    "Some bodies keep a register and have no members; they ask those who are on it to call themselves registrants. \
     `offprint check --fix` writes the right word."

    ClaimOfGrade "C003" Warning "a claim that the author's grade does not allow"
    "Students, trainees, retired and other members who are not on the register may not call themselves registered \
     or accredited, and have no number in the register. The grade is the one that the front matter states."

    DeferredAdvertises "C004" Warning "a practice that the author's standing does not allow"
    "A registrant whose registration is deferred, and some grades, may not see patients on their own, so that \
     their private practice may not be advertised. Somebody who is on another register that allows it is not told."

    RegisterNumber "C005" Warning "a number that its register cannot have"
    "The numbers of some registers have a form that is certain, such as `PYL` and up to six digits at the HCPC. This \
     one has another, so a reader would not find the author. Copy it from the public register."

    ExpiredRegistration "C006" Warning "a membership that has run out"
    "The front matter says until when the membership is valid, and that day is past on the day of the check. Look it \
     up in the register before somebody relies on it."

    UnverifiedRegistration "C007" Note "a membership that nobody has looked up for a year"
    "The front matter says when the membership was last looked up, which was more than a year before the day of the \
     check. Registrations are renewed every year."

    NoRegister "C008" Warning "registration by a body that registers nobody"
    "Learned societies and some professional associations have members, but keep no register of practitioners that a \
     reader could look somebody up in. Name the register that the author is on."

    ClaimInProseOnly "C009" Note "a membership that only the prose claims"
    "The text says that the author belongs to a body, but the front matter does not. Letters after the name, the line \
     with the register and the data for search engines come only from what is stated under `credentials:`."

    LegallyRegistered "C010" Warning "registration that is said to be by law"
    "In the United Kingdom the law registers neither counsellors nor psychotherapists, so nobody is legally registered as \
     one: they are on registers that are voluntary. Say with whom the author is registered."

    ProtectedTitle "C011" Warning "a protected title without the registration"
    "`Clinical psychologist`, `art therapist` and other titles may by law be used only by those who are registered for \
     them (HCPC). State the registration in the front matter, or use another title."

    Undated "D001" Warning "an article without a date"
    "A reader cannot tell whether the article is of this year or ten years old. `published:`, `modified:` or \
     `reviewed:` in the front matter says so, and a byline may, as in `12 March 2026`."

    NoReviewDate "D002" Warning "an article without a date of review"
    "Information for patients says when somebody last checked that it still holds (NHS content standard). Write \
     `reviewed: 2026-03-12` into the front matter."

    NoNextReview "D003" Warning "an article without a date of next review"
    "Information for patients says when it is to be checked again (NHS content standard), after three years at \
     the most. Write `next_review: 2029-03` into the front matter."

    ReviewOverdue "D004" Warning "the day of the next review has gone by"
    "The front matter says when the article was to be checked again, and that day is past on the day of the check. \
     Check it, and set `reviewed:` and `next_review:`."

    DateOrder "D005" Warning "dates that cannot all be right"
    "Something was changed or reviewed before it was published, is to be reviewed before its last review, or was changed \
     on a day that is still to come; or an author has held a membership or degree since such a day. Where the day of the \
     check is not known, the article's own last date stands for it. Only what is certain is told: of `2026-03` every day of that month is possible."

    NoAuthor "D006" Warning "an article without an author"
    "A reader wants to know who is speaking. Write `author: Name` into the front matter, or `By Name` under the \
     title."

    NoPublisher "D007" Warning "an article without a publisher"
    "Information for patients names who publishes it (NHS content standard), and so does every catalogue. Write \
     `publisher:` into the front matter, or hand in the practice that gives it out."

    NoContact "D008" Warning "an article without a way to answer"
    "A reader may have a question, or may have found a mistake: information for patients gives a way to say so \
     (NHS content standard). The e-mail address, telephone number or page of the author or the practice will do. \
     Help lines are for other questions."

    NoSources "D009" Warning "an article without sources"
    "Information for patients says on what it rests (NHS content standard). List the sources under `## References` \
     or `## Further reading`; an entry may stay out of the leaflet and on file."

    NoUrgentHelp "S001" Warning "a topic that calls for urgent help, and none is given"
    "Somebody who reads about suicide, self-harm, abuse, psychosis or an eating disorder may be in danger. Say where to turn: \
     a section `## Urgent help`, or a callout `> [!URGENT-HELP]`. One word in passing is no topic; in a heading, or in two \
     sentences, it is."

    HelpOfElsewhere "S002" Warning "a help line that does not work where the reader is"
    "The number works in another country or nation than the one for which the article is written: that of its \
     `jurisdiction:`, or of the practice. Give one that works there, or say beside it for which country it is."

    UnlabelledVignette "S003" Warning "a story of a patient without a label"
    "A reader has to know whether a story is invented, made from several people, or told with consent, in every form of the \
     article. `> [!VIGNETTE fictional|composite|with-consent]` prints the label beside it."

    FarLabel "S004" Warning "a story whose label stands far from it"
    "A note at the end that names were changed is not read with the story, and is lost where the story is printed on \
     its own. `> [!VIGNETTE fictional|composite|with-consent]` prints the label beside it."

    ClaimForReview "S005" Note "words that may promise too much"
    "Claims that a remedy cures, is guaranteed or works for everybody need evidence (CAP Code, section 12), and \
     they mislead people who are ill. Whether this is such a claim only a reader can tell, so it is never an \
     error. Say what usually happens, and for whom."

    Testimonial "S006" Note "praise by somebody who was treated"
    "Testimonials need the consent of those who gave them and are no evidence (CAP Code, section 12), and some \
     bodies do not allow them at all. Whether this is one only a reader can tell, so it is never an error."

    MalformedLink "K001" Warning "an address that cannot be what was meant"
    "A web address without `https://` is taken for a file beside the article, `mailto:` needs a mailbox and `tel:` a \
     number, and a host needs a domain. Where it is plain what was meant, `offprint check --fix` writes it."

    LinkWithoutBase "K002" Warning "a relative link, and no address that it is relative to"
    "On paper and in a book a link to `other.md` leads nowhere, unless the article's own address is known: \
     `canonical:` in the front matter. Write that, or the whole address of the link."

    DuplicateReading "K003" Warning "the same entry twice in further reading"
    "Two entries lead to the same address, or have the same title, authors and year. Keep one of them."

    MissingPlace "K004" Warning "a link to a place that the article does not have"
    "A link to `#name` leads to the section of that name, and no section has it. Names come from the words of the heading, or \
     from `{#name}` behind it."

    EmptySection "T001" Warning "a heading with nothing under it"
    "A reader who follows the contents to this place finds nothing. Write the section, or leave its heading out. The \
     same holds for a list of further reading without entries."

    DuplicatePassage "T002" Warning "a passage that stands in the article twice"
    "Sentences of twelve words and more that recur, also with other marks, capitals or spaces, are usually pasted \
     twice. Keep one of the two. A sentence that a quotation takes up again is not told."

    HeadingOrder "T003" Warning "a heading of a level that does not follow"
    "People who listen jump from heading to heading, and a missing level looks like a missing section (WCAG 2.2, \
     technique G141). Level 1 is the title's alone, and pages have six levels."

    RepeatedHeading "T004" Warning "a heading that says again what another says"
    "Two sections with one name under the same heading, or a section named as what stands above it, cannot be told \
     apart in the contents (WCAG 2.2, 2.4.6). Say what this section alone is about."

    EchoedHeading "T005" Warning "a heading repeated under itself"
    "The first words under a heading say the same as the heading: usually one of them was pasted twice. Begin with \
     what the heading does not say."

    LongTitle "T006" Warning "a title of more than 65 characters"
    "Search engines and browsers cut longer titles off (NHS content style guide). Keep to what readers would search \
     for; `subtitle:` in the front matter may say the rest."

    MissingAlternative "T007" Warning "a picture without alternative text"
    "Whoever does not see the picture learns nothing of it (WCAG 2.2, 1.1.1). Say in a sentence what it shows: \
     `![A door, half open.](door.jpg)`. Above a mere decoration, write \
     `<!-- offprint: suppress T007 -->`."

    PoorAlternative "T008" Warning "an alternative text that says nothing of the picture"
    "A file name, the caption once more, or `image of` helps nobody who does not see the picture (WCAG 2.2, 1.1.1). \
     Say what it shows and why it is here; programs that read aloud say themselves that it is an image."

    LongAlternative "T009" Warning "an alternative text of 125 characters or more"
    "Some programs that read aloud stop there, and nobody can pause inside it (NHS digital service manual). Say what \
     matters of the picture, and the rest in the text around it."

    VagueLink "T010" Warning "a link whose words could be those of any link"
    "People who listen go from link to link and hear `here, here, read more`, and on paper nobody can click (WCAG 2.2, \
     2.4.4; NHS digital service manual). Link the words that name the page."

    BareAddress "T011" Note "a link whose words are an address"
    "An address read aloud is a row of letters and strokes. Link the name of the page instead: leaflets print the \
     address of a link beside it. The name of a site, such as `example.org`, is left alone, and so is further reading."

    AmbiguousLink "T012" Note "links of the same words to different places"
    "In a list of links, which programs that read aloud can make, the two look like one (WCAG 2.2, 2.4.4). Let each \
     say where it leads."

    UnexplainedAbbreviation "T013" Warning "an abbreviation that is not spelt out at its first use"
    "Not every reader knows it (NHS digital service manual; plain English). Write `cognitive behavioural therapy (CBT)` \
     at the first use, or `<abbr title=\"cognitive behavioural therapy\">CBT</abbr>`. What everybody knows is left \
     alone, and so are headings, quotations and the letters behind a name."

    MixedSpelling "T014" Warning "British and American spelling in one text"
    "A text in two spellings looks as if it had been put together. What counts is the language of the article, if it \
     says one, or else how most of its words are spelt. Endings in `-ize` are British too (Oxford); names, \
     quotations, titles and code are left alone. The word list is VarCon's."

    BlockCapitals "T015" Warning "words in block capitals"
    "Words in capitals have no outline to be known by, and are slow to read for people who see little (UKAAF, clear \
     print). Write them in small letters; bold makes them stand out."

    LongItalics "T016" Warning "more than a phrase in italics"
    "Slanted letters are hard to read for people who see little; clear print stresses with bold type (UKAAF). A \
     phrase or the title of a book may stay."

    Readability "R001" Note "how hard the text is to read"
    "Flesch reading ease, Flesch–Kincaid grade and SMOG, from the lengths of sentences and words, with the longest \
     sentences. Information and nothing else: no score knows the reader or the subject. SMOG is of low confidence under \
     30 sentences. Only English is counted, and no headings, tables, captions, code or addresses."

    LongSentence "R002" Warning "sentences of more than 20 words"
    "The NHS writes sentences of 20 words at the most for the public (content style guide). Make two of one, beginning \
     with the longest. Reflective prose need not follow this: it is told in the profile `nhs-style` alone."

    LongParagraph "R003" Warning "paragraphs of more than three sentences"
    "The NHS writes paragraphs of three sentences at the most for the public (content style guide). Begin a new one \
     where the thought turns. It is told in the profile `nhs-style` alone."

    ReadingAge "R004" Warning "a text for readers of more than eleven years"
    "The NHS writes for a reading age of 9 to 11 (content style guide). The age is the Flesch–Kincaid grade and five \
     years. It is told in the profile `nhs-style` alone; names of illnesses and remedies raise it without any fault."

    HouseRule "Z001" Warning "a rule of the house is broken"
    "A rule that is not part of offprint found this: the program that ran the check brought it. The message says \
     what is meant."
}
