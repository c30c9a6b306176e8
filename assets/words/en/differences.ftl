# What scenarios, comparisons, merges and the history have in common: tables, fields, values, and what is different.

## Where one looks

looked-at-scenario = Scenario “{ $name-text }”.
looked-at-version = Version “{ $name-text }”, frozen by { $author-text } on { $time-text }. It never changes.
looked-at-version-unsigned = Version “{ $name-text }”, frozen on { $time-text }. It never changes.
looked-at-moment = The plan as it was after entry { $number-text } of its history. It cannot be changed here.
looked-at-unsound = Its content is not what its hash says: something has changed it. Nothing is made of it.
version-named = Version “{ $name-text }”
moment-named = After entry { $number-text }
side-of-file = { $file-text }: { $side-text }
side-of-time = { $scenario-text } ({ $time-text })

## Tables

named-table-package = Plan
named-table-sources = Source
named-table-rules = Rule
named-table-output = Year of the product
named-table-readings = Reading
named-table-funders = Funder
named-table-programmes = Programme
named-table-sectors = Sector
named-table-needs = Need
named-table-clusters = Cluster
named-table-chapters = Chapter
named-table-steps = Step
named-table-allocations = Allocation
named-table-limits = Limit
named-table-events = Event
named-table-caps = Cap
named-table-scenarios = Scenario
named-table-overrides = Override
named-table-odds = Probability

## Fields

named-field-amount = Amount
named-field-amount-grade = Grade of the amount
named-field-as-of = As-of date
named-field-author = Author
named-field-booster = Booster’s cluster
named-field-capital = Capital
named-field-carry-years = Years for which money is carried on
named-field-chapter = Chapter
named-field-cluster = Cluster
named-field-code = Code
named-field-currency = Currency
named-field-date = Day
named-field-day = Day
named-field-delay-quarters = Expected delay (quarters)
named-field-due = Due quarter
named-field-effects = What it does
named-field-end = Last quarter
named-field-first = First quarter
named-field-follows = Counted from
named-field-funder = Funder
named-field-gate = Gate
named-field-grade = Grade
named-field-instrument = Instrument
named-field-kind = Kind
named-field-lag-days = Days after it
named-field-lapse-years = Years after which commitments lapse
named-field-last = Last quarter
named-field-locked = Locked
named-field-name = Name
named-field-name-uk = Name in Ukrainian
named-field-needs-total = Stated needs
named-field-note = Note
named-field-original-amount = Amount in its own currency
named-field-original-unit = Currency of its own
named-field-outcome = Outcome
named-field-paid = Payments made
named-field-parent = Follows
named-field-part = Money it bears on
named-field-place = Place
named-field-price-basis = Price basis
named-field-priority = Priority
named-field-probability = Probability a quarter
named-field-profile = Profile
named-field-programme = Programme
named-field-purpose = Purpose
named-field-rate = Rate
named-field-reading = Reading
named-field-refuses = Refuses edits
named-field-sector = Sector
named-field-share = Probability
named-field-slice = Rows it counts
named-field-cited = Sources of single fields
named-field-limits-share = Share
named-field-limits-of = Share of
named-field-part-of = Part of
named-field-owed = Payable back
named-field-sources = Sources
named-field-split-grade = Grade of the split
named-field-start = First quarter
named-field-state = State
named-field-terms = Terms of release
named-field-total = Package
named-field-trigger = Trigger
named-field-trigger-uk = Trigger in Ukrainian
named-field-until = Last day
named-field-usd-per-unit = Rate to the dollar
named-field-weight = Weight

## Values and rows

named-nothing = –
named-quoted = “{ $name-text }”
named-flag-yes = yes
named-flag-no = no
named-taken-out = taken out
named-allocation = { $programme-text }, { $sector-text }
named-row = { $called-text } ({ $label-text })
named-terms = from { $quarter-text } on { $rule-text }{ $level ->
    [yes] { " " }{ $level-text }
   *[no] { "" }
}; window { $window-text } quarters, paid { $lag-text } quarters later; on loss: { $loss-text }
override-row-gone = The row is gone from what the scenario follows.

## What is different

difference-sentence = { $what-text }.
difference-sentence-effect = { $what-text }: { $effect-text }.
difference-sentence-apart = { $what-text }. { $effect-text }.
difference-sentence-together = { $what-text }. All changes of the row together: { $effect-text }.
difference-allocation-added = { $row-text } is added: { $amount-text } from { $start-text } to { $end-text }
difference-allocation-removed = { $row-text } is taken out: { $amount-text } from { $start-text } to { $end-text }
difference-added = { $table-text } { $row-text } is added
difference-removed = { $table-text } { $row-text } is taken out
difference-row-changed = { $table-text } “{ $row-text }” is another
difference-field = { $row-text }: { $field-text } { $after-text } instead of { $before-text }
difference-field-named = { $row-text }: { $field-text } “{ $after-text }” instead of “{ $before-text }”
difference-field-named-of-plan = { $field-text }: “{ $after-text }” instead of “{ $before-text }”
difference-field-of-plan = { $field-text }: { $after-text } instead of { $before-text }
difference-rises-of-plan = { $field-text } rises by { $by-text }, from { $before-text } to { $after-text }
difference-falls-of-plan = { $field-text } falls by { $by-text }, from { $before-text } to { $after-text }
difference-field-entered = { $row-text }: { $field-text } is now { $after-text }
difference-field-cleared = { $row-text }: { $field-text } { $before-text } is taken out
difference-field-other = { $row-text }: { $field-text } changed
difference-moved = { $row-text }: { $field-text } { $by-text } ({ $after-text } instead of { $before-text })
difference-moved-start = { $row-text } starts { $by-text } ({ $after-text } instead of { $before-text })
difference-moved-end = { $row-text } ends { $by-text } ({ $after-text } instead of { $before-text })
difference-moved-due = { $row-text } is due { $by-text } ({ $after-text } instead of { $before-text })
difference-rises = { $row-text }: { $field-text } rises by { $by-text }, from { $before-text } to { $after-text }
difference-falls = { $row-text }: { $field-text } falls by { $by-text }, from { $before-text } to { $after-text }
difference-years-later = { $number ->
    [one] one year later
   *[other] { $number } years later
}
difference-years-earlier = { $number ->
    [one] one year earlier
   *[other] { $number } years earlier
}
difference-quarters-later = { $number ->
    [one] one quarter later
   *[other] { $number } quarters later
}
difference-quarters-earlier = { $number ->
    [one] one quarter earlier
   *[other] { $number } quarters earlier
}
difference-past-package = after the package
difference-leaves = { $amount-text } leave { $from-text }
difference-arrives = { $part-text } more are paid in { $to-text }
difference-leaves-for = { $amount-text } leave { $from-text } for { $to-text }
difference-leaves-partly-for = { $amount-text } leave { $from-text }, { $part-text } of them for { $to-text }
difference-leaves-and-more = { $amount-text } leave { $from-text }; { $part-text } more are paid in { $to-text }

## Plans side by side

compare-nothing = Nothing is different.
compare-same-paid = { $changes ->
    [one] One difference; what is paid within the package stays { $after-text }.
   *[other] { $changes } differences; what is paid within the package stays { $after-text }.
}
compare-more-paid = { $changes ->
    [one] One difference; { $by-text } more is paid within the package, { $after-text } instead of { $before-text }.
   *[other] { $changes } differences; { $by-text } more is paid within the package, { $after-text } instead of { $before-text }.
}
compare-less-paid = { $changes ->
    [one] One difference; { $by-text } less is paid within the package, { $after-text } instead of { $before-text }.
   *[other] { $changes } differences; { $by-text } less is paid within the package, { $after-text } instead of { $before-text }.
}
compare-by-year = Year
compare-by-change = Change
compare-after = After the package
compare-room = Rows that gave way or moved up
compare-together = { $table-text }: all { $rows } changed rows together: { $effect-text }.
compare-together-nothing = { $table-text }: all { $rows } changed rows together move no payment.
compare-sum = Sum

## How it could end

outcomes-open = Nothing is weighted until a probability is entered for: { $questions-text }.
outcomes-unpictured = No scenario pictures: { $outcomes-text }.
outcomes-entered = { $question-text }: { $share-text }, entered by { $author-text } on { $day-text }.
outcomes-entered-unsigned = { $question-text }: { $share-text }, entered on { $day-text }.
outcomes-split-entered = Of the collapses { $share-text } come early, as entered.
outcomes-split-hazard = Early and late collapse are parted by the rule that a deal breaks down with the same hazard in each of five years, the first three of which count as early.
outcomes-worst = Mean of the worst { $share-text }
