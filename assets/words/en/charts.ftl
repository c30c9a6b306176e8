# Words of the charts. Arguments are texts that are ready to print: numbers come in the reader's format.

## The charts by their question

chart-who-pays = Who pays
chart-who-pays-sentence = Planned payments per year, by whose money it is.
chart-when-it-flows = When it flows
chart-when-it-flows-sentence = What is committed and what is paid, added up quarter by quarter, beside the needs.
chart-what-waits-for-reforms = What waits for reforms
chart-what-waits-for-reforms-sentence = The booster’s four states at the end of each quarter: released, at risk, not yet due, lost.
chart-when-could-accession-come = When could accession come
chart-when-could-accession-come-sentence = How probable it is that all reform steps are met, beside the planned quarter and the days that others have named.
chart-can-it-be-absorbed = Can it be absorbed
chart-can-it-be-absorbed-sentence = Payments per year beside what waits, the room of the caps and the size of the economy.
chart-what-differs = What differs
chart-what-differs-sentence = The sum of one state of the plan, the steps that raise and lower it, and the sum of the other.
chart-side-by-side = Side by side
chart-side-by-side-sentence = What two to six states of the plan come to year by year, each in a panel of its own on one scale.
chart-how-it-could-end = How it could end
chart-how-it-could-end-sentence = What would be paid in each outcome of the talks, and the path weighted by the probabilities entered.

## Units, amounts, dates

chart-unit-one = USD
chart-unit-million = USD{"\u00A0"}mn
chart-unit-billion = USD{"\u00A0"}bn
chart-unit-trillion = USD{"\u00A0"}tn
chart-amount-one = USD { $amount }
chart-amount-million = { $amount } mn
chart-amount-billion = { $amount } bn
chart-amount-trillion = { $amount } tn
chart-prices-current = current prices
chart-prices-end-2025 = end-2025 prices
chart-percent = { $percent }{"\u00A0"}%
chart-quarter = Q{ $part } { $year }
chart-date = { $day }{"\u00A0"}{ $month }{"\u00A0"}{ $year }
chart-month-1 = Jan
chart-month-2 = Feb
chart-month-3 = Mar
chart-month-4 = Apr
chart-month-5 = May
chart-month-6 = June
chart-month-7 = July
chart-month-8 = Aug
chart-month-9 = Sept
chart-month-10 = Oct
chart-month-11 = Nov
chart-month-12 = Dec

## Series

chart-grants = Grants
chart-loans = Loans
chart-other-public = Public equity and guarantees
chart-private = Private
chart-of-which-booster = of which booster
chart-in-booster = { $name }, booster
chart-total = Total
chart-booster = Booster
chart-released = Released
chart-at-risk = At risk
chart-not-yet-due = Not yet due
chart-lost = Lost
chart-backlog = Backlog
chart-to-come = To come
chart-after-horizon = After { $year }
chart-stopped = Stopped
chart-behind-booster = Behind plan: booster
chart-behind-others = Behind plan: other money
chart-paid-mark = Paid in the year
chart-committed = Committed
chart-planned = Planned
chart-paid = Paid
chart-needs = { $name } needs

## Around the plot

chart-year = Year
chart-quarter-end = End of quarter
chart-after = after { $year }
chart-after-short = after
chart-context = reading: { $reading } · scenario: { $scenario }
chart-as-of = as of { $date }
chart-as-of-note = Actual payments up to { $date }, planned ones after.
chart-as-of-conditions-note = Actual payments up to { $date }; after it, what steps, events and caps would let through.
chart-as-of-expected-note = Known up to { $date }, expected after.
chart-after-note = { $amount } would follow after { $year }.
chart-unpaid-note = Not paid by the end of { $year }: { $parts }.
chart-unpaid-at-risk = { $amount } at risk
chart-unpaid-not-yet-due = { $amount } not yet due
chart-unpaid-backlog = { $amount } waiting for room
chart-unpaid-to-come = { $amount } released and still to come
chart-unpaid-after = { $amount } planned for after { $year }
chart-unpaid-lost = { $amount } lost
chart-unpaid-stopped = { $amount } stopped by events
chart-events-note = Events: { $list }.
chart-events-more = and { $count } more
chart-event = { $date } { $name }
chart-event-expected = { $date } { $name } (expected)
chart-event-assumed = { $date } { $name } (assumed)
chart-taken-back-note = More is taken back than paid in { $years }.
chart-unseen = Too small to be seen: { $name }, { $amount } in all.
chart-needs-note = { $name } needs at { $prices }, not deflated.
chart-source = Source: { $sources }. { $target }
chart-assumptions = own assumptions for { $percent }{"\u00A0"}% of the amount
chart-target = Target, not a signed budget.
chart-scenario-source = Scenario: { $scenario }.
chart-frozen-source = State: { $frozen }.

## Who pays

chart-who-pays-subtitle = Planned payments by capital, { $years }, { $unit }, { $prices }
chart-who-pays-title-peak = Planned payments would peak in { $year } at { $amount }
chart-who-pays-title-level = Planned payments would stay level at { $amount } a year
chart-who-pays-title-once = All planned payments would fall in { $year }: { $amount }
chart-who-pays-title-after = All planned payments would come after { $last }
chart-who-pays-title-none = No payments are planned
chart-who-pays-alt = Stacked columns of planned payments per year in { $unit }: { $first-amount } in { $first }, a peak of { $peak-amount } in { $peak }, { $last-amount } in { $last }. In all { $total }: { $parts }.
chart-paid-mark-note = The bars across the columns show what would be paid in the year: { $paid } of { $amount } by the end of { $last }.
chart-who-pays-alt-none = Stacked columns of planned payments per year. { $title }.

## When it flows

chart-when-it-flows-subtitle = Cumulative commitments and payments, { $years }, by quarter, { $unit }, { $prices }
chart-when-it-flows-subtitle-planned = Cumulative commitments, plans and payments, { $years }, by quarter, { $unit }, { $prices }
chart-when-it-flows-title-half = Half of the { $amount } would be paid by { $quarter }
chart-when-it-flows-title-less = Only { $paid } of { $amount } would be paid by the end of { $last }
chart-when-it-flows-title-none = Nothing is committed yet
chart-when-it-flows-alt = Lines of cumulative commitments and payments per quarter in { $unit }: paid { $first-amount } by the end of { $first } and { $last-amount } by the end of { $last }; committed { $committed } by then.
chart-needs-alt = { $name } needs: { $amount }, a level line.
chart-half-mark = half by { $quarter }: { $amount }

## What waits for reforms

chart-what-waits-for-reforms-subtitle = The booster by state at the end of each quarter, { $years }, { $unit }, { $prices }
chart-what-waits-for-reforms-title-none = No money waits for reforms
chart-what-waits-for-reforms-title-no-steps = No step is named, so all { $amount } of the booster count as released
chart-what-waits-for-reforms-title-all-lost = All { $amount } of the booster would be lost by the end of { $last }
chart-what-waits-for-reforms-title-lost = Of the { $amount } booster, { $lost } would be lost and { $released } released by the end of { $last }
chart-what-waits-for-reforms-title-at-risk = Of the { $amount } booster, up to { $risk } would be at risk, first in { $quarter }
chart-what-waits-for-reforms-title-all = All of the { $amount } booster is released
chart-what-waits-for-reforms-title-half = Half of the { $amount } booster would be released by { $quarter }
chart-what-waits-for-reforms-title-less = Of the { $amount } booster, { $released } would be released by the end of { $last }
chart-what-waits-for-reforms-alt = Stacked areas of the booster’s states at the end of each quarter in { $unit }, together always { $amount }: released { $released-first } in { $first } and { $released-last } in { $last }; not yet due { $due-first } and { $due-last }.
chart-at-risk-alt = At risk at most { $amount }, first in { $quarter }.
chart-lost-alt = Lost at most { $amount }, first in { $quarter }.
chart-released-note = Released is not yet paid: payment follows as planned and after the lag of the terms.
chart-assumed-steps-note = Steps with an assumed weight and due quarter: { $assumed } of { $steps }.

## When could accession come

chart-when-could-accession-come-subtitle = Probability that all reform steps are met by the end of each quarter, { $years }, %
chart-when-could-accession-come-title-even = If steps are independent, the odds of all being met would be even by { $quarter }
chart-when-could-accession-come-title-less = If steps are independent, all would be met by { $quarter } with a probability of { $percent }
chart-when-could-accession-come-title-planned = As planned, all steps would be met in { $quarter }; their odds are not known
chart-when-could-accession-come-title-never = As planned, the steps would never all be met
chart-when-could-accession-come-title-none = No steps are named
chart-when-could-accession-come-alt = A line inside a band of the probability that all steps are met: by { $quarter } { $independent } if the steps are independent, between { $least } and { $most } however they depend on each other.
chart-odds-independent = If independent
chart-odds-least = At least
chart-odds-most = At most
chart-odds-note = The line takes the steps as independent; the band holds however they depend on each other.
chart-accession-note = All steps met is not accession: the member states decide by unanimity.
chart-accession-planned = All steps met as planned: { $quarter }
chart-accession-all-steps = All steps met as planned
chart-no-odds = Steps without a probability: { $missing } of { $steps }. No curve is drawn from guesses.
chart-no-steps = No step is named, so there is nothing to wait for.
chart-day = Day
chart-what = What

## Can it be absorbed

chart-can-it-be-absorbed-subtitle = Payments per year and what the economy may take, { $years }, { $unit }, { $prices }; above the columns: share of GDP
chart-can-it-be-absorbed-subtitle-no-gdp = Payments per year and what finds no room, { $years }, { $unit }, { $prices }
chart-can-it-be-absorbed-title-over = Payments would pass { $percent } of GDP in { $over } of { $known } years
chart-can-it-be-absorbed-title-below = Payments would stay below { $percent } of GDP in every year
chart-can-it-be-absorbed-title-waits = Up to { $amount } would wait for room, most at the end of { $year }
chart-can-it-be-absorbed-title-nothing-waits = All that is due would be paid: nothing waits for room
chart-can-it-be-absorbed-title-none = Nothing is paid
chart-can-it-be-absorbed-alt = Columns of payments per year in { $unit }, highest in { $peak }: { $amount }.
chart-share-alt = In { $year } that is { $percent } of GDP.
chart-waiting-alt = Most waits at the end of { $year }: { $amount }.
chart-paid-under-caps = of which under caps
chart-waits-at-year-end = Waits at year’s end
chart-room-of-caps = Room of the caps
chart-room-of = Room: { $cap }
chart-gdp = GDP
chart-bound = { $percent } of GDP
chart-share-of-gdp = Share of GDP
chart-share-known = { $percent } of GDP
chart-share-extrapolated = { $percent } of an extrapolated GDP
chart-bound-note = { $percent } of GDP is where a warning is due, not a limit.
chart-extrapolated-note = GDP is extrapolated from { $year } on: dashes.
chart-waiting-note = What waits was payable and found no room.
chart-caps-note = Caps: { $caps }.

## What comparisons have in common

chart-nothing-compared = Nothing is compared yet
chart-nothing-compared-hint = Choose two or more scenarios, versions or plans to put them beside one another.
chart-no-difference = no difference
chart-sum = Sum
chart-sum-so-far = Sum so far
chart-step = Step
chart-change = Change
chart-change-in-all = Change in all
chart-change-of = Change: { $name }
chart-other-steps = Other changes ({ $count })
chart-by-year = by year
chart-by-change = by what was changed
chart-by-dimension = by { $dimension }
chart-from-to = from: { $from } · to: { $to }
chart-for-comparison = For comparison: { $name }
chart-planned-more = { $amount } more is planned
chart-planned-less = { $amount } less is planned
chart-paid-more = { $amount } more would be paid
chart-paid-less = { $amount } less would be paid

## What differs

chart-what-differs-subtitle-planned = Planned payments in all and the changes to them { $by }, { $unit }, { $prices }
chart-what-differs-subtitle-paid = Payments in all and the changes to them { $by }, { $unit }, { $prices }
chart-what-differs-title-same = No difference in the sum: both come to { $amount }
chart-what-differs-title-even = The sum stays the same, but { $moved } would move within it
chart-what-differs-title-planned-more = { $amount } more is planned; the largest change is { $name }: { $change }
chart-what-differs-title-planned-less = { $amount } less is planned; the largest change is { $name }: { $change }
chart-what-differs-title-planned-more-one = { $amount } more is planned: { $name }
chart-what-differs-title-planned-less-one = { $amount } less is planned: { $name }
chart-what-differs-title-paid-more = { $amount } more would be paid; the largest change is { $name }: { $change }
chart-what-differs-title-paid-less = { $amount } less would be paid; the largest change is { $name }: { $change }
chart-what-differs-title-paid-more-one = { $amount } more would be paid: { $name }
chart-what-differs-title-paid-less-one = { $amount } less would be paid: { $name }
chart-what-differs-alt = Bars that lead from { $from }, { $from-amount }, to { $to }, { $to-amount }. Changes in { $unit }: { $steps }.
chart-what-differs-alt-same = Two bars in { $unit }: { $from }, { $from-amount }, and { $to }, { $to-amount }. Nothing lies between them.
chart-change-alone-note = The bars begin at the first sum, not at nought, so that the changes can be seen.

## Side by side

chart-side-by-side-subtitle-planned = Planned payments per year, one scale for all, { $years }, { $unit }, { $prices }
chart-side-by-side-subtitle-paid = Payments per year, one scale for all, { $years }, { $unit }, { $prices }
chart-side-by-side-title-same = No difference in any year: each comes to { $amount }
chart-side-by-side-title-even = The same { $amount }, at other times; widest gap: { $when }, { $change }
chart-side-by-side-title-even-many = The same { $amount } each, at other times; widest gap: { $when }, { $gap }
chart-side-by-side-title-planned-one = { $amount } is planned
chart-side-by-side-title-planned-more = { $amount } more is planned; widest gap: { $when }, { $change }
chart-side-by-side-title-planned-less = { $amount } less is planned; widest gap: { $when }, { $change }
chart-side-by-side-title-planned-many = From { $least } to { $most } is planned; widest gap: { $when }, { $gap }
chart-side-by-side-title-planned-many-short = From { $least } to { $most } is planned
chart-side-by-side-title-paid-one = { $amount } would be paid
chart-side-by-side-title-paid-more = { $amount } more would be paid; widest gap: { $when }, { $change }
chart-side-by-side-title-paid-less = { $amount } less would be paid; widest gap: { $when }, { $change }
chart-side-by-side-title-paid-many = From { $least } to { $most } would be paid; widest gap: { $when }, { $gap }
chart-side-by-side-title-paid-many-short = From { $least } to { $most } would be paid
chart-side-by-side-alt = Panels of columns per year from { $first } to { $last }, { $count } of them on one scale. In all { $sides }.
chart-last-column-note = The last column is what comes after { $year }.

## How it could end

chart-how-it-could-end-subtitle = Payments per year in each outcome of the talks, { $years }, { $unit }, { $prices }
chart-how-it-could-end-title-none = No scenario pictures an outcome yet
chart-how-it-could-end-hint = Give a scenario the outcome that it pictures, or add the shipped scenarios.
chart-how-it-could-end-title-one = { $name }: { $amount } would be paid by the end of { $last }
chart-how-it-could-end-title-same = However it ends, { $amount } would be paid by the end of { $last }
chart-how-it-could-end-title-even = However it ends, { $amount } would be paid by the end of { $last }, only at other times
chart-how-it-could-end-title-range = Depending on how it ends, { $least } to { $most } would be paid by the end of { $last }
chart-how-it-could-end-title-range-short = { $least } to { $most } by the end of { $last }
chart-how-it-could-end-title-weighted = { $least } to { $most } would be paid by the end of { $last }; weighted by probability { $amount }
chart-how-it-could-end-title-weighted-short = { $least } to { $most }, weighted { $amount }
chart-how-it-could-end-alt = Lines of payments per year from { $first } to { $last } in each outcome of the talks. In these years { $paths }.
chart-path = { $letter }: { $name }
chart-path-odds = { $letter }: { $name }, { $percent }
chart-weighted = Weighted by probability
chart-weighted-note = The dashed line is an average of the outcomes: none of them pays it.
chart-no-probability = No probability has been entered
chart-probability-missing = Not weighted: a probability is missing
chart-outcome-missing = Not weighted: an outcome has no scenario
chart-paths-after-note = After { $year }: { $list }.
