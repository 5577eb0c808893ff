//! An order of the states of a graph.

/// States, those that others lead to before them as far as there are no circles.
pub(super) struct StateOrder {
    pub states: Vec<u32>,
    pub has_cycles: bool,
}

/// The order of all states of a graph, and the place of each in it.
pub(super) struct WholeOrder {
    pub order: StateOrder,
    pub places: Vec<u32>,
}
