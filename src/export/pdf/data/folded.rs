//! The blocks of a folded leaflet, divided over its panels.

use super::super::arrangement::{Arrangement, Setting};
use super::make::Maker;
use super::nodes::Block;
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
    #[serde(skip_serializing_if = "Option::is_none")]
    setting: Option<Setting>,
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
        let (urgent, others): (Vec<Block>, Vec<Block>) =
            lead.into_iter().chain(body).partition(|block| is_urgent(block) && !stays);
        let nodes = others.iter().chain(&urgent).map(node).collect();
        let back = arrangement.back.unwrap_or(others.len());
        let mut flow = vec![Vec::new()];
        let mut on_back = Vec::new();
        for (at, block) in others.into_iter().chain(urgent).enumerate() {
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
            setting: arrangement.setting,
            cover: arrangement.cover,
            first_page: arrangement.first_page,
        };
        (folded, nodes)
    }
}

const fn is_urgent(block: &Block) -> bool {
    matches!(block, Block::Box { look, wide: true, .. } if matches!(look.as_bytes(), b"urgent-help"))
}

fn node(block: &Block) -> Node {
    let (opens, inner) = match block {
        Block::Heading { level, .. } => (true, *level > 1),
        Block::Together { content, .. } => match content.first() {
            Some(Block::Heading { level, .. }) => (true, *level > 1),
            _ => (false, false),
        },
        Block::Box { .. } | Block::Vignette { .. } | Block::Caption { .. } => (true, true),
        _ => (false, false),
    };
    let leads = matches!(
        block,
        Block::Heading { .. } | Block::Caption { .. } | Block::Paragraph { announces: true, .. }
    );
    Node { opens, inner: inner && !is_urgent(block), leads, urgent: is_urgent(block) }
}
