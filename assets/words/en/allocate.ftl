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
edit-row-fields = Change { $fields-text } of { $row-text }
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
preview-like-alike = All these rows stand in one place, which the other rows do not tell apart: they share the total in proportion to what they hold now.

## Limits

limit-of-reading-public = Public capital
limit-of-reading-private = Private capital
limit-of-reading-booster = Booster
limit-of-reading-total = Package
limit-bound = { $kind-text } { $amount-text }
limit-bound-share = { $kind-text } { $share-text } ({ $amount-text })
limit-share = { $all ->
    [yes] { $share-text } of all allocations
   *[no] { $share-text } of “{ $of-text }”
}
limit-per-cent = { $number-text } %

## Needs

needs-net = What is signed or running is taken off both needs and allocations.

## What is refused

problem-rows-or-slice = Say which rows are meant: either by a slice or by their codes, and not by both.
problem-no-rows-chosen = No row is meant by this. Choose at least one row.
problem-all-locked = All { $number } rows are locked. Unlock some first.
problem-split-leaves-nothing = The parts add to { $sum_usd }, and the row holds { $amount_usd }: nothing is left for one more.
