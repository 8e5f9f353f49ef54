//! Rules about when an article was written, by whom, and on what it rests.

pub(super) mod dates;
mod missing;
mod order;
mod overdue;

pub(super) use missing::Missing;
pub(super) use order::DateOrder;
pub(super) use overdue::ReviewOverdue;

const CONTENT_STANDARD: &str = "NHS England, Standard for creating health content";
