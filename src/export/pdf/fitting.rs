//! Copy-fitting: a tri-fold has six panels, whatever the article says.

use super::arrangement::{Arrangement, Setting};
use super::balance::Column;
use super::data::{Marked, Node, Outline};
use super::galley::{Sight, What, page_of};
use super::leaflet::{Leaflet, PANELS};
use super::world::Composed;
use super::{Pdf, Prepared};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Article, Inline};
use crate::source::{Origin, Source};
use crate::{Error, Result};
use std::collections::{BTreeMap, BTreeSet};

/// The panels between the cover and the back.
const INSIDE: usize = PANELS.len() - 2;
/// How high the text on a panel may be, in points; as in `formats.typ`.
const ROOM: f64 = (210.0 - 2.0 * 12.0) * 72.0 / 25.4;
/// What is a little too high may fit after all, once the space before the first block of each panel is gone.
const TOLERANCE: f64 = 1.06;
/// A text that fills less of its panels than this is set wider.
const SPARSE: f64 = 0.8;
/// How much more than its part of the text a panel has to hold where all are filled alike, because lines and pictures
/// are not parted; the least first.
const EVENLY: [f64; 4] = [1.03, 1.08, 1.15, 1.25];
/// Panels are not filled alike with less than this, in points: that is a text too short for them.
const SHORTEST: f64 = 120.0;
/// How many words of an overflowing text are shown.
const SHOWN: usize = 6;
/// What stands before the words of a list has at most so many characters.
const BULLET: usize = 4;
/// Lines closer than this are one.
const SAME_LINE: f64 = 6.0;

/// A text as it was measured, on endless pages.
struct Galley {
    nodes: Vec<Node>,
    starts: Vec<f64>,
    foot: f64,
    imprint_inside: bool,
}

impl Galley {
    fn of(nodes: Vec<Node>, sights: &[Sight], imprint_inside: bool) -> Self {
        let mut places = BTreeMap::new();
        for sight in sights {
            if let What::Place(name) = &sight.what {
                places.entry(name.as_str()).or_insert(sight);
            }
        }
        let place = |name: &str| places.get(name).copied();
        let y = |name: &str| place(name).map_or(0.0, |sight| sight.y);
        let of_nodes = (0..nodes.len()).map(|at| y(&format!("node {at}")));
        let mut starts: Vec<f64> = of_nodes.collect();
        // Notes are at the foot of the page, under all blocks.
        let page = place("flow").map_or(1, |sight| sight.page);
        let lowest = sights.iter().filter(|sight| sight.page == page).map(|sight| sight.y);
        let end = y("end of flow");
        let notes = lowest.fold(end, f64::max) - end;
        starts.push(end + notes.max(0.0));
        Self { nodes, starts, foot: y("end") - y("foot"), imprint_inside }
    }

    fn column(&self) -> Column<'_> {
        Column { nodes: &self.nodes, starts: &self.starts, room: ROOM, foot: self.foot }
    }

    /// How much there is inside, compared with the room for it.
    fn fill(&self, back: usize) -> f64 {
        let high =
            self.starts.get(back).zip(self.starts.first()).map_or(0.0, |(end, start)| end - start);
        high / (ROOM * PANELS_INSIDE)
    }
}

#[expect(clippy::cast_precision_loss, reason = "four panels")]
const PANELS_INSIDE: f64 = INSIDE as f64;

/// What one attempt came to.
enum Attempt {
    Fits(Composed),
    /// What does not, as far as is known.
    TooLong,
}

impl Pdf {
    /// Sets an article on the six panels.
    pub(super) fn fitted(
        &self,
        article: &Article,
        prepared: &Prepared,
    ) -> Result<(Composed, Vec<Diagnostic>)> {
        let measured = |setting| self.galley(article, prepared, setting, false);
        let normal = measured(Setting::NORMAL)?;
        let fill = normal.fill(normal.column().backs()[0]);
        let mut settings: Vec<Setting> = Vec::new();
        if fill < SPARSE {
            settings.extend(Setting::WIDER.iter().filter(|one| fill * one.extent() < TOLERANCE));
        }
        settings.push(Setting::NORMAL);
        if self.fit {
            settings.extend(Setting::CLOSER);
        }
        for setting in &settings {
            if fill * setting.extent() > TOLERANCE * 1.15 {
                continue;
            }
            let galley = if *setting == Setting::NORMAL { None } else { Some(measured(*setting)?) };
            let galley = galley.as_ref().unwrap_or(&normal);
            let aside = match galley.column().urgent() {
                Some(urgent) if !galley.column().back_holds(urgent) => {
                    Some(self.galley(article, prepared, *setting, true)?)
                }
                _ => None,
            };
            // To be set wider is not worth it where urgent help has no room on the back for that.
            let is_wider = Setting::WIDER.contains(setting);
            let plain = Some(galley).filter(|_| aside.is_none() || !is_wider);
            for galley in aside.iter().chain(plain) {
                if let Some((composed, mut found)) =
                    self.attempt(article, prepared, *setting, galley)?
                {
                    found.extend(told(*setting).map(|told| told.or_label(article.source.start())));
                    return Ok((composed, found));
                }
            }
        }
        let last = settings.last().copied().unwrap_or(Setting::NORMAL);
        Err(self.overflow(article, prepared, last)?)
    }

    fn galley(
        &self,
        article: &Article,
        prepared: &Prepared,
        setting: Setting,
        imprint_inside: bool,
    ) -> Result<Galley> {
        let arrangement = Arrangement {
            setting: Some(setting),
            imprint_inside,
            galley: true,
            back: Some(usize::MAX),
            ..Arrangement::plain()
        };
        let (galley, _) = self.work(article, prepared, &arrangement, |job, outline| {
            let composed = self.engine.compose(job)?;
            Ok(Galley::of(outline.nodes.clone(), &composed.sights(), imprint_inside))
        })?;
        Ok(galley)
    }

    /// Tries what the galley promises: first whole blocks and points of lists, evenly divided; then panels that are
    /// filled alike, wherever that parts the text; then panel after panel filled to its foot.
    fn attempt(
        &self,
        article: &Article,
        prepared: &Prepared,
        setting: Setting,
        galley: &Galley,
    ) -> Result<Option<(Composed, Vec<Diagnostic>)>> {
        let column = galley.column();
        let mut arrangements = Vec::new();
        let mut uneven = None;
        if let Some(division) = column.divided(INSIDE) {
            let leaves_a_line = column.leaves_a_line(&division);
            let divided = (division.turns, None, division.back);
            if leaves_a_line { uneven = Some(divided) } else { arrangements.push(divided) }
        }
        let backs = column.backs().into_iter().enumerate();
        let backs = backs.filter(|(at, back)| *at == 0 || galley.fill(*back) < TOLERANCE);
        for (_, back) in backs.take(4) {
            let part = galley.fill(back) * ROOM;
            let rooms = EVENLY.map(|more| part * more).into_iter();
            let rooms = rooms.filter(|room| (SHORTEST..ROOM).contains(room));
            // What is set wider fits as it is, or is not worth the trouble.
            let is_wider = Setting::WIDER.contains(&setting);
            let rooms = rooms.filter(|_| !is_wider).map(Some).chain([None]);
            arrangements.extend(rooms.map(|room| (Vec::new(), room, back)));
        }
        let is_short = galley.fill(column.backs()[0]) * ROOM < SHORTEST;
        arrangements.extend(uneven.filter(|_| is_short || !Setting::WIDER.contains(&setting)));
        if galley.imprint_inside {
            // It is there for the sake of urgent help.
            let urgent = column.urgent().filter(|urgent| column.back_holds(*urgent));
            arrangements.retain(|(.., back)| urgent.is_some_and(|urgent| *back <= urgent));
        }
        for (turns, room, back) in arrangements {
            let arrangement = Arrangement {
                setting: Some(setting),
                turns,
                room,
                imprint_inside: galley.imprint_inside,
                back: Some(back),
                ..Arrangement::plain()
            };
            let (attempt, found) = self.work(article, prepared, &arrangement, |job, _| {
                let composed = self.engine.compose(job)?;
                let fits = Panels::of(&composed.sights()).fit();
                Ok(if fits { Attempt::Fits(composed) } else { Attempt::TooLong })
            })?;
            if let Attempt::Fits(composed) = attempt {
                return Ok(Some((composed, found)));
            }
        }
        Ok(None)
    }

    /// Says what does not fit, how much of it, and where it begins.
    fn overflow(&self, article: &Article, prepared: &Prepared, setting: Setting) -> Result<Error> {
        let galley = self.galley(article, prepared, setting, false)?;
        let back = galley.column().backs()[0];
        let arrangement =
            Arrangement { setting: Some(setting), back: Some(back), ..Arrangement::plain() };
        let (told, _) = self.work(article, prepared, &arrangement, |job, outline| {
            let sights = self.engine.compose(job)?.sights();
            let excess = Panels::of(&sights).excess(&sights);
            Ok(excess.map(|excess| {
                let place = place(outline, &excess).or_else(|| self.place(article, &excess));
                (excess.message(setting), place)
            }))
        })?;
        let Some((message, origin)) = told else {
            let message = "the text is too short for a tri-fold: a panel would be blank";
            let found = Diagnostic::new(Code::TooShort, message).or_label(article.source.start());
            return Ok(found.help("choose the leaflet a5 or a4, or write more").into());
        };
        let mut found = Diagnostic::new(Code::TooLong, message);
        if let Some(origin) = origin {
            found = found.label(origin, "from here on it does not fit");
        }
        let others = Leaflet::ALL.iter().filter(|other| **other != Leaflet::TriFold);
        let others: Vec<&str> = others.map(|other| other.as_str()).collect();
        let others = others.join(", ");
        let help = if self.fit {
            format!("shorten it, or choose a leaflet that holds any length: {others}")
        } else {
            format!(
                "shorten it, let `--fit` set it closer, or choose a leaflet that holds any length: {others}"
            )
        };
        Ok(found.help(help).into())
    }
}

impl Pdf {
    /// Where something was written that stands on the cover or at the foot of the back, and so has no mark.
    fn place(&self, article: &Article, excess: &Excess<'_>) -> Option<Origin> {
        let practice = self.practice.as_deref();
        let mut sources: Vec<&Source> =
            practice.and_then(|one| one.source.source()).into_iter().collect();
        sources.extend(article.source.source());
        if excess.panel == 0 {
            sources.reverse();
        }
        let words = excess.words();
        // Less and less of its beginning, in case it is not written in one piece.
        (1..=words.len().min(SHOWN)).rev().find_map(|count| {
            let start = words[..count].join(" ").replace('\u{a0}', " ");
            let found = |source: &&Source| {
                let at = source.text().find(&start)?;
                Some(source.origin(at..at + start.len()))
            };
            sources.iter().find_map(found)
        })
    }
}

/// What was done to make a text fit.
fn told(setting: Setting) -> Option<Diagnostic> {
    if !Setting::CLOSER.contains(&setting) {
        return None;
    }
    let (from, to) = (Setting::NORMAL.size, setting.size);
    let message = if to < from {
        format!(
            "to fit the tri-fold, the text was set in {to} points instead of {from}, with less space"
        )
    } else {
        "to fit the tri-fold, the space between lines and between paragraphs was reduced".to_owned()
    };
    Some(Diagnostic::new(Code::SetCloser, message))
}

/// On which pages the parts begin and end, counted from 0.
#[derive(Debug)]
struct Panels {
    flow: usize,
    back: usize,
    end: usize,
}

impl Panels {
    fn of(sights: &[Sight]) -> Self {
        let page = |name: &str| page_of(sights, name).unwrap_or_default();
        Self { flow: page("flow"), back: page("back"), end: page("end") }
    }

    fn fit(&self) -> bool {
        self.flow == 1 && self.back == PANELS.len() - 1 && self.end == self.back
    }

    /// What is on pages that a tri-fold does not have.
    fn excess<'s>(&self, sights: &'s [Sight]) -> Option<Excess<'s>> {
        let (panel, pages) = if self.flow > 1 {
            (0, 1..self.flow)
        } else if self.back > PANELS.len() - 1 {
            (INSIDE, INSIDE + 1..self.back)
        } else if self.end > self.back {
            (PANELS.len() - 1, self.back + 1..self.end + 1)
        } else {
            return None;
        };
        let mut excess =
            Excess { panel, mark: None, before: 0, lines: 0, pictures: 0, text: Vec::new() };
        let mut line = None;
        let mut seen = BTreeSet::new();
        let mut is_repeated = false;
        for sight in sights {
            if let What::Mark(at) = sight.what {
                is_repeated = !seen.insert(at);
            }
            match &sight.what {
                // The head of a table that goes on.
                What::Mark(_) | What::Text(_) if is_repeated => {}
                What::Picture if pages.contains(&sight.page) => excess.pictures += 1,
                What::Mark(at) if excess.has_only_a_bullet() => {
                    (excess.mark, excess.before) = (Some(*at), 0);
                }
                // No line of the article stands there.
                What::Place(name) if name == "foot" && excess.is_empty() => {
                    (excess.mark, excess.before) = (None, 0);
                }
                What::Text(text) if pages.contains(&sight.page) => {
                    if line.is_none_or(|(page, y): (usize, f64)| {
                        page != sight.page || (y - sight.y).abs() > SAME_LINE
                    }) {
                        excess.lines += 1;
                        line = Some((sight.page, sight.y));
                    }
                    excess.text.push(text);
                }
                What::Text(text) if excess.is_empty() => {
                    excess.before += text.chars().filter(|c| !c.is_whitespace()).count();
                }
                _ => {}
            }
        }
        Some(excess)
    }
}

/// What does not fit.
struct Excess<'s> {
    /// The panel that is full, counted from 0.
    panel: usize,
    /// The line of text in which it begins.
    mark: Option<usize>,
    /// How many characters of that are on the panel still, without spaces.
    before: usize,
    lines: usize,
    pictures: usize,
    text: Vec<&'s str>,
}

impl Excess<'_> {
    fn is_empty(&self) -> bool {
        self.text.is_empty() && self.pictures == 0
    }

    /// Whether nothing but the bullet or number of a list has been met, which stand before its words.
    fn has_only_a_bullet(&self) -> bool {
        let characters = self.text.iter().map(|text| text.trim().chars().count());
        characters.sum::<usize>() <= BULLET && self.pictures == 0
    }

    fn words(&self) -> Vec<&str> {
        let words = self.text.iter().flat_map(|text| text.split_whitespace());
        words.filter(|word| word.contains(char::is_alphanumeric)).collect()
    }

    fn message(&self, setting: Setting) -> String {
        let name = [
            "the cover",
            "the flap",
            "inside, left",
            "inside, middle",
            "inside, right",
            "the back",
        ];
        let words = self.words();
        let plural =
            |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
        let text = format!("{} ({})", plural(self.lines, "line"), plural(words.len(), "word"));
        let pictures = plural(self.pictures, "picture");
        let amount = match (self.lines, self.pictures) {
            (_, 0) => text,
            (0, _) => pictures,
            _ => format!("{text} and {pictures}"),
        };
        let start = words.iter().take(SHOWN).copied().collect::<Vec<_>>().join(" ");
        let start =
            if words.is_empty() { "a picture".into() } else { format!("“{start} …”") };
        let even = if Setting::CLOSER.contains(&setting) { "even at 12 points, " } else { "" };
        format!(
            "{even}the text is {amount} too long for a tri-fold: panel {} ({}) is full before {start}",
            self.panel + 1,
            name.get(self.panel).unwrap_or(&""),
        )
    }
}

/// Where the text begins in its source that does not fit.
fn place(outline: &Outline<'_>, excess: &Excess<'_>) -> Option<Origin> {
    let found = match outline.marks.get(excess.mark?)? {
        Marked::Thing(origin) => Some(*origin),
        Marked::Words(inlines) => {
            let (mut before, mut last) = (excess.before, None);
            find(inlines, &mut before, &mut last).or(last)
        }
    };
    found.filter(|origin| !origin.is_unknown())
}

/// The text in which so many characters have been read.
fn find(inlines: &[Inline], before: &mut usize, last: &mut Option<Origin>) -> Option<Origin> {
    for inline in inlines {
        if let Inline::Image { origin, .. } = inline {
            *last = last.or(Some(*origin));
        }
        if let Inline::Text { text, origin } | Inline::Code { text, origin } = inline {
            *last = Some(*origin);
            let visible = text.char_indices().filter(|(_, c)| !c.is_whitespace());
            let count = visible.clone().count();
            if *before < count {
                let at = visible.clone().nth(*before).map_or(0, |(at, _)| at);
                // A text without escapes is as long as its source.
                let exact = origin.range().len() == text.len();
                let start = origin.range().start + if exact { at } else { 0 };
                return Some(origin.with_range(start..origin.range().end));
            }
            *before -= count;
        } else if let Some(found) = find(inline.content(), before, last) {
            return Some(found);
        }
    }
    None
}
