//! What a curve is told: single numbers and numbered lists of them.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Curve, ProfileRefusal};
use crate::Share;

/// Named parameters of a curve, in the order of their names. The entries of a list `s` are `s001`, `s002` and so on.
pub type Parameters = BTreeMap<String, Share>;

/// How often a parameter is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Always once.
    One,
    /// Once or not at all; it is left out where it is what it usually is, so that equal curves are written alike.
    Optional,
    /// As a list without gaps, each entry under the key and a number of three digits from 001.
    List {
        /// How many entries there may be, at most 999.
        most: usize,
        /// The entries of the list when nobody says, as decimal text. A list that is usually empty may be left out.
        usual: &'static [&'static str],
    },
}

/// What dragging a handle of the curve along the time axis sets. The axis runs from 0 to 1 over the span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handle {
    /// The parameter is the time under the handle.
    At,
    /// The parameter is one less the time under the handle.
    FromEnd,
}

/// One parameter that a curve takes.
#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    /// Its name in files: `u`. Of a list, what its entries begin with.
    pub key: &'static str,
    /// The least value, as decimal text.
    pub least: &'static str,
    /// The greatest value, as decimal text.
    pub greatest: &'static str,
    /// What it is when nobody says, as decimal text. Of a list, what a new entry is.
    pub usual: &'static str,
    /// How often it is given.
    pub kind: Kind,
    /// Whether it counts something and takes whole numbers only.
    pub whole: bool,
    /// Whether it may have eighteen places and not only twelve.
    pub fine: bool,
    /// What dragging it on the time axis means; nothing for a number that is no time.
    pub handle: Option<Handle>,
}

impl Parameter {
    /// A number that is always given.
    pub(super) const fn one(
        key: &'static str,
        least: &'static str,
        greatest: &'static str,
        usual: &'static str,
    ) -> Self {
        Self { key, least, greatest, usual, kind: Kind::One, whole: false, fine: false, handle: None }
    }

    /// A list of shares of at most `most` entries.
    pub(super) const fn shares(key: &'static str, most: usize, usual: &'static [&'static str]) -> Self {
        let one = Self::one(key, "0", "1", "0");
        Self { kind: Kind::List { most, usual }, ..one }
    }

    /// The same, left out where it is as usual.
    pub(super) const fn optional(self) -> Self {
        Self { kind: Kind::Optional, ..self }
    }

    /// The same in whole numbers.
    pub(super) const fn whole(self) -> Self {
        Self { whole: true, ..self }
    }

    /// The same with up to eighteen places.
    pub(super) const fn fine(self) -> Self {
        Self { fine: true, ..self }
    }

    /// The same with a handle on the time axis.
    pub(super) const fn dragged(self, handle: Handle) -> Self {
        Self { handle: Some(handle), ..self }
    }

    /// The name under which entry `number`, counted from one, is given; the key itself of what is no list.
    #[must_use]
    pub fn name(&self, number: usize) -> String {
        match self.kind {
            Kind::One | Kind::Optional => self.key.to_owned(),
            Kind::List { .. } => format!("{}{number:03}", self.key),
        }
    }

    /// Whether this is the parameter that `name` gives.
    #[must_use]
    pub fn takes(&self, name: &str) -> bool {
        match self.kind {
            Kind::One | Kind::Optional => name == self.key,
            Kind::List { .. } => name.strip_prefix(self.key).is_some_and(is_number),
        }
    }

    /// What it is when nobody says.
    fn usual_values(&self) -> Vec<(String, Share)> {
        match self.kind {
            Kind::One => vec![(self.name(1), bound(self.usual))],
            Kind::Optional => Vec::new(),
            Kind::List { usual, .. } => {
                usual.iter().zip(1..).map(|(value, number)| (self.name(number), bound(value))).collect()
            }
        }
    }
}

/// Three digits that count from 001; more of them only where three are not enough.
fn is_number(digits: &str) -> bool {
    let counts = digits.bytes().all(|byte| byte.is_ascii_digit()) && digits.bytes().any(|byte| byte != b'0');
    counts && (digits.len() == 3 || (digits.len() > 3 && !digits.starts_with('0')))
}

impl Curve {
    /// The parameters that make a valid profile of this curve when nobody says anything.
    #[must_use]
    pub fn usual(&self) -> Parameters {
        self.parameters.iter().flat_map(Parameter::usual_values).collect()
    }
}

/// What every curve takes: when it begins and how long it lasts, in terms of the row's own span.
pub static TIMING: [Parameter; 2] = [DELAY, STRETCH];
/// Whole periods by which everything comes later.
const DELAY: Parameter = Parameter::one("delay", "0", "400", "0").optional().whole();
/// How many times its own span the payment takes.
const STRETCH: Parameter = Parameter::one("stretch", "0.05", "20", "1").optional();

/// The parameters as they are kept, where each is one that `curve` takes, is in its range, and none is missing.
pub(super) fn checked(curve: &Curve, mut given: Parameters) -> Result<Parameters, ProfileRefusal> {
    let profile = curve.key;
    let known = || curve.parameters.iter().chain(&TIMING);
    if let Some(name) = given.keys().find(|name| !known().any(|parameter| parameter.takes(name))) {
        return Err(ProfileRefusal::UnknownParameter { profile, parameter: name.clone() });
    }
    for parameter in known() {
        check_count(profile, parameter, &given)?;
        for (name, value) in given.iter().filter(|(name, _)| parameter.takes(name)) {
            check_value(profile, parameter, name, *value)?;
        }
        if parameter.kind == Kind::Optional && given.get(parameter.key) == Some(&bound(parameter.usual)) {
            given.remove(parameter.key);
        }
    }
    Ok(given)
}

fn check_count(profile: &'static str, parameter: &Parameter, given: &Parameters) -> Result<(), ProfileRefusal> {
    let count = given.keys().filter(|name| parameter.takes(name)).count();
    let wanted = match parameter.kind {
        Kind::One => 1,
        Kind::Optional => return Ok(()),
        Kind::List { most, .. } if count > most => {
            return Err(ProfileRefusal::TooMany { profile, parameter: parameter.key, count, most });
        }
        Kind::List { usual, .. } if count == 0 && !usual.is_empty() => {
            return Err(ProfileRefusal::EmptyList { profile, parameter: parameter.key });
        }
        Kind::List { .. } => count,
    };
    let missing = (1..=wanted).map(|number| parameter.name(number)).find(|name| !given.contains_key(name));
    missing.map_or(Ok(()), |parameter| Err(ProfileRefusal::MissingParameter { profile, parameter }))
}

fn check_value(profile: &'static str, known: &Parameter, name: &str, value: Share) -> Result<(), ProfileRefusal> {
    let parameter = name.to_owned();
    let Parameter { least, greatest, .. } = *known;
    if matches!(known.kind, Kind::List { .. }) && value < Share::ZERO {
        return Err(ProfileRefusal::NegativeShare { profile, parameter, value });
    }
    if value.is_fine() && !known.fine {
        return Err(ProfileRefusal::TooFine { profile, parameter, value });
    }
    if value < bound(least) || value > bound(greatest) {
        return Err(ProfileRefusal::OutOfRange { profile, parameter, value, least, greatest });
    }
    if known.whole && !value.decimal().fract().is_zero() {
        return Err(ProfileRefusal::NotWhole { profile, parameter, value });
    }
    Ok(())
}

/// A bound of a parameter. The lists of parameters hold only decimal text.
pub(super) fn bound(text: &'static str) -> Share {
    text.parse().unwrap_or_else(|_| unreachable!("{text} is a decimal"))
}

/// The value of a single parameter that [`checked`] has made sure of, or what it usually is.
pub(super) fn value(parameters: &Parameters, known: &Parameter) -> Decimal {
    parameters.get(known.key).copied().unwrap_or_else(|| bound(known.usual)).decimal()
}

/// The value of a parameter that counts something.
pub(super) fn count(parameters: &Parameters, known: &Parameter) -> u16 {
    u16::try_from(value(parameters, known)).unwrap_or(u16::MAX)
}

/// The entries of a list, in their order. The names have three digits each, so they are sorted already.
pub(super) fn list(parameters: &Parameters, known: &Parameter) -> Vec<Decimal> {
    let entries = parameters.iter().filter(|(name, _)| known.takes(name));
    entries.map(|(_, share)| share.decimal()).collect()
}

/// Whether the shares of a list add to exactly one.
pub(super) fn add_to_one(
    profile: &'static str,
    known: &Parameter,
    parameters: &Parameters,
) -> Result<(), ProfileRefusal> {
    let sum: Decimal = list(parameters, known).iter().sum();
    if sum == Decimal::ONE {
        return Ok(());
    }
    let off = Share::fine(sum - Decimal::ONE);
    Err(ProfileRefusal::SharesDoNotAdd { profile, parameter: known.key, sum: Share::fine(sum), off })
}

/// The delay of these parameters, in whole periods.
pub(super) fn delay(parameters: &Parameters) -> u16 {
    count(parameters, &DELAY)
}

/// The stretch of these parameters.
pub(super) fn stretch(parameters: &Parameters) -> Share {
    parameters.get(STRETCH.key).copied().unwrap_or(Share::ONE)
}
