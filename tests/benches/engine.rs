//! How long the engine takes. `./dev bench` prints the table; nothing here is asserted.

#![allow(missing_docs, clippy::unwrap_used)]

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use model::{Change, Edit, Money, Plan};

/// A plan of `count` rows: those of the shipped plan over and over, with other ids and codes.
fn plan_of(count: usize) -> Plan {
    let shipped = exchange::shipped_plan().unwrap();
    let rows: Vec<_> = shipped.allocations.iter().cloned().collect();
    let copies = (0..count).map(|at| model::Allocation {
        id: model::Id::from_bits(at as u128 + 1),
        code: model::Code::numbered(at as u64 + 1),
        ..(*rows[at % rows.len()]).clone()
    });
    Plan { allocations: copies.collect(), ..shipped }
}

fn schedules(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("schedule");
    group.sample_size(10);
    for count in [1_000, 10_000, 100_000, 1_000_000] {
        let plan = plan_of(count);
        group.throughput(Throughput::Elements(count as u64));
        group.bench_with_input(BenchmarkId::from_parameter(count), &plan, |bench, plan| {
            bench.iter(|| engine::schedule(plan));
        });
    }
    group.finish();
}

fn totals(criterion: &mut Criterion) {
    let plan = plan_of(5_000);
    let edit = |cents| {
        let allocation = model::Id::from_bits(2_500);
        Edit::base(Change::SetAmount { allocation, amount: Money::from_cents(cents) })
    };
    criterion.bench_function("edit/apply_and_diff_5000", |bench| {
        let mut cents = 400_000_000_000;
        bench.iter_batched(
            || {
                cents += 1;
                edit(cents)
            },
            |edit| {
                let next = plan.apply(&edit).unwrap();
                (model::Diff::between(&plan, &next), next)
            },
            BatchSize::SmallInput,
        );
    });
    criterion.bench_function("edit/totals_5000", |bench| {
        bench.iter(|| plan.allocations.iter().map(|row| row.amount).sum::<model::Total>());
    });
    let schedule = engine::schedule(&plan);
    criterion.bench_function("cube/capital_sector_year_5000", |bench| {
        let dimensions = [model::Dimension::Capital, model::Dimension::Sector];
        bench.iter(|| engine::cube(&plan, &schedule, engine::Measure::Planned, &dimensions, engine::Every::Year));
    });
}

/// New totals over rows: by shares, and over the whole plan in each way.
fn spreads(criterion: &mut Criterion) {
    let total = Money::from_cents(80_000_000_000_000);
    let shares: Vec<u64> = (1..=72).map(|at| at * at * 1_000_003 % 999_983).collect();
    criterion.bench_function("spread/72_shares_of_800bn", |bench| {
        bench.iter(|| model::apportion(total, &shares));
    });
    let plan = plan_of(5_000);
    let rows: Vec<_> = plan.allocations.iter().map(|row| row.id).collect();
    let doubled: model::Total = plan.allocations.iter().flat_map(|row| [row.amount, row.amount]).sum();
    let doubled = doubled.to_money().unwrap();
    for (name, how) in [("rescale", model::How::Rescale), ("equal", model::How::Equal), ("needs", model::How::Needs)] {
        criterion.bench_function(&format!("spread/{name}_5000"), |bench| {
            bench.iter(|| model::spread_over(&plan, &rows, doubled, &how, model::Gives::Unallocated).unwrap());
        });
    }
}

criterion_group!(benches, schedules, totals, spreads);
criterion_main!(benches);
