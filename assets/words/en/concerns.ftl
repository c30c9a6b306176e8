# Concerns: what an analyst should know before he defends the plan. One sentence each.

concern-package-exceeded = The allocations exceed the package by { $by }.
concern-flawed = { $row-text } in { $table } breaks a rule of the plan: { $reason }
concern-reading-exceeded = This exceeds the { $part } figure of the reading “{ $reading }” ({ $limit }) by { $by }.
concern-reading-unfilled = The { $part } figure of the reading “{ $reading }” ({ $limit }) is not reached: { $by } is missing.
concern-limit-missed = The limit “{ $limit }” is missed by { $by }.
concern-payments-above-output = { $years ->
    [one] Payments of { $paid } in { $year-text } would be { $share } of that year’s GDP ({ $basis }), above the sanity bound of { $bound }.
   *[other] Payments would peak, measured by GDP, at { $paid } or { $share } in { $year-text } ({ $basis }); { $years } years lie above the sanity bound of { $bound }.
}
output-stated = GDP as forecast in the IMF’s October 2025 outlook
output-extrapolated = GDP extrapolated, an assumption
concern-programme-exceeded = More is allocated from “{ $programme }” than its amount of { $amount }: { $by } too much.
concern-programme-and-parent = “{ $programme-text }” ({ $amount }) and “{ $parent-text }” ({ $contains }) are both allocated, and the second contains the first: the same money may be counted twice.
concern-booster-added = The reading “{ $reading-text }” takes the booster as a mark on public and private money, and here its { $amount } may be counted as an addend of their own: { $exceeds ->
    [yes] with them the package is exceeded by { $by }, and without them it is not.
   *[no] its public and its private amount are reached without them.
}
concern-negative-net-flow = “{ $programme-text }” gives { $amount }, and { $owed } are payable back to the same lender over its years: on balance { $by } flow back, and counting its drawings as new money overstates the plan.
concern-overdue = { $amount } should have been paid before the plan’s as-of date by the profiles, and was not; it is planned for the first open quarter.
concern-after-horizon = { $amount } is planned after the package’s last quarter.
concern-assumed = { $amount } ({ $share }) is graded “assumption”: no source states these amounts.
concern-unnamed = { $amount } ({ $share }) has no named payer: it is still to be mobilised.
concern-purpose-empty = Nothing is allocated to the purpose “{ $purpose }”: no source states an amount, and none is invented.
concern-unsourced = { $others ->
    [0] The amount of { $first-text } names no source.
    [one] The amounts of { $first-text } and one other allocation name no source.
   *[other] The amounts of { $first-text } and { $others } other allocations name no source.
}
concern-steps-after-horizon = { $others ->
    [0] { $first-text } is due after the package’s last quarter: what it holds cannot be paid within it.
    [one] { $first-text } and one other step are due after the package’s last quarter: what they hold cannot be paid within it.
   *[other] { $first-text } and { $others } other steps are due after the package’s last quarter: what they hold cannot be paid within it.
}
concern-steps-overdue = { $others ->
    [0] { $first-text } was expected before the plan’s as-of date and is not entered as met; it counts as met in the first open quarter.
    [one] { $first-text } and one other step were expected before the plan’s as-of date and are not entered as met; they count as met in the first open quarter.
   *[other] { $first-text } and { $others } other steps were expected before the plan’s as-of date and are not entered as met; they count as met in the first open quarter.
}
concern-steps-lapsed = { $others ->
    [0] { $first-text } was expected before the plan’s as-of date and is not entered as met, and its window has closed: what hangs on it can no longer be claimed.
    [one] { $first-text } and one other step were expected before the plan’s as-of date and are not entered as met, and their windows have closed: what hangs on them can no longer be claimed.
   *[other] { $first-text } and { $others } other steps were expected before the plan’s as-of date and are not entered as met, and their windows have closed: what hangs on them can no longer be claimed.
}
concern-steps-too-late = { $others ->
    [0] { $first-text } is met only after its window has closed: what hangs on it can no longer be claimed then.
    [one] { $first-text } and one other step are met only after their windows have closed: what hangs on them can no longer be claimed then.
   *[other] { $first-text } and { $others } other steps are met only after their windows have closed: what hangs on them can no longer be claimed then.
}
concern-steps-ahead = { $others ->
    [0] { $first-text } is entered as met or undone after the plan’s as-of date: it is counted so, and that is an assumption.
    [one] { $first-text } and one other step are entered as met or undone after the plan’s as-of date: they are counted so, and that is an assumption.
   *[other] { $first-text } and { $others } other steps are entered as met or undone after the plan’s as-of date: they are counted so, and that is an assumption.
}
concern-weights-off = The weights of the steps of { $cluster } add to { $sum-text } and not to 1; they are taken in proportion.
concern-booster-without-steps = { $amount } is marked as the booster, and no step bears on it: it counts as released.
concern-lost = { $amount } is lost by the end of the package: its steps are not met in time, or it waits too long for room.
concern-stopped = { $amount } is ended by events.
concern-backlog = { $amount } waits for room at the end of { $year-text }, the year in which that is most.
concern-opened-after-horizon = { $others ->
    [0] { $first-text } opens money only after the package’s last quarter: it moves { $amount } past the package.
    [one] { $first-text } and one other event open money only after the package’s last quarter: they move { $amount } past the package.
   *[other] { $first-text } and { $others } other events open money only after the package’s last quarter: they move { $amount } past the package.
}
concern-events-after-horizon = { $others ->
    [0] { $first-text } acts on money and lies after the package’s last quarter: it changes nothing within it.
    [one] { $first-text } and one other event act on money and lie after the package’s last quarter: they change nothing within it.
   *[other] { $first-text } and { $others } other events act on money and lie after the package’s last quarter: they change nothing within it.
}
concern-override-row-gone = The scenario “{ $scenario-text }” overrides a row that is gone from what it follows ({ $table-text }, { $row-text }). Not applied: { $says-text }.
concern-override-row-gone-already = The scenario “{ $scenario-text }” takes out a row that is gone already from what it follows ({ $table-text }, { $row-text }).
concern-override-refused = An override of the scenario “{ $scenario-text }” in { $row-text } is not applied ({ $says-text }): { $reason-text }
concern-override-says = { $field-text }: { $value-text }
concern-override-whole = the row as a whole
concern-overrides-unreasoned = { $count ->
    [one] One override of the scenario “{ $scenario-text }” has no reason.
   *[other] { $count } overrides of the scenario “{ $scenario-text }” have no reason.
}
