# Words of the charts. Arguments are texts that are ready to print: numbers come in the reader's format.

## The charts by their question

chart-who-pays = Who pays
chart-who-pays-sentence = Planned payments per year, by whose money it is.
chart-when-it-flows = When it flows
chart-when-it-flows-sentence = What is committed and what is paid, added up quarter by quarter, beside the needs.

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
chart-after-note = { $amount } would follow after { $year }.
chart-unseen = Too small to be seen: { $name }, { $amount } in all.
chart-needs-note = { $name } needs at { $prices }, not deflated.
chart-source = Source: { $sources }. { $target }
chart-assumptions = own assumptions for { $percent }{"\u00A0"}% of the amount
chart-target = Target, not a signed budget.

## Who pays

chart-who-pays-subtitle = Planned payments by capital, { $years }, { $unit }, { $prices }
chart-who-pays-title-peak = Payments would peak in { $year } at { $amount }
chart-who-pays-title-level = Payments would stay level at { $amount } a year
chart-who-pays-title-once = All payments would fall in { $year }: { $amount }
chart-who-pays-title-after = All payments would come after { $last }
chart-who-pays-title-none = No payments are planned
chart-who-pays-alt = Stacked columns of planned payments per year in { $unit }: { $first-amount } in { $first }, a peak of { $peak-amount } in { $peak }, { $last-amount } in { $last }. In all { $total }: { $parts }.
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
