# Words of the window about editing amounts: the grid, its columns, spreading, pasting, bulk edits and limits.

## The grid

column-funder = Funder
column-capital = Capital
column-purpose = Purpose
column-booster = Booster
column-share = Of package, %
column-start = Start
column-end = End
column-profile = Profile
column-priority = Priority
column-amount-grade = Amount is
column-split-grade = Split is
column-held-grade = Held as
column-sources = Sources
column-cited = Fields with sources
column-locked = Locked
column-settled = Paid so far
column-moved = Overdue
column-of-paid = paid { $period }
column-of-committed = due { $period }
column-paid-hint = Paid after events, reform steps and caps.
mark-computed = Worked out, not typed
mark-assumption = An assumption: no source says it
mark-typed-year = Typed: the profile holds this year’s share
group-locked = { $count } locked
order-now-none = Press to order by this column.
order-now-ascending = Smallest first, or from A. Press to turn round.
order-now-descending = Largest first, or from Z. Press to turn round.
grid-keys = Arrow keys move, Enter or F2 edits, Escape restores, Shift and arrows select, the menu key lists what can be done.
grid-cell-of = { $column } of { $code }
grid-locked = yes
grid-no-cluster = None
grid-columns = Columns
grid-columns-years = Years
grid-columns-fields = Fields
grid-columns-first = As at first
grid-years-planned = Planned by year
grid-years-paid = Paid by year
grid-years-committed = Due by year
grid-computed = { $column } is worked out from the others and cannot be typed.
grid-year-of-group = The year of a group is the sum of its rows: type it into a row.
grid-years-alone = A year is typed alone: what gives is chosen for each.
grid-not-of-group = This belongs to single rows: choose a row, or edit all selected ones together.
grid-not-empty = { $column } cannot be empty. Nothing was changed.
grid-nothing-above = There is no row above to fill down from.
grid-copy = Copy
grid-copy-again = The cells are ready. Press Ctrl+C once more.
grid-paste = Paste
grid-fill = Fill down
grid-clear = Empty
grid-duplicate =
    { $count ->
        [one] Duplicate the row
       *[other] Duplicate { $count } rows
    }
grid-remove =
    { $count ->
        [one] Remove the row
       *[other] Remove { $count } rows
    }
grid-order-rise = Order by { $column }, smallest first
grid-order-fall = Order by { $column }, largest first
status-sum = Sum { $amount }
status-count =
    { $count ->
        [one] 1 amount
       *[other] { $count } amounts
    }
status-share = { $share } % of the package
status-chosen-rows =
    { $count ->
        [one] 1 row
       *[other] { $count } rows
    }

## What would happen, before it does

preview-label = Every row that would change
preview-row = Row
preview-what = What
preview-field = Field
preview-before = Before
preview-after = After
preview-change = Change
preview-new = new
preview-gone = gone
preview-show-more =
    { $count ->
        [one] Show 1 more
       *[other] Show { $count } more
    }
preview-not-listed =
    { $count ->
        [one] One more changes and is not listed.
       *[other] { $count } more change and are not listed.
    }
outlook-rows =
    { $count ->
        [0] No row changes
        [one] 1 row changes
       *[other] { $count } rows change
    }
outlook-held =
    { $count ->
        [one] 1 locked row stays as it is
       *[other] { $count } locked rows stay as they are
    }
outlook-unallocated = Unallocated: { $before } → { $after } bn
outlook-limit = { $limit }: missed by { $before } → { $after } bn

## Typing a total, a year, or what gives

figure-apply = Apply
figure-restore = Restore
figure-keys = Arrows and digits choose · Enter applies · Esc restores
figure-name-first = Name it first: press Tab or Enter.
pick-placeholder = Type a few letters…
pick-nothing = Nothing fits.
spread-figure = Total of { $what }, USD
spread-locked = { $amount } bn of it is locked
spread-how = The rows share it
spread-how-rescale = in the proportion they have now
spread-how-equal = equally
spread-how-needs = by the needs of RDNA5
spread-how-like = like another group…
spread-like-group = Like which group
spread-like-by = told apart by
spread-gives = The difference
spread-gives-unallocated = changes what is unallocated
spread-gives-others = is met by the other rows, in proportion
spread-gives-row = is met by a named row…
spread-row = Which row
year-figure = { $year } of { $code }, USD
year-title = { $code } in { $year }
year-detail = { $programme } · { $profile } becomes typed shares
year-gives = The difference
year-gives-others = is met by the other years: the row’s total holds
year-gives-total = changes the row’s total
year-gives-year = is met by another year…
year-which = Which year

## Balancing a table

balancing-act = Balance a table…
balancing-title = Balance a table
balancing-text = Type the totals that rows and columns are to have, USD bn. The table is filled from its present pattern, to the cent; a cell without rows stays empty, and what is locked or paid stays.
balancing-label-table = Table to balance
balancing-rows = Rows
balancing-columns = Columns
balancing-now = Total now
balancing-wanted = New total
balancing-wanted-of = New total of { $what }, USD
balancing-held-hint = { $amount } of it is locked or paid and stays.
balancing-no-row = No row stands here, so nothing can go here.
balancing-cell = Before: { $before }. After: { $after }.
balancing-empty = Rows belong here: the plan has none yet.
balancing-hint = An empty field keeps the total it has. A column copied from a spreadsheet can be pasted into the first field.
balancing-apply = Apply to the rows
balancing-show-rows = Show rows
balancing-show-table = Show table
balancing-clear = Clear the totals

## Acts on several rows

bulk-edit = Set a field of the selected rows…
bulk-title =
    { $count ->
        [one] Set a field of one row
       *[other] Set a field of { $count } rows
    }
bulk-field = Field
bulk-value = New value
bulk-now = Set
bulk-locked-yes = Locked
bulk-locked-no = Not locked
bulk-split = Split the row…
bulk-split-title = Split { $code }
bulk-split-text = { $programme }, { $sector }. Each part becomes a row of its own with the same fields; what was paid stays with the first.
bulk-split-whole = Whole, USD
bulk-split-part = Part { $number }, USD
bulk-split-rest = What is left
bulk-split-rest-open = follows from the parts
bulk-split-add = Add a part
bulk-split-drop = Take the last part away
bulk-split-now = Split
bulk-merge = Merge the selected rows…
bulk-merge-title =
    { $count ->
        [one] Merge one row
       *[other] Merge { $count } rows
    }
bulk-merge-text = They become one row: the first stays, with the sum of all amounts and payments, and the sources of all.
bulk-merge-now = Merge
bulk-lock = Lock the selected rows
bulk-unlock = Unlock the selected rows
bulk-lock-shown = Lock all rows on view
bulk-unlock-shown = Unlock all rows on view
bulk-shown-detail = as the filters and the search leave them

## Needs

needs-without-funded = Without what is signed or running
needs-need-left = Need not funded
needs-allocated-left = Allocated, not funded
needs-funded = Signed or running
needs-coverage = Coverage
needs-bars = Allocated of the need
needs-bar = { $sector }: { $allocated } allocated; need: { $need }

## Limits

limits-of-reading = Of the reading in force: they warn and never refuse.
limit-held = Held: { $amount }
limit-left = Left: { $amount }
limit-missed-by = Missed by { $amount }
limit-show-rows = Show its { $rows } rows
act-change-limit = Change the limit { $name }
act-keep-limit = Keep
limit-against = Held against
limit-against-amount = an amount
limit-against-share = a share of other rows
limit-share = Share, per cent
limit-of = Share of
limit-of-all = all allocations

## Sources of fields

field-sources-of-one = Sources of a single field
field-sources-none = None: each field comes from where the row does.
field-sources-field = Field
grade-without-source = assumption: no source

## Pasting a block

paste-title = Paste from the clipboard
paste-size = { $lines ->
        [one] 1 line
       *[other] { $lines } lines
    } of { $columns ->
        [one] 1 cell
       *[other] { $columns } cells
    }
paste-would =
    { $count ->
        [one] 1 other cell would change
       *[other] { $count } other cells would change
    }
paste-added =
    { $count ->
        [one] 1 row would be added
       *[other] { $count } rows would be added
    }
paste-same =
    { $count ->
        [one] 1 cell says what stands there already
       *[other] { $count } cells say what stands there already
    }
paste-follows = follows
paste-allocated = Allocated: { $before } → { $after } bn
paste-header = The first line names the columns
paste-columns = What the columns of the block mean
paste-column-unnamed = Column { $place }
paste-column-unknown = is not understood
paste-columns-more = and { $count } more
paste-cells = Every cell that would change or is refused
paste-line = Line
paste-column = Column
paste-says = On the clipboard
paste-why = Why it is refused
paste-part-refused =
    { $count ->
        [one] Refused: 1 cell
       *[other] Refused: { $count } cells
    }
paste-part-changes =
    { $count ->
        [one] Would change: 1 cell
       *[other] Would change: { $count } cells
    }
paste-more =
    { $count ->
        [one] and 1 more cell that is not listed
       *[other] and { $count } more cells that are not listed
    }
paste-now = Paste
paste-keys = Enter pastes, all or nothing · Esc leaves everything as it is
paste-table = Paste a table
paste-table-hint = Or copy a table in Excel, LibreOffice, Google Sheets or Word and press Ctrl+V here. Its first line names the columns: Programme, Instrument, Sector, Purpose, Amount, First quarter, Last quarter.
paste-press-keys = Press Ctrl+V: the clipboard is read only when you press the keys yourself.
