//! How the kinds of money are named and coloured, the same in every chart.

use crate::palette::{Colour, Palette};
use crate::subject::Funding;
use crate::words::Words;

/// One kind of money: a funding, inside or outside the booster.
pub(crate) type Kind = (Funding, bool);

/// Its colour by role.
pub(crate) fn colour(funding: Funding, palette: &Palette) -> Colour {
    match funding {
        Funding::Grants => palette.grants,
        Funding::Loans => palette.loans,
        Funding::OtherPublic => palette.other_public,
        Funding::Private => palette.private,
    }
}

/// Its name in the reader's language.
pub(crate) fn name(funding: Funding, words: &dyn Words) -> String {
    let id = match funding {
        Funding::Grants => "chart-grants",
        Funding::Loans => "chart-loans",
        Funding::OtherPublic => "chart-other-public",
        Funding::Private => "chart-private",
    };
    words.say(id, &[])
}

/// The kind's name: the funding's, marked where it is in the booster.
pub(crate) fn kind_name((funding, booster): Kind, words: &dyn Words) -> String {
    let name = name(funding, words);
    if booster { words.say("chart-in-booster", &[("name", &name)]) } else { name }
}

/// The kind's name that does not change with the language.
pub(crate) const fn key((funding, booster): Kind) -> &'static str {
    match (funding, booster) {
        (_, false) => funding.key(),
        (Funding::Grants, true) => "grants_booster",
        (Funding::Loans, true) => "loans_booster",
        (Funding::OtherPublic, true) => "other_public_booster",
        (Funding::Private, true) => "private_booster",
    }
}
