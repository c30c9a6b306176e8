//! Journeys in the real window: the built program under a display of its own, driven through WebDriver. The figures that
//! stand on the screen are compared with what the command line program says about the same plan.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod accessible;
mod allocate;
mod amounts;
mod booster;
mod desk;
mod driver;
mod journeys;
mod programs;
mod scenarios;
mod screen;
mod window;
