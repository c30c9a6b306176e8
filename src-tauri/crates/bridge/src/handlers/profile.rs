//! What a profile makes of an amount: the shares paid by the end of each period, and the money.

use std::collections::BTreeMap;

use model::{Decimal, Money, Parameters, Profile, ProfileRefusal, Refusal, SHARE_UNITS, Share, Total, outlays, spread};

use crate::handlers::edit::parameter;
use crate::handlers::row;
use crate::wire::{Amount, ParameterText, ProfileReply, ProfileRequest};
use crate::{Problem, ProblemKind, Words};

/// The most periods: a century of quarters.
const MOST_PERIODS: u32 = 400;
/// The profile whose payments are told by the year they were committed in.
const OUTLAY_RATES: &str = "outlay_rates";

/// Tries a profile on an amount.
///
/// # Errors
/// Where it is no profile, the amount is none, or there are no periods or too many.
pub(crate) fn profile(words: Words, request: ProfileRequest) -> Result<ProfileReply, Problem> {
    let ProfileRequest { profile, parameters, total, periods } = request;
    if !(1..=MOST_PERIODS).contains(&periods) {
        return Err(Problem::usage("periods-out-of-range").with("periods", periods).with("most", MOST_PERIODS));
    }
    let total: Money = total.parse()?;
    if total < Money::ZERO {
        return Err(Refusal::NegativeAmount(total).into());
    }
    let profile = Profile::new(&profile, flat(&profile, parameters)?).map_err(of_command_line)?;
    let shares = profile.cumulative(periods);
    let key = profile.key();
    Ok(ProfileReply {
        label: words.label("profile", key),
        sentence: words.label("profile", &format!("{key}-sentence")),
        source: words.label("profile", &format!("{key}-source")),
        cumulative: shares.iter().map(|units| twelve_places(*units)).collect(),
        amounts: profile.spread(total, periods).into_iter().map(|amount| Amount(Total::from(amount))).collect(),
        vintages: vintages(&profile, total),
        curve: row::curve_of(&profile, periods),
    })
}

/// A profile or parameter that does not exist is a mistake in how we were called, whatever the plan says.
fn of_command_line(refusal: ProfileRefusal) -> Problem {
    let unknown = matches!(refusal, ProfileRefusal::Unknown(_) | ProfileRefusal::UnknownParameter { .. });
    let problem = Problem::from(refusal);
    if unknown { Problem { kind: ProblemKind::Usage, ..problem } } else { problem }
}

/// A share in units of 10⁻¹² with all its places.
fn twelve_places(units: i64) -> String {
    format!("{}.{:012}", units / SHARE_UNITS, units % SHARE_UNITS)
}

/// Of each year's commitment what is paid in each year; nothing for profiles without outlay rates.
fn vintages(profile: &Profile, total: Money) -> Vec<Vec<Amount>> {
    let list = |key: &str| -> Vec<Share> {
        let known = profile.curve().parameters.iter().find(|known| known.key == key);
        let takes = |name: &str| known.is_some_and(|known| known.takes(name));
        profile.parameters().iter().filter(|(name, _)| takes(name)).map(|(_, share)| *share).collect()
    };
    let rates = list("r");
    if profile.key() != OUTLAY_RATES || rates.is_empty() {
        return Vec::new();
    }
    let stated = list("c");
    let years = profile.parameters().get("years").map_or(1, |years| u32::try_from(years.decimal()).unwrap_or(1));
    let reached = if stated.is_empty() { Profile::uniform().cumulative(years) } else { running(&stated) };
    let commitments: Vec<Money> = spread(total, &reached).collect();
    let lines = outlays(&commitments, &rates).into_iter();
    lines.map(|line| line.into_iter().map(|amount| Amount(Total::from(amount))).collect()).collect()
}

/// The sums up to each of some shares that add to one, in units of 10⁻¹².
fn running(shares: &[Share]) -> Vec<i64> {
    let units = |share: &Share| i64::try_from(share.decimal() * Decimal::from(SHARE_UNITS)).unwrap_or(0);
    let mut reached = 0;
    shares
        .iter()
        .map(|share| {
            reached = (reached + units(share)).min(SHARE_UNITS);
            reached
        })
        .collect()
}

/// The lists that parameters may be given as, and what their entries begin with.
const LISTS: [(&str, &str); 3] = [("shares", "s"), ("rates", "r"), ("commitments", "c")];

/// What a list of points is given as.
const POINTS: &str = "points";

/// Parameters one by one: the entries of a list have its letter and a number, `s001`; points are a list of times and one
/// of shares.
fn flat(profile: &str, parameters: BTreeMap<String, ParameterText>) -> Result<Parameters, Problem> {
    let mut flat = Parameters::new();
    let mut put = |name: String, text: &str| -> Result<(), Problem> {
        let share = parameter(&name, text)?;
        if flat.insert(name.clone(), share).is_some() {
            return Err(Problem::usage("repeated-option").with("option", "parameter").with("wanted", name));
        }
        Ok(())
    };
    for (name, value) in parameters {
        match value {
            ParameterText::One(text) => put(name, &text)?,
            ParameterText::Many(list) => {
                let begins = LISTS.iter().find(|(known, _)| *known == name).map_or(name.as_str(), |(_, letter)| letter);
                for (text, number) in list.iter().zip(1..) {
                    put(format!("{begins}{number:03}"), text)?;
                }
            }
            ParameterText::Points(_) if name != POINTS => {
                return Err(Problem::usage("unknown-parameter").with("profile", profile).with("parameter", name));
            }
            ParameterText::Points(points) => {
                for ((time, share), number) in points.iter().zip(1..) {
                    put(format!("t{number:03}"), time)?;
                    put(format!("f{number:03}"), share)?;
                }
            }
        }
    }
    Ok(flat)
}
