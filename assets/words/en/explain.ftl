# Sentences on what money depends on: effects of events, slips, explanations. Arguments whose names end in "text" are
# texts that are ready to print.

when-year = in { $period-text }
when-quarter = in { $period-text }
when-after = after { $period-text }
code-and-name = { $code-text } “{ $name-text }”
row-in-short = { $programme-text }: { $sector-text }
state-in-quarter = { $state-text } in { $quarter }
slice-all = all allocations
slice-part = { $dimension-text }: { $places-text }
slice-except = { $slice-text }, except { $except-text }

effect-sentence-open = No money before { $day-text } ({ $slice-text }); what is planned earlier begins then.
effect-sentence-while = Money only from { $day-text } to { $until-text } ({ $slice-text }); what is planned earlier begins then, what is planned later is stopped.
effect-sentence-delay = { $quarters ->
    [one] What is planned from { $day-text } on ({ $slice-text }) comes a quarter later.
   *[other] What is planned from { $day-text } on ({ $slice-text }) comes { $quarters } quarters later.
}
effect-sentence-scale = Of what is planned from { $day-text } on ({ $slice-text }) { $share-text } is paid; the rest is stopped.
effect-sentence-stop = What is planned from { $day-text } on ({ $slice-text }) is stopped.

## A step that comes later: what is worst comes first

slip-sentence = { $step-text } { $later-text }: { $parts-text }.
slip-years-later = { $years ->
    [one] a year later
   *[other] { $years } years later
}
slip-quarters-later = { $quarters ->
    [one] a quarter later
   *[other] { $quarters } quarters later
}
slip-lost = { $amount-text } are lost
slip-after = { $amount-text } fall past the package, after { $last-text }
slip-withheld = { $amount-text } still wait for steps at the end of { $last-text }
slip-backlog = { $amount-text } still wait for room at the end of { $last-text }
slip-leaves-for = { $amount-text } leave { $from-text } for { $to-text }
slip-leaves-partly-for = { $amount-text } leave { $from-text }, { $part-text } of them for { $to-text }
slip-leaves = { $amount-text } leave { $from-text }
slip-gains = { $part-text } more are paid in { $to-text }
slip-within-years = { $amount-text } move to other quarters of the same year ({ $in-text })
slip-at-risk = up to { $amount-text } are at risk until { $until-text }
slip-less-lost = { $amount-text } less are lost
slip-nothing = no payment moves
slip-none-lost = nothing is lost
slip-pace = the other clusters wait with it, because none may run ahead of the fundamentals

## Why a figure is what it is, link by link

explain-committed-one = { $row-text } { $name-text }: { $amount-text } is committed, from { $start } to { $end }.
explain-committed-many = { $rows ->
    [one] One allocation: { $amount-text } is committed.
   *[other] { $rows } allocations: { $amount-text } is committed in all.
}
explain-profile-one = The profile “{ $profile-text }”{ $parameters-text } plans { $amount-text } of it { $when-text }.
explain-profile-many = Their profiles plan { $amount-text } of it { $when-text }.
explain-profile-source = { $sentence-text } Source: { $source-text }
explain-actual = { $part-text } of that was really paid.
explain-moved = { $part-text } of that should have been paid before the plan’s as-of date and moved here.
explain-event-less = The event { $event-text } takes { $change-text } out of it.
explain-event-more = The event { $event-text } brings { $change-text } into it.
explain-event-same = The event { $event-text } changes nothing { $when-text }.
explain-event-about = { $day-text }, { $state-text }. { $effects-text }
explain-release-less = { $change-text } of it waits for reform steps of { $clusters-text }.
explain-release-more = { $change-text } that waited for reform steps of { $clusters-text } becomes payable { $when-text } as well.
explain-release-same = Reform steps of { $clusters-text } hold nothing back { $when-text }.
explain-no-terms = No terms are set; what its steps do not hold counts as released.
explain-terms = { $rule-text } { $lag ->
    [0] Paid in the quarter of its release
    [one] Paid a quarter after its release
   *[other] Paid { $lag } quarters after its release
}; a step can be met up to { $window ->
    [one] { $window } quarter
   *[other] { $window } quarters
} late.
explain-step-due = Due { $due }, expected { $met }; at the end of the period: { $place-text }. It decides { $value-text }.
explain-step-met = Due { $due }, met { $met }; at the end of the period: { $place-text }. It decides { $value-text }.
explain-absorption-less = { $change-text } of it finds no room { $when-text } and waits.
explain-absorption-more = { $change-text } that waited for room earlier is paid { $when-text } as well.
explain-absorption-same = All of it finds room { $when-text }.
explain-lapsed = { $lapsed-text } that waited too long lapses.
explain-cap-about = Room in { $year-text }: { $room-text }; paid { $paid-text }; waiting at its end { $waiting-text }.
explain-cap-unbounded = Nothing bounds it in { $year-text }: that year’s product is not known.
explain-paid = { $amount-text } is paid { $when-text }.
explain-paid-after = { $amount-text } is planned { $when-text }, past the package: shown, and not paid within it.
