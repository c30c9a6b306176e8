//! The journeys.
