# Words of the window. Amounts, days and times come in as texts in the reader's format; counts come in as numbers.

window-title = { $plan } – Tranche

## The rail

rail-title = Plan, scenarios and screens
rail-label = Scenarios and screens
plan-label = Plan
fingerprint-label = fingerprint
fingerprint-hint = Stands for the exact figures of the plan. The same figures always have the same fingerprint; it is printed on every chart.
state-new = New, without rows yet
state-shipped = The shipped plan, unchanged
state-unsaved = Changed, not saved yet
state-dirty = Changed since it was saved
state-saved = Saved
state-saved-at = Saved { $time }
state-read-only = Read only
toolbar-label = Plan
scenarios = Scenarios
screens = Screens
screen-allocate = Allocate
screen-disburse = Disburse
screen-needs = Needs
screen-sources = Sources
screen-history = History
theme = Theme
theme-system = As the system
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast
language = Language
locale-en = English
locale-uk = Українська
number-format = Number format
number-format-point = 1,234.5
number-format-comma = 1 234,5

## The strip

strip-label = The plan in figures, USD bn
strip-package = Package
strip-allocated = Allocated
strip-unallocated = Unallocated
strip-public = Public
strip-private = Private
strip-booster = Booster
strip-paid = Paid by { $year }
strip-assumption = Assumption
strip-concerns = Concerns
strip-limit = Limit of the reading: { $amount }
strip-of = Of { $amount }
strip-over = Over the limit by { $amount }
strip-over-short = +{ $amount }
strip-concerns-hint =
    { $error ->
        [one] { $error } error
       *[other] { $error } errors
    }, { $warning ->
        [one] { $warning } warning
       *[other] { $warning } warnings
    }, { $note ->
        [one] { $note } note
       *[other] { $note } notes
    }
strip-unit = bn
readout-unit = USD
amount-exact = USD { $amount }

## Acts, by name

act-open = Open…
act-open-empty = New plan without rows
act-open-shipped = Open the shipped plan
act-recent = Recent plans
recent-missing = Not found: { $path }
act-save = Save
act-save-as = Save as…
act-rename = Rename the plan
act-undo = Undo
act-undo-nothing = nothing to undo
act-redo = Redo
act-redo-nothing = nothing to redo
act-palette = Find a command or a row
act-export-chart = Export the chart
act-export-chart-as = Export “{ $chart }” as { $format }
act-export-plan = Export the plan as { $format }
act-go-to = Go to { $screen }
act-group-by = Group by: { $dimension }
act-group-none = Group by nothing
act-order-largest = Order by amount: largest first
act-order-smallest = Order by amount: smallest first
act-order-plan = Order as in the plan
act-theme = Theme: { $theme }
act-reading = Reading: { $reading }
act-toggle-rail = Show or hide the left rail
act-toggle-side = Show or hide the inspector
act-back-to-row = Back to the row
act-add-row = Add a row
act-remove-row = Remove the row
act-remove-filter = Remove the filter { $filter }
act-clear-filters = Show all rows
act-show-table = Show table
act-show-chart = Show chart
act-show-in-folder = Show in folder
act-show-rows =
    { $count ->
        [one] Show the row
       *[other] Show the { $count } rows
    }
act-recover = Recover
act-discard = Discard
act-later = Later
act-cancel = Cancel
act-dismiss = Dismiss
act-add-source = Add a source…
act-remove-source = Remove source { $id }
act-add-paid = Add a payment…
act-remove-paid = Remove the payment of { $quarter }
export-as = As { $format }
palette-placeholder = A command, a screen, a row …
palette-nothing = Nothing goes by that name.

## The grid

grid-label = Allocations, USD bn
grid-total = Total
grid-total-shown =
    { $count ->
        [one] Total of { $count } row shown
       *[other] Total of { $count } rows shown
    }
group-by = Group by
group-then = then by
group-then-by = Then group by
group-nothing = nothing
group-rows =
    { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
filter = Filter
filter-dimension = Filter by
filter-chip = { $dimension }: { $values }
filter-concern =
    { $count ->
        [one] The row of a concern
       *[other] The { $count } rows of a concern
    }
search-rows = Search rows
column-code = Row
column-programme = Programme
column-instrument = Instrument
column-sector = Sector
column-amount = USD bn
column-after = after
column-planned = planned { $period }
column-planned-hint = Planned by the profiles, before events, reform steps and caps. “Why this figure?” leads to what is paid.
amount-of = Amount of { $code }, USD
mark-locked = Locked
mark-moved = Of this, { $amount } should have been paid earlier and moved to the first open quarter.
amount-unseen = “{ $text }” would be { $amount }. The column is in billions: type { $text }bn. If you mean dollars, type { $text } USD.
allocate-empty = Allocations belong here: who pays how much, for what, and when.
allocate-none-fit = No row fits the search and the filters.
divider-label = Height of the grid

## Charts

chart-label = Chart
chart-period-of = Period in “{ $title }”
chart-no-period = No period chosen; the arrow keys move through them.

## The inspector

side-label = Inspector
inspector-empty = Choose a row to see all its fields, its sources and its history.
field-amount = Amount, USD
amount-example = 45bn
field-total = Total, USD
field-programme = Programme
field-instrument = Instrument
field-capital = Capital
field-sector = Sector
field-purpose = Purpose
field-cluster = Booster
field-cluster-none = None
field-start = Start
field-end = End
field-profile = Profile
field-amount-grade = Amount is
field-split-grade = Split is
field-lock = Locked
field-note = Note
field-paid = Paid so far
field-sources = Sources
lock-hint = Stays as it is
parameter-range = From { $min } to { $max }
curve-label = Share paid over time. { $sentence }
paid-in = Paid in { $quarter }, USD
paid-none = Nothing has been paid yet.
sources-none = No source is named.
row-history = History of this row
history-none = Nothing has been changed.
new-row-title = A new row

## The package and its readings

package-title = Package and reading
package-text = The target to be divided over { $from }–{ $to }. It is under negotiation, not a signed budget.
readings-title = Readings
readings-text = How the headline amounts relate. A reading sets limits and never changes a row.
reading-evidence = Evidence
reading-arithmetic = Arithmetic
reading-for = For it
reading-against = Against it
reading-judgement = Judgement

## Limits, and what gives

balance-label = When an amount changes,
balance-total = the total moves
balance-others = other rows rescale
balance-row = { $code } gives
limits-title = Limits
limits-text = Your own, checked with every change. A limit warns, unless you let it refuse.
limit-kind = Limit is
limit-rows = Rows
limit-everything = All rows
limit-warns = Warns
limit-refuses = Refuses edits that break it
limit-may-refuse = Refuse edits that break it
act-add-limit = Add a limit
act-remove-limit = Remove the limit { $name }
act-verify = Verify the plan’s history

## Concerns and rules

concerns-title = Concerns
concerns-text = Nothing here stops your work. Errors contradict the plan itself; warnings and notes are worth a second look.
concerns-none = There is nothing to be concerned about.
severity-error = Error
severity-warning = Warning
severity-note = Note
rules-title = How these figures were made
rules-text = What no source states was made by these rules, and is called an assumption wherever it is shown.

## Needs, sources, history

needs-text = RDNA5 needs for 2026–2035 beside what the plan allocates, USD bn. Needs are at end-2025 prices, not deflated. A gap below zero means that more is allocated than needed.
column-need = Need
need-not-stated = The assessment states no need for this sector.
column-allocated = Allocated
column-gap = Gap
column-note = Note
sources-text = { $shown } of { $of } sources, with publisher, date and how each was checked.
sources-empty = Sources belong here: where each figure comes from. Rows name them in the inspector.
sources-none-fit = No source fits the search.
search-sources = Search sources
column-id = Id
column-title = Title
column-verified = How it was checked
history-text = Every change since the plan’s first day. Undo adds an entry; nothing is rewritten.
history-author = Your name
history-author-hint = Stands beside every change that you make from now on.
history-empty = Changes belong here. Change a figure, and it is the first.
column-number = No.
column-change = Change
column-author = Author
column-time = Time
column-state = State
entry-edit = Done
entry-undo = Undo
entry-redo = Redo
entry-created = Created
entry-undone = Undone

## The bottom line

status-cells =
    { $count ->
        [one] { $count } cell
       *[other] { $count } cells
    }
status-rows = { $shown } of { $of } rows
status-grouped = grouped by { $dimensions }
status-chart-whole = the chart shows the whole plan
status-as-of = As of { $day }
status-kept = All changes kept
status-kept-hint = Each change is written to the working copy before it is shown. Saving writes it to your file.

## Notices and questions

notice-saved = Saved “{ $name }”.
notice-exported = Exported.
question-changed-title = The file has changed since it was opened
question-changed-copy = Save a copy
question-changed-replace = Replace after backup
question-exists-title = There is a file by that name
question-exists-other = Choose another name
question-exists-replace = Replace
copies-title =
    { $count ->
        [one] Unsaved work was found
       *[other] Unsaved work was found in { $count } plans
    }
copies-text = It was kept when the program last ended. Recover opens it; Discard deletes it for good.
copies-line =
    { $time } · { $edits ->
        [one] { $edits } change
       *[other] { $edits } changes
    } · { $total }
