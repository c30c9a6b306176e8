//! The sectors against their needs: gross, or less what is funded.

use engine::{Coverage, Covered, coverage};
use model::{Decimal, Share, Total};

use crate::Words;
use crate::handlers::View;
use crate::wire::{Amount, NeedLine};

/// The sectors against their needs, the largest need first, and the sum of all.
pub(crate) fn needs(view: &View, net: bool) -> Vec<NeedLine> {
    let coverage = sorted(view);
    let covered: Vec<Covered> = coverage.iter().map(|row| row.covered(net)).collect();
    let longest = covered.iter().flat_map(|one| [one.need, Some(one.held)]).flatten().max().unwrap_or(Total::ZERO);
    let lines = coverage.iter().zip(&covered).map(|(row, covered)| line(view, row, covered, longest));
    lines.chain([sum(view, &coverage, &covered, net)]).collect()
}

fn line(view: &View, row: &Coverage, covered: &Covered, longest: Total) -> NeedLine {
    let sector = view.plan.sectors.get(&row.sector);
    let need = view.plan.needs.get(&row.sector);
    let note = need.map(|need| &need.note).filter(|note| !note.is_empty()).or(sector.map(|sector| &sector.note));
    NeedLine {
        sector: row.sector.to_string(),
        label: sector.map_or_else(|| row.sector.to_string(), |sector| view.words.name(&sector.name).to_owned()),
        need: covered.need.map(Amount),
        allocated: Amount(covered.held),
        funded: Amount(row.funded),
        gap: covered.gap.map(Amount),
        coverage: coverage_text(view.words, covered.share),
        need_per_mille: covered.need.map(|need| per_mille(need, longest)),
        allocated_per_mille: Some(per_mille(covered.held, longest)),
        note: note.cloned().unwrap_or_default(),
        sources: need.map(|need| need.sources.iter().map(ToString::to_string).collect()).unwrap_or_default(),
    }
}

fn sum(view: &View, coverage: &[Coverage], covered: &[Covered], net: bool) -> NeedLine {
    let words = view.words;
    let need: Total = covered.iter().filter_map(|one| one.need).sum();
    let held: Total = covered.iter().map(|one| one.held).sum();
    let against: Total = covered.iter().filter(|one| one.need.is_some()).map(|one| one.held).sum();
    let mut notes = Vec::new();
    if net {
        notes.push(words.plain("needs-net"));
    }
    if against != held {
        notes.push(words.say("needs-left-out", &[("amount", &words.money(held - against))]));
    }
    let gross: Total = coverage.iter().filter_map(|row| row.need).map(Total::from).sum();
    let stated = Total::from(view.plan.package.needs_total);
    if gross != stated {
        let args = [("stated", words.money(stated)), ("sum", words.money(gross))];
        notes.push(words.say("needs-rounding", &args.each_ref().map(|(name, value)| (*name, value.as_str()))));
    }
    NeedLine {
        sector: String::new(),
        label: words.plain("needs-total"),
        need: Some(Amount(need)),
        allocated: Amount(held),
        funded: Amount(coverage.iter().map(|row| row.funded).sum()),
        gap: Some(Amount(need - against)),
        coverage: coverage_text(words, share_of(against, need)),
        need_per_mille: None,
        allocated_per_mille: None,
        note: notes.join(" "),
        sources: Vec::new(),
    }
}

fn coverage_text(words: Words, share: Option<Share>) -> String {
    share.map(|share| words.per_cent(share)).unwrap_or_default()
}

/// The length of a bar beside the longest, in thousandths.
fn per_mille(amount: Total, longest: Total) -> u32 {
    if amount <= Total::ZERO || longest <= Total::ZERO {
        return 0;
    }
    u32::try_from((amount.cents() * 1000 + longest.cents() / 2) / longest.cents()).unwrap_or(1000)
}

/// The same as CSV, with keys and exact amounts.
pub(crate) fn csv(view: &View, net: bool) -> String {
    let line = |row: &Coverage| {
        let Covered { need, held, gap, share } = row.covered(net);
        exchange::NeedsLine {
            sector: row.sector.clone(),
            need,
            allocated: held,
            funded: row.funded,
            gap,
            coverage: share,
        }
    };
    exchange::needs_csv(&sorted(view).iter().map(line).collect::<Vec<_>>())
}

/// The sectors, the largest need first.
fn sorted(view: &View) -> Vec<Coverage> {
    let mut coverage = coverage(view.plan);
    coverage.sort_by(|left, right| (right.need, &left.sector).cmp(&(left.need, &right.sector)));
    coverage
}

/// A part of a whole as a share; nothing where there is no whole.
fn share_of(part: Total, whole: Total) -> Option<Share> {
    let decimal = |total: Total| Decimal::try_from_i128_with_scale(total.cents(), 2).ok();
    (whole > Total::ZERO).then(|| Some(Share::quantised(decimal(part)? / decimal(whole)?))).flatten()
}
