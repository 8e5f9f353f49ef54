//! Where one panel ends and the next begins.

use super::data::Node;

/// A panel with fewer points of text and space than this looks like an accident.
const LEAST: f64 = 72.0;
/// A foot that is higher may have the back for itself.
const FOOT: f64 = 60.0;
/// A panel must not begin there unless nothing else is possible.
const NEVER: f64 = 1e6;

/// What is to be divided: blocks one under the other, and the room that there is.
pub(super) struct Column<'a> {
    pub(super) nodes: &'a [Node],
    /// Where each block begins, and at last where all of it ends; in points.
    pub(super) starts: &'a [f64],
    /// How high the panels inside are.
    pub(super) room: f64,
    /// What the foot of the back takes of its panel.
    pub(super) foot: f64,
}

/// The first blocks of the panels behind the first one, and of the back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Division {
    pub(super) turns: Vec<usize>,
    pub(super) back: usize,
}

impl Column<'_> {
    fn high(&self, from: usize, to: usize) -> f64 {
        match (self.starts.get(from), self.starts.get(to)) {
            (Some(start), Some(end)) if from < to => end - start,
            _ => 0.0,
        }
    }

    /// The division between whole blocks that fills `inside` panels and the back most evenly, if there
    /// is one.
    pub(super) fn divided(&self, inside: usize) -> Option<Division> {
        let count = self.nodes.len();
        // For each number of blocks on the panels so far: what it costs, and where the last one began.
        let mut costs = vec![None; count + 1];
        costs[0] = Some(0.0);
        let mut begins: Vec<Vec<usize>> = Vec::with_capacity(inside + 1);
        for panel in 0..=inside {
            let is_back = panel == inside;
            let mut next: Vec<Option<f64>> = vec![None; count + 1];
            let mut from = vec![0; count + 1];
            for (start, before) in costs.iter().enumerate() {
                let Some(before) = before else { continue };
                for end in start..=count {
                    // With more blocks it is higher still.
                    let Some(cost) = self.cost(start, end, is_back) else { break };
                    let cost = before + cost;
                    if next[end].is_none_or(|known| cost < known) {
                        next[end] = Some(cost);
                        from[end] = start;
                    }
                }
            }
            costs = next;
            begins.push(from);
        }
        costs[count].filter(|cost| *cost < NEVER)?;
        let mut end = count;
        let mut starts: Vec<usize> = begins
            .iter()
            .rev()
            .map(|from| {
                end = from[end];
                end
            })
            .collect();
        starts.reverse();
        let back = starts.pop().unwrap_or(count);
        Some(Division { turns: starts.split_off(1), back })
    }

    /// Whether a panel inside has next to nothing on it.
    pub(super) fn leaves_a_line(&self, division: &Division) -> bool {
        let begins = std::iter::once(&0).chain(&division.turns);
        let ends = division.turns.iter().chain([&division.back]);
        begins.zip(ends).any(|(start, end)| {
            let opens = self.nodes.get(*start).is_some_and(|node| node.opens);
            !opens && self.high(*start, *end) < LEAST
        })
    }

    /// What a panel with these blocks costs; none where they do not fit.
    fn cost(&self, start: usize, end: usize, is_back: bool) -> Option<f64> {
        let high = self.high(start, end);
        let (room, other) =
            if is_back { (self.room - self.foot, self.foot) } else { (self.room, 0.0) };
        if high > room {
            return None;
        }
        let full = (high + other) / self.room;
        // Squares are least where all panels are as full as each other.
        let mut cost = full * full;
        if start == end {
            // A back may hold the foot alone.
            cost += if is_back && self.foot > FOOT { 0.0 } else { NEVER };
        } else {
            cost += match self.nodes[start].opens {
                _ if high >= LEAST => 0.0,
                // A heading with a line is a little more than a line.
                true => 0.3,
                false => 0.5,
            };
            cost += self.turn(start);
            // The story is told inside; what is on the back is about something else.
            let is_told = self.nodes[start..end].iter().any(|node| node.urgent);
            cost += match (is_back, self.nodes[start].urgent) {
                (true, false) => 0.25,
                // Urgent help is found soonest on the back.
                (false, _) if is_told => 0.15,
                _ => 0.0,
            };
        }
        Some(cost)
    }

    /// What it costs to begin a panel with this block.
    fn turn(&self, at: usize) -> f64 {
        if at == 0 {
            return 0.0;
        }
        if self.nodes[at - 1].leads {
            return NEVER;
        }
        match self.nodes[at] {
            Node { opens: true, inner: false, .. } => 0.0,
            Node { opens: true, .. } => 0.03,
            _ => 0.1,
        }
    }

    /// The first block of urgent help.
    pub(super) fn urgent(&self) -> Option<usize> {
        self.nodes.iter().position(|node| node.urgent)
    }

    /// Whether the back has room for all from this block on.
    pub(super) fn back_holds(&self, at: usize) -> bool {
        self.high(at, self.nodes.len()) <= self.room - self.foot
    }

    /// Where the back may begin, if the panels inside are filled one after the other: what it holds has
    /// to fit over the foot. The best first.
    pub(super) fn backs(&self) -> Vec<usize> {
        let count = self.nodes.len();
        let urgent = self.urgent();
        let opening = (0..count).rev().filter(|at| {
            *at > 0 && self.nodes[*at].opens && !self.nodes[*at].inner && !self.nodes[*at - 1].leads
        });
        let fits = |at: &usize| self.back_holds(*at);
        let mut backs: Vec<usize> = urgent.filter(|at| *at > 0 && fits(at)).into_iter().collect();
        // A back without a foot must not stay empty, so something is put there where it can be.
        let may_be_empty = self.foot > FOOT;
        if backs.is_empty() && may_be_empty {
            backs.push(count);
        }
        for at in opening.filter(fits) {
            if !backs.contains(&at) {
                backs.push(at);
            }
        }
        if !backs.contains(&count) {
            backs.push(count);
        }
        backs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECTION: Node = Node { opens: true, inner: false, leads: true, urgent: false };
    const TEXT: Node = Node { opens: false, inner: false, leads: false, urgent: false };
    const URGENT: Node = Node { opens: true, inner: false, leads: false, urgent: true };

    fn divided(parts: &[(Node, f64)], room: f64, foot: f64) -> Option<Division> {
        let nodes: Vec<Node> = parts.iter().map(|part| part.0).collect();
        let mut starts = vec![0.0];
        for (_, high) in parts {
            starts.push(starts[starts.len() - 1] + high);
        }
        Column { nodes: &nodes, starts: &starts, room, foot }.divided(4)
    }

    #[test]
    fn sections_begin_panels_and_urgent_help_is_on_the_back() {
        let parts: Vec<_> = (0..4)
            .flat_map(|_| [(SECTION, 30.0), (TEXT, 100.0), (TEXT, 100.0)])
            .chain([(URGENT, 150.0)])
            .collect();
        let division = divided(&parts, 500.0, 300.0);
        assert_eq!(division, Some(Division { turns: vec![3, 6, 9], back: 12 }));
    }

    #[test]
    fn a_heading_is_not_left_at_the_foot() {
        let parts = [(TEXT, 100.0), (SECTION, 30.0), (TEXT, 100.0), (TEXT, 100.0), (TEXT, 100.0)];
        let division = divided(&parts, 140.0, 100.0).unwrap();
        assert!(!division.turns.contains(&2), "{division:?}");
    }

    #[test]
    fn too_much_for_whole_blocks_cannot_be_divided() {
        assert_eq!(
            divided(
                &[(TEXT, 400.0), (TEXT, 400.0), (TEXT, 400.0), (TEXT, 400.0), (TEXT, 400.0)],
                500.0,
                300.0
            ),
            None
        );
    }
}
