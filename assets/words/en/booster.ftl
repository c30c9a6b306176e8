# Words of the booster’s screen: steps, the ledger of one of them, release terms, and when accession could come.
# Amounts, shares and quarters come in as texts in the reader’s format; counts come in as numbers.

screen-booster = Booster
booster-text =
    USD { $amount } bn waits for { $steps ->
        [one] { $steps } step
       *[other] { $steps } steps
    } in { $clusters ->
        [one] { $clusters } cluster
       *[other] { $clusters } clusters
    }
booster-empty = Reform steps belong here. This plan has none, so that all of its booster counts as released.
act-add-shipped-steps = Add the shipped steps
act-add-step = Add a step
act-remove-step = Remove the step
search-steps = Search steps
act-all-steps = Show all steps

## The tracker

tracker-label = Steps by cluster and quarter
tracker-divider = Height of the tracker
tracker-none-fit = No step fits the search.
column-step = Step
column-value-hint = What hangs on it: its part of its cluster’s money, USD bn
column-quarters = Quarters { $from } to { $to }
cluster-name = { $number } { $name }
cluster-steps =
    { $count ->
        [one] { $count } step
       *[other] { $count } steps
    }
act-fold = Fold { $name }
act-unfold = Unfold { $name }
chapter-line = { $number } { $name }
outside = Outside the clusters: { $chapters }
outside-hint = These chapters of the negotiations belong to no cluster; no booster money waits for them: { $chapters }
booster-event = { $date } { $name } ({ $state })
booster-events-in = Events in { $quarter }: { $events }

## How money stands, by shape and word

place-released = Met
place-at-risk = At risk
place-not-yet-due = Not yet due
place-lost = Lost
stock-released = Released
stock-at-risk = At risk
stock-not-yet-due = Not yet due
stock-lost = Lost
readout-stock = { $place } { $amount }
mark-due = due
mark-expected = expected
mark-closes = window closes
run-one = { $place } in { $from }
run-several = { $place } from { $from } to { $to }
strand-dates = Due { $due }, expected { $expected }, window closes { $closes }
step-never = never
legend-label = Legend
legend-in-part = Met in part
legend-due = Due
legend-expected = Expected
legend-window = Time to catch up
legend-now = As of { $day }
legend-event = Event

## How far a step has come

state-in = { $state } in { $quarter }
state-in-part = { $state }, { $share } in { $quarter }
state-reversed = { $state } in { $reversed }, after { $quarter }
state-incomplete = This state is set once all of it is said.
choose-quarter = Choose a quarter
share = { $number }%
share-example = %
share-unread = “{ $text }” is no share. Type per cent, such as 25 or 12.5%.
share-ambiguous = “{ $text }” could be per cent or a part of the whole. Type { $text }% if you mean per cent.

## Slipping

slip-title = If this step comes later
slip-by = Quarters by which it slips
quarters-unit =
    { $quarters ->
        [one] quarter
       *[other] quarters
    }
act-slip-years =
    { $years ->
        [one] Slip by a year
       *[other] Slip by { $years } years
    }
act-slip-quarters =
    { $quarters ->
        [one] Slip by a quarter
       *[other] Slip by { $quarters } quarters
    }
slip-hint = Makes the step come later, as the sentence says. Undo takes it back. (S)
slip-not-due = Only a step that is still due can slip.
act-fewer = Fewer: { $what }
act-more = More: { $what }

## The ledger of a step

ledger-label = What hangs on the chosen step
amount-bn = { $amount } bn
fact-value = Hangs on it
fact-due = Due
fact-due-hint = When the step is due
fact-expected = Expected
fact-expected-hint = When the plan counts the step as met; never where its window closes first
fact-closes = Window closes
fact-closes-hint = After this quarter, what hangs on the step can no longer be claimed
step-field-state = State
step-field-state-quarter = Met in
step-field-state-share = How much of it
step-field-reversed-quarter = Undone from
step-field-due = Due
step-field-delay = Late by
step-field-weight = Weight
weight-hint = Relative to the other steps of the cluster
step-field-probability = Probability
probability-hint = That the step is met in a quarter once it is due; empty where nobody has stated one
step-field-name = What is done
step-field-in-cluster = Cluster
step-field-chapter = Chapter
chapter-none = None
step-field-kind = Kind
step-field-part = Bears on
step-field-gate = Gate
gate-hint = Where the rule has gates, nothing is released before this step is met
step-field-grade = Due and weight are
column-year-end = Year
ledger-money = Its money at the end of each year, USD bn
ledger-bound = By itself. How much { $cluster } releases also depends on its terms; its own line and the chart say what they make of it.
ledger-rows = Rows that wait for it, USD bn
ledger-history = History of this step
rows-none = No row waits for it.
filter-step = Rows that wait for { $step }
new-step-title = A new step
new-step-text = It weighs as much as any other step until you say otherwise, and is marked as an assumption.

## A cluster and its terms

cluster-text =
    USD { $amount } bn waits for { $steps ->
        [one] { $steps } step
       *[other] { $steps } steps
    }.
cluster-money = Its money at the end of each year, USD bn
cluster-expected = By the probabilities entered, { $amount } is expected to be released within the windows, if the steps are independent of each other; the pace of the fundamentals is not counted.
cluster-expected-bounds = By the probabilities entered, { $amount } is expected to be released within the windows, if the steps are independent of each other; between { $least } and { $most }, however they depend on each other. The pace of the fundamentals is not counted.
act-cluster-rows = Show its rows
terms-title = Release terms
terms-text = Terms hold from their quarter on. A change of method is a second entry, and what was before stays as it was.
terms-none = No terms: all of it counts as released
terms-since = From { $from }
terms-from = from { $from }: { $terms }
terms-level = { $rule }, { $level }
terms-fundamentals = no further than the fundamentals
terms-fundamentals-by = at most { $share } ahead of the fundamentals
terms-window =
    { $quarters ->
        [0] no time to catch up, then { $loss }
        [one] { $quarters } quarter to catch up, then { $loss }
       *[other] { $quarters } quarters to catch up, then { $loss }
    }
terms-lag =
    { $quarters ->
        [0] paid at release
        [one] paid { $quarters } quarter after release
       *[other] paid { $quarters } quarters after release
    }
terms-field-from = From
terms-field-rule = Rule
terms-field-level = Level
terms-level-wanted = This rule holds once its level is typed.
terms-field-window = Time to catch up
terms-field-loss = After that
terms-field-extension = Extended by
terms-field-lag = Paid after release
terms-field-clawback = Clawback
clawback-hint = How much of what a reversed step had released is taken back
terms-field-fundamentals = Fundamentals first
fundamentals-hint = Its release waits for that of the fundamentals
terms-field-tolerance = May be ahead by
tolerance-hint = By how much its release may run ahead of that of the fundamentals
step-field-terms-grade = Terms are
act-add-terms = Change the method from…
act-remove-terms = Remove the terms from { $from }

## What it leads to

outcome-label = What the steps lead to
tab-stocks = Released and withheld
tab-accession = Accession
accession-none = No source states how probable it is that a step is met, so none is preset.
accession-field = Probability that a step is met in a quarter once due
act-apply-probability =
    { $steps ->
        [one] Apply to { $steps } step
       *[other] Apply to { $steps } steps
    }
accession-one =
    Your assumption, which no source states: each step is met with a probability of { $share } in a quarter once due ({ $steps ->
        [one] { $steps } step
       *[other] { $steps } steps
    }).
accession-several =
    Your assumptions, which no source states: { $steps ->
        [one] { $steps } step has a probability
       *[other] { $steps } steps have probabilities
    } of different size; each stands in its ledger.
accession-met = Every step is met: there is nothing to guess.
act-clear-probabilities = Clear the probabilities
