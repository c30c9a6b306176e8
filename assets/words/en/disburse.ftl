# Words of the screen of payments, of the curve that can be dragged, and of why a figure is what it is.

## The curve of a profile

profiles-usual = Usual
profiles-advanced = Advanced
profile-from = Origin: { $source }
per-cent = { $number } %
curve-half = Half is paid by the end of { $quarter }.
curve-year = { $year }: { $share } of the amount
curve-year-planned = { $year }: { $share } of the amount; planned in all USD { $amount } bn
span-quarters = { $from } to { $to }
handle-value = { $value }, in { $quarter }
handle-delay-value = { $value }, begins in { $quarter }
handle-stretch-value = { $value }, ends in { $quarter }
handle-point = Point { $number }
handle-point-value = { $share } paid in { $quarter }
shares-title = Shares as numbers
rates-title = Rates: shares paid year by year
commitments-title = Commitments year by year
act-unequal-commitments = Unequal commitments
act-equal-commitments = Equal commitments
shares-count = How many parts
share-number = Share { $number }, per cent
shares-rescale = Where one changes, the others give in proportion: all add to 100 %.
point-time = Of the time
point-share = Paid by then
point-time-of = Time of point { $number }, per cent
point-share-of = Share paid at point { $number }, per cent
act-add-point = Add a point
act-remove-point = Remove point { $number }
vintages-title = By year of commitment, USD bn
vintage = Year
field-priority = Priority
priority-first = 1, served first
priority-usual = 5, usual
priority-last = 9, served last

## The screen of payments

disburse-charts = Charts
disburse-panel = Beneath the chart
disburse-divider = Height of the chart
disburse-years = Years beside GDP
disburse-caps = Caps and backlog
disburse-events = Events
disburse-amounts = Amounts by year
column-year = Year
column-paid-bn = Paid, USD bn
column-gdp-bn = GDP, USD bn
column-share-of-gdp = Of GDP
sanity-title = Payments beside the country’s product
sanity-note = Above { $bound } of the year’s product a year is warned about; nothing is blocked.
sanity-extrapolated = A product with ≈ is extrapolated by the plan, not forecast by a source.
gdp-unknown = The product of this year is not known.
gdp-extrapolated = Extrapolated: no source forecasts this year.
roughly = ≈ { $amount }
year-over = More than { $bound } of the year’s product
pace-title = How fast others paid
pace-text = Per cent of the programme paid, by years since it began.
pace-plan = This plan
pace-point = after { $years } years { $share }
pace-alt = Share paid by years since the beginning. This plan: { $plan }. The other programmes are listed below.
pace-reached = { $share } in { $years } y
pace-unverified = from memory
pace-unverified-hint = “From memory” and hollow: unverified, no text was found to check it against.
pace-others = { $count } other figures: pledged, obligated, allocated
column-reached = Share reached
pace-of-afghanistan-canada = Afghanistan: Canada
pace-of-afghanistan-ec-and-germany = Afghanistan: European Commission and Germany
pace-of-afghanistan-united-kingdom = Afghanistan: United Kingdom
pace-of-afghanistan-united-states = Afghanistan: United States
pace-of-afghanistan-world-bank = Afghanistan: World Bank
pace-of-afghanistan-all-donors = Afghanistan: all donors
pace-of-bosnia-prrp = Bosnia and Herzegovina
pace-of-eu-rrf = EU RRF
pace-of-iraq-irrf = Iraq: US relief fund
pace-of-iraq-us-major-funds = Iraq: main US funds
pace-of-iraq-us-total = Iraq: all US money
pace-of-iraq-all-donors = Iraq: all donors
pace-of-iraq-other-donors = Iraq: other donors
pace-of-iraq-own-capital-budgets = Iraq: its own capital budgets
pace-of-iraq-trust-funds = Iraq: trust funds
pace-of-kiel-tracker-eu-institutions = Ukraine aid: EU institutions
pace-of-kiel-tracker-all-donors = Ukraine aid: all donors
pace-of-korea-edcf-ukraine = Korea’s EDCF in Ukraine
pace-of-marshall-plan = Marshall Plan
pace-of-ukraine-facility = Ukraine Facility
pace-of-world-bank-investment-lending = World Bank projects
pace-of-world-bank-policy-lending = World Bank policy loans

## Caps, backlog, lapses

caps-title = Caps on what can be absorbed in a year
caps-unit = USD bn
caps-empty = Nothing bounds a year’s payments yet. A cap holds back what cannot be absorbed: it waits for room and is paid later.
cap-room = Room
cap-paid = Paid
cap-waiting = Waiting at the end
cap-no-room-known = Nothing bounds this year: its product is not known.
cap-fixed = USD { $amount } bn a year
cap-growing = USD { $amount } bn, growing { $rate } a year
cap-of-gdp = { $rate } of GDP
carry-for-ever = waits without end
carry-years =
    { $count ->
        [0] lapses at the end of its year
        [one] waits { $count } year, then lapses
       *[other] waits { $count } years, then lapses
    }
act-add-cap = Add a cap
act-change-cap = Change the cap { $name }
act-remove-cap = Remove the cap { $name }
act-remove = Remove
cap-new-title = A new cap
cap-gone = The cap is no longer there
cap-text = The most that is paid of these rows in a calendar year. What finds no room waits and is paid later, by priority.
field-name = Name
field-rows = Rows
field-cap-kind = Room is
field-room = Room a year, USD
field-first-room = Room in the first year, USD
field-growth = Growth a year
field-gdp-share = Share of GDP
field-carry = Money
slice-dimension = { $label }: dimension
slice-value = { $label }: value
slice-add = Add a value…
lapses-title = When commitments lapse
lapses-text = n+2: what was planned for a year and is not paid by the end of the second year after it lapses.
lapse-never = never
lapse-years = n+{ $years }
lapse-of = Commitments of { $programme } lapse
backlog-title = Waiting for room, by row
backlog-text = USD bn at the end of each year; what lapsed in it stands beneath.
backlog-none = Nothing waits for room, and nothing lapses.
backlog-lapsed = { $code } lapsed

## Events

events-title = Events in the order of their days
events-empty = Events belong here: dated facts and assumptions that are drawn on every time axis and may open, delay, scale or stop money.
column-day = Day
column-event = Event
column-kind = Kind
event-until = to { $day }
event-follows =
    { $count ->
        [0] on the day of { $event }
        [one] { $count } day after { $event }
       *[other] { $count } days after { $event }
    }
event-state-of = State of { $code }
act-add-event = Add an event
event-new-title = A new event
event-gone = The event is no longer there
field-what-happens = What happens
field-event-state = State
field-event-kind = Kind
field-follows = Counted from
follows-none = A day of its own
field-lag-days = Days after it
field-date = Day
date-hint = Year, month, day: 2027-01-31
field-until = Last day
until-hint = Where it lasts: 2041-12-31. Empty where it does not end.
effects-title = What it does to money
effects-none = It is drawn on the time axis and moves no money.
effect-number = Effect { $number }
act-add-effect = Add an effect
act-remove-effect = Remove effect { $number }
field-verb = It
field-quarters = Quarters
field-still-paid = Still paid
field-except = Except
except-none = None is spared

## Amounts by year

amounts-title = One measure by year
amounts-measure = Measure
amounts-by = By
amounts-unit = { $dimension }, USD bn

## Why a figure is what it is

act-why = Why this figure?
act-why-year = Why the figure of { $year }?
why-title = Why this figure
why-empty = Choose a figure of a year in the grid, or a period in a chart: its chain from what is committed to what is paid is told here.
why-all-rows = All rows
why-paid = { $amount } bn paid
why-planned = { $amount } bn planned
why-change = Change
why-left = USD bn
change-more = +{ $amount }
act-go-to-row = Go to the row
why-deciders = What decides it ({ $count })
why-sources = Sources: { $ids }
why-standing = All that is committed, at the end of { $period }, USD bn
why-rows =
    { $count ->
        [one] { $count } row has a part in it
       *[other] { $count } rows have a part in it
    }
why-column-planned = Planned
why-column-paid = Paid
why-nothing = No row has a part in this figure.
