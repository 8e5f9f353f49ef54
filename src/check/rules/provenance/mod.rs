//! Rules about when an article was written, by whom, and on what it rests.

mod missing;

pub(super) use missing::Missing;
