//! The blocks of a folded leaflet, divided over its panels.

use super::super::arrangement::Arrangement;
use super::is_false;
use super::make::Maker;
use super::nodes::{Block, Point};
use crate::export::pdf::leaflet;
use serde::Serialize;

/// What only folded leaflets have.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Folded {
    /// Each begins a panel; blocks have their numbers, to be found again on paper.
    flow: Vec<Vec<(usize, Block)>>,
    /// Over the foot of the back.
    back: Vec<(usize, Block)>,
    /// Whether pages are endless, to be measured.
    galley: bool,
    /// Whether pages are panels, which have no running heads.
    #[serde(skip_serializing_if = "Option::is_none")]
    panels: Option<bool>,
    /// How high the text on a panel may be, in points, where that is less than its height.
    #[serde(skip_serializing_if = "Option::is_none")]
    room: Option<f64>,
    /// Whether registers, complaints and dates are in the flow.
    #[serde(skip_serializing_if = "is_false")]
    imprint_inside: bool,
    /// Whether the title has a page of its own.
    cover: bool,
    first_page: usize,
}

/// What has to be known of a block to find a place for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is so or not, and any with any other")]
pub(in super::super) struct Node {
    /// Whether something new begins with it.
    pub(in super::super) opens: bool,
    /// Whether it does so within a section.
    pub(in super::super) inner: bool,
    /// Whether it must not be parted from what follows.
    pub(in super::super) leads: bool,
    pub(in super::super) urgent: bool,
}

impl Maker<'_> {
    /// Puts blocks on their panels. Urgent help comes last, so that it is on the back, where it is found soonest.
    pub(super) fn folded(
        &self,
        arrangement: &Arrangement,
        lead: Vec<Block>,
        body: Vec<Block>,
    ) -> (Folded, Vec<Node>) {
        let is_tri_fold = self.material.leaflet == leaflet::Leaflet::TriFold;
        // Of a booklet it is known that the back has no room; then all stays where its author put it.
        let stays = !is_tri_fold && arrangement.back == Some(usize::MAX);
        let (urgent, mut others): (Vec<Block>, Vec<Block>) =
            lead.into_iter().chain(body).partition(|block| is_urgent(block) && !stays);
        others.extend(arrangement.imprint_inside.then_some(Block::Imprint));
        let mut nodes = Vec::new();
        for block in others.iter().chain(&urgent) {
            nodes.push(node(block));
            let more = if is_tri_fold { points(block).saturating_sub(1) } else { 0 };
            nodes.extend(std::iter::repeat_n(POINT, more));
        }
        let others_end = nodes.len() - urgent.len();
        let back = arrangement.back.unwrap_or(others_end);
        let begins = Begins { turns: &arrangement.turns, back };
        let mut numbered = Vec::with_capacity(nodes.len());
        for block in others.into_iter().chain(urgent) {
            if is_tri_fold {
                divide(block, &begins, &mut numbered);
            } else {
                numbered.push((numbered.len(), block));
            }
        }
        let mut flow = vec![Vec::new()];
        let mut on_back = Vec::new();
        for (at, block) in numbered {
            if at >= back {
                on_back.push((at, block));
                continue;
            }
            if arrangement.turns.contains(&at) {
                flow.push(Vec::new());
            }
            if let Some(panel) = flow.last_mut() {
                panel.push((at, block));
            }
        }
        let folded = Folded {
            flow,
            back: on_back,
            galley: arrangement.galley,
            panels: is_tri_fold.then_some(true),
            room: arrangement.room,
            imprint_inside: arrangement.imprint_inside,
            cover: arrangement.cover,
            first_page: arrangement.first_page,
        };
        (folded, nodes)
    }
}

const fn is_urgent(block: &Block) -> bool {
    matches!(block, Block::Box { look, wide: true, .. } if matches!(look.as_bytes(), b"urgent-help"))
}

/// A point of a list after the first.
const POINT: Node = Node { opens: false, inner: false, leads: false, urgent: false };

/// How many points a block has between which a panel may end.
const fn points(block: &Block) -> usize {
    match block {
        Block::List { items, .. } => items.len(),
        Block::Readings { entries, .. } => entries.len(),
        _ => 1,
    }
}

/// Where panels begin, as numbers of blocks.
struct Begins<'a> {
    turns: &'a [usize],
    back: usize,
}

/// Gives a block its number, which is that behind the last one, and each further point of a list one of its own. A list
/// that goes on on the next panel stays one list, but for what is on the back, which is a page of another kind.
fn divide(block: Block, begins: &Begins<'_>, out: &mut Vec<(usize, Block)>) {
    let first = out.last().map_or(0, |(at, block)| at + points(block).max(1));
    let moved = |start: Option<u32>, at: usize| {
        let by = u32::try_from(at - first).unwrap_or(u32::MAX);
        start.map(|start| start.saturating_add(by))
    };
    match block {
        Block::List { start, tight, outer, deep, items } => {
            let parts = parted(items, first, begins);
            out.extend(parts.into_iter().map(|(at, items)| {
                (at, Block::List { start: moved(start, at), tight, outer, deep, items })
            }));
        }
        Block::Readings { start, entries } => {
            let parts = parted(entries, first, begins);
            out.extend(
                parts.into_iter().map(|(at, entries)| {
                    (at, Block::Readings { start: moved(start, at), entries })
                }),
            );
        }
        block => out.push((first, block)),
    }
}

/// Points inside, and points on the back, each with the number of the first of them. The others carry their own.
fn parted<T: Point>(points: Vec<T>, first: usize, begins: &Begins<'_>) -> Vec<(usize, Vec<T>)> {
    let mut parts: Vec<(usize, Vec<T>)> = Vec::new();
    for (at, mut point) in points.into_iter().enumerate() {
        let at = first + at;
        match parts.last_mut() {
            Some((_, part)) if at != begins.back => {
                if let Some(before) = part.last_mut().filter(|_| begins.turns.contains(&at)) {
                    before.end_page();
                }
                point.number(at);
                part.push(point);
            }
            _ => parts.push((at, vec![point])),
        }
    }
    parts
}

fn node(block: &Block) -> Node {
    let (opens, inner) = match block {
        Block::Heading { level, .. } => (true, *level > 1),
        Block::Together { content, .. } => match content.first() {
            Some(Block::Heading { level, .. }) => (true, *level > 1),
            _ => (false, false),
        },
        Block::Box { .. } | Block::Vignette { .. } | Block::Caption { .. } | Block::Imprint => {
            (true, true)
        }
        _ => (false, false),
    };
    let leads = matches!(
        block,
        Block::Heading { .. } | Block::Caption { .. } | Block::Paragraph { announces: true, .. }
    );
    Node { opens, inner: inner && !is_urgent(block), leads, urgent: is_urgent(block) }
}
