//! Where the identities of new rows come from.

use std::sync::atomic::{AtomicU64, Ordering};

use model::Id;

/// Draws identities: at random, or in a fixed sequence for reproducible runs.
#[derive(Debug)]
pub struct Ids {
    seed: Option<u64>,
    drawn: AtomicU64,
}

impl Ids {
    /// Random identities, or those that follow from `seed`.
    #[must_use]
    pub const fn new(seed: Option<u64>) -> Self {
        Self { seed, drawn: AtomicU64::new(0) }
    }

    /// The next identity for a row of a plan in this `revision`. With a seed it follows from seed, revision and count, so
    /// that a second run on the same plan does not draw what the first one drew.
    #[must_use]
    pub fn next(&self, revision: u64) -> Id {
        let count = self.drawn.fetch_add(1, Ordering::Relaxed);
        let Some(seed) = self.seed else { return Self::random() };
        let start = mixed(seed ^ mixed(revision));
        let (high, low) = (mixed(start ^ mixed(count)), mixed(start.wrapping_add(count)));
        Id::from_bits(u128::from(high) << 64 | u128::from(low))
    }

    /// 128 bits from the system's generator.
    #[must_use]
    pub fn random() -> Id {
        let mut bytes = [0_u8; 16];
        match getrandom::fill(&mut bytes) {
            Ok(()) => Id::from_bits(u128::from_le_bytes(bytes)),
            // A system without a random generator cannot run the program at all.
            Err(error) => unreachable!("the system gives no random bits: {error}"),
        }
    }
}

/// Vigna's SplitMix64: every bit of the result depends on every bit of the number.
const fn mixed(number: u64) -> u64 {
    let mut bits = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}
