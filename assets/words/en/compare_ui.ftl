# Words of the window about comparing.

screen-compare = Compare
compare-sides = What is compared
compare-add = Add a state
compare-choose = Another state in place of { $name }
compare-take-away = Take { $name } away
compare-swap = Exchange the two
compare-moment = After change { $seq }
compare-version = Version, frozen { $time }
compare-other-file = Another file…
compare-pick-file = Compare with a file
compare-measure = Measure
compare-paid = paid
compare-planned = planned
compare-by = by
comparing-by-year = year
comparing-by-difference = difference
compare-charts = Pictures of the comparison
compare-what_differs = What differs
compare-side_by_side = Side by side
compare-divider = Height of the lists
compare-lists = What differs in detail
compare-differences =
    { $count ->
        [0] Differences
       *[other] Differences ({ $count })
    }
compare-table = Table
compare-told-of = Told of
compare-empty = States stand side by side here: scenarios, versions and files. Choose one to hold against the base.
compare-with = Compare with { $name }
compare-what = What differs
compare-effect = Payments, bn
compare-effect-hint = What a row’s differences together do to payments: the sum that is paid more or less, and what is only paid in other years.
compare-shifted = { $amount } moved
compare-effect-exact = { $leaves } leave, { $arrives } arrive; sum { $net }
compare-not-there = not there
comparing-room = Rows that did not change themselves gave way or moved up: { $effect }.
compare-more =
    { $count ->
        [one] Show { $count } more
       *[other] Show { $count } more
    }
compare-bn = bn
compare-change = Change, bn
compare-share = Change
