//! An order of the states of a graph.

/// States, those that others lead to before them as far as there are no circles.
pub(super) struct StateOrder {
    pub states: Vec<u32>,
    pub has_cycles: bool,
}
