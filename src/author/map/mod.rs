//! A scenario as a map: its scenes and endings, the choices that lead from one to another, what of it play reaches, and
//! where the best play goes. It draws nothing; [`crate::report::map`] does.

mod edge_key;
mod traffic;
mod visitor;
mod scenario_map;

pub use scenario_map::{EdgeChoice, MapEdge, MapNode, ScenarioMap};
pub use traffic::Traffic;
