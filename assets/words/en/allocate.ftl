# Dividing the package: acts on several rows in the history, what edits would do, limits, needs. Acts: sentence case, no final point.

## What was done to several rows

# How many rows, in a sentence: the rows of a shipped sector have a short word for it.
label-rows = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}
label-rows-sector = { $rows ->
    [one] { $rows } { $place-text } row
   *[other] { $rows } { $place-text } rows
}
label-rows-of = { $rows ->
    [one] { $rows } row of “{ $place-text }”
   *[other] { $rows } rows of “{ $place-text }”
}
# The same where they are counted: as what is added or locked.
label-rows-counted = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}
label-rows-sector-counted = { $rows ->
    [one] { $rows } { $place-text } row
   *[other] { $rows } { $place-text } rows
}
label-rows-of-counted = { $rows ->
    [one] { $rows } row of “{ $place-text }”
   *[other] { $rows } rows of “{ $place-text }”
}
label-sector-housing = housing
label-sector-education = education
label-sector-health = health
label-sector-social-protection = social protection
label-sector-culture = culture
label-sector-energy = energy
label-sector-transport = transport
label-sector-water = water supply
label-sector-agriculture = agriculture
label-sector-commerce-industry = industry
label-sector-irrigation = irrigation
label-sector-explosive-hazards = mine action
label-sector-digital = digital
label-sector-public-administration = administration
label-sector-budget-support = budget support
label-field-span = start and end

edit-row-years = Type the years of { $row-text }
edit-row-years-total = Type { $years-text } of { $row-text }, which now holds { $total-text }
edit-row-year-total = Type { $year-text } of { $row-text }: { $amount-text }; the row now holds { $total-text }
edit-row-year-held = Type { $year-text } of { $row-text }: { $amount-text }; its other years give, and its total holds
edit-row-year-moved = Move { $amount-text } of { $row-text } from { $from-text } to { $to-text }
edit-row-fields = { $row-text }: { $fields-text } changed
edit-row-split = Split { $row-text } into { $rows } rows
edit-rows-merge = Merge { $rows } rows into { $row-text }
edit-rows-moved = Move { $amount-text } from { $from-text } to { $row-text }
edit-rows-amounts = Change the amounts of { $rows-text }, together { $amount-text }
edit-rows-amounts-held = Change the amounts of { $rows-text }, together { $amount-text } as before
edit-rows-start = Move { $rows-text } to start { $start-text }
edit-rows-end = Move { $rows-text } to end { $end-text }
edit-rows-span = Move { $rows-text } to { $start-text } to { $end-text }
edit-rows-dates = Move the start and end of { $rows-text }
edit-rows-set = Set the { $field-text } of { $rows-text } to { $value-text }
edit-rows-changed = Change the { $field-text } of { $rows-text }
edit-rows-unboost = Take { $rows-text } out of the booster
edit-rows-add = { $known ->
    [yes] Add { $rows-text }, together { $amount-text }
   *[no] Add { $rows-text }
}
edit-rows-remove = { $known ->
    [yes] Remove { $rows-text }, together { $amount-text }
   *[no] Remove { $rows-text }
}
edit-rows-lock = Lock { $rows-text }
edit-rows-unlock = Unlock { $rows-text }
edit-rows-change = Change { $rows-text }
edit-rows-come = Add { $rows-text }
edit-rows-go = Remove { $rows-text }

## What edits would do

preview-needs-alike = All these rows are of one sector ({ $sector-text }), which needs do not tell apart: they share the total in proportion to what they hold now.
preview-no-need = No need is stated for the sector “{ $sector-text }”: its rows keep only what is paid or locked.
preview-together = { $rows ->
    [one] The row then holds
   *[other] The { $rows } rows together then hold
} { $amount-text }{ $held ->
    [0] .
    [one] , one of them locked and unchanged.
   *[other] , { $held } of them locked and unchanged.
}
preview-like-alike = All these rows stand in one place, which the other rows do not tell apart: they share the total in proportion to what they hold now.

## Limits

limit-of-reading-public = Public capital
limit-of-reading-private = Private capital
limit-of-reading-booster = Booster
limit-of-reading-total = Package
limit-told = { $kind-text } { $amount-text }
limit-told-share = { $kind-text } { $share-text } ({ $amount-text })
limit-share-of = { $all ->
    [yes] { $share-text } of all allocations
   *[no] { $share-text } of “{ $of-text }”
}
limit-per-cent = { $number-text } %

## Needs

needs-net = What is signed or running is taken off both needs and allocations.

## What is refused

problem-rows-or-slice = Say which rows are meant: either by a slice or by their codes, and not by both.
problem-no-rows-chosen = No row is meant by this. Choose at least one row.
problem-slice-empty = No row is meant by “{ $slice_text }”{ $parts ->
    [1] .
   *[other] : all of it must hold at once.
} Choose a slice that has rows.
problem-all-locked = All { $number } rows are locked. Unlock some first.
problem-split-leaves-nothing = The parts add to { $sum_usd }, and the row holds { $amount_usd }: nothing is left for one more.

## Pasting: the block as a whole

problem-paste-empty = There are no cells to paste. Copy cells of a spreadsheet or a table first.
problem-paste-too-many-cells = { $cells } cells are to be pasted. At most { $most } are read; copy fewer.
problem-paste-too-long = What is to be pasted has { $bytes } bytes. At most { $most } are read; copy less.
problem-paste-several-tables = { $tables } tables were copied together. Copy one of them.
problem-paste-needs-place = The block does not name its columns. Choose the cell on which it is to land, or copy the line with the names of the columns too.
problem-paste-unknown-place = There is no column “{ $column }” on which a block could land.
problem-paste-refused = { $refused ->
    [one] One cell was refused
   *[other] { $refused } cells were refused
}, so nothing was pasted: { $reason-text }
paste-first-refused = line { $line-text }, { $column-text }: { $reason-text }
paste-refuses = { $refused ->
    [one] One cell is refused; until it is put right
   *[other] { $refused } cells are refused; until they are put right
}, nothing is pasted.
paste-nothing = Everything stands there already.
paste-changes = { $cells ->
    [one] Change one cell
   *[other] Change { $cells } cells
} of { $rows ->
    [one] one row
   *[other] { $rows } rows
}
paste-adds = { $added ->
    [one] Add one row
   *[other] Add { $added } rows
}
paste-changes-and-adds = { $changes-text }; { $adds-text }

## Pasting: single cells

problem-paste-merged = This cell was merged with others, so where its text belongs cannot be known. Split the cells before copying.
problem-paste-table-inside = Another table stands in this cell. Copy that table by itself.
problem-paste-off-line = In “{ $text }” a raised or lowered sign stands beside others, like the mark of a footnote, and would be read as part of them. Take it out, or paste the cell as plain text.
problem-paste-hidden-sign = The text holds a sign that cannot be seen ({ $sign }). Type the text anew, without it.
problem-paste-cell-too-long = The text is longer than { $most } bytes.
problem-paste-unknown-column = No column is called “{ $text }”. Give it the name of a column, or leave it out.
problem-paste-unnamed-column = This column has no name in the first line, so what stands in it cannot be placed. Name it, or leave it out.
problem-paste-column-twice = The column “{ $text }” stands in the block twice. Leave one of them out.
problem-paste-too-wide = The block is wider than the columns right of the chosen cell. Copy fewer columns, or begin further left.
problem-paste-computed = { $column-text } is computed and cannot be pasted. Leave the column out.
problem-paste-fixed = { $column-text } is not set by pasting. Leave the column out.
problem-paste-formula = “{ $text }” is a formula, not a value. Copy the cell as a value.
problem-paste-date = “{ $text }” looks like a date, not an amount. Check whether the columns have shifted.
problem-paste-share = “{ $text }” is { $size ->
    [negative] a share below nothing
    [over] a share of more than 100 %
   *[within] a share
}, not an amount. Amounts are pasted, shares are computed.
problem-paste-scientific = “{ $text }” has lost its digits to a short notation. Widen the column or show the number in full, and copy it again.
problem-paste-other-marks = “{ $text }” is written with other marks than your number format, in which “{ $expected }” stands before the decimals. Write all amounts in one way.
problem-amount-unseen = “{ $text }” means { $amount_usd }, which a column in billions shows as nothing. Add a unit: { $text }bn, { $text }mn; or, if you mean dollars, write USD { $text }.
problem-paste-empty-cell = { $column-text } cannot be empty. Fill the cell, or leave the row out.
problem-paste-no-place = { $column-text }: “{ $text }” is none of those there are. Use a name from the list, or its key.
problem-paste-two-places = { $column-text }: several are called “{ $text }”. Use the key: { $known }.
problem-paste-not-yes-or-no = “{ $text }” is neither yes nor no.
problem-paste-group-line = “{ $text }” is a line of a group or a sum, not a row. Copy the rows without it.
problem-paste-no-such-row = No row has the code “{ $text }”. Check the code; a new row also needs: { $columns-text }. Leave out a line of a group or a sum.
problem-paste-row-hidden = { $allocation } is in the plan, but a filter, the search or a closed group hides it. Show it, or choose a cell that is in view.
problem-paste-other-row = The code of a row never changes: this is { $allocation }, and the block says “{ $text }”. With a line of column names the block finds its rows by their codes.
problem-paste-capital-otherwise = { $instrument-text } brings another capital than { $said-text }, which the block still says. Make the two agree, or leave the capital out.
problem-paste-row-twice = { $allocation } stands in the block twice. Leave one of the lines out.
problem-paste-missing = A new row needs { $column-text }. Add the column, or fill the cell.
problem-paste-years-otherwise = The years of the block make { $column-text } { $after-text }, and the block says { $said-text }. Paste one of the two, or make them agree.

## The grid: columns that are no fields

grid-column-funder = Funder
grid-column-share = Share of the package, %
grid-column-held-grade = Grade by its sources
grid-column-settled = Paid so far
grid-column-moved = Moved
grid-measure-period = { $measure-text } { $period-text }
grid-after = after
problem-unknown-column = There is no column “{ $wanted }”. Use the name of a field, or a measure and a period: amount, planned:2027.
problem-skipped = { $command } was not carried out, because what came before it failed.
