# Problems: what happened, where, what to do. One sentence or two; the second says what to do.

problem-internal = The program made a mistake while answering “{ $command }”. The plan is as the last change left it; please report this.
problem-unknown-command = There is no command “{ $wanted }”. “tranche-cli call --help” lists them.
problem-bad-request = The request for “{ $command }” was not understood at { $field }: { $reason }.
problem-request-unread = The request for “{ $command }” was not understood: { $reason }.
problem-missing-field = The request for “{ $command }” lacks { $field }. Add it.
problem-no-plan = No plan is open. Open one first.
problem-unknown-option = “{ $wanted }” is not a known { $option }. Known are: { $known }.
problem-repeated-option = “{ $wanted }” is named twice as { $option }. Name it once.
problem-period-in-by = “{ $wanted }” is no dimension. Use --every { $wanted } instead.

problem-edit-refused = Change { $place } of { $count } was refused, and none was made: { $reason }
problem-about = { $about ->
    [allocations] Allocation
    [steps] Step
    [events] Event
    [caps] Cap
    [clusters] Cluster
    [programmes] Programme
    [limits] Limit
    [scenarios] Scenario
   *[other] Row
} { $named ->
    [yes] “{ $row-text }”
   *[no] { $row-text }
}: { $reason-text }
problem-about-follower = Event { $follower-text }, which follows { $row-text }: { $reason-text }
problem-no-edits = There is no change in the list. Name at least one.
problem-nothing-to-undo = There is nothing to undo.
problem-nothing-to-redo = There is nothing to do again.
read-only-in-use = It is open elsewhere. Close it there, or save a copy under another name.
problem-read-only-in-use = This plan cannot be changed here. It is open elsewhere. Close it there, or save a copy under another name.
read-only-no-own-folder = The program’s own folder cannot be written, so no change could be kept safe. Free it, or set XDG_DATA_HOME.
problem-read-only-no-own-folder = This plan cannot be changed here. The program’s own folder cannot be written, so no change could be kept safe. Free it, or set XDG_DATA_HOME.
read-only-peeked = The plan was opened to be read only. To change it, name a plan file; the shipped plan is never overwritten.
problem-read-only-peeked = This plan cannot be changed here. The plan was opened to be read only. To change it, name a plan file; the shipped plan is never overwritten.
read-only-closed = The plan was closed. Open it again.
problem-read-only-closed = This plan cannot be changed here. The plan was closed. Open it again.

problem-unknown-row = There is no { $table ->
    [allocations] allocation
    [programmes] programme
    [funders] funder
    [sectors] sector
    [clusters] cluster
    [readings] reading
    [sources] source
    [limits] limit
    [steps] step
    [events] event
    [caps] cap
    [chapters] chapter
   *[other] row
} “{ $wanted }” in this plan.
problem-unknown-scenario = There is no scenario “{ $wanted }” in this plan.
problem-unknown-version = There is no version “{ $wanted }” in this plan.
problem-unknown-profile = There is no profile “{ $wanted }”. Known are: { $known }.
problem-unknown-parameter = The profile { $profile } takes no parameter “{ $parameter }”.
problem-missing-parameter = The profile { $profile } needs the parameter { $parameter }.
problem-parameter-not-a-number = “{ $text }” is no value of the parameter { $parameter }. Write a number with a point and at most twelve decimals.
problem-parameter-out-of-range = { $parameter } = { $value } is outside the range of the profile { $profile }. Give a value from { $least } to { $greatest }.
problem-ramps-overlap = The ramps u = { $u } and d = { $d } of the trapezoid overlap. Together they may be 1 at most.
problem-parameter-not-whole = { $parameter } = { $value } of the profile { $profile } counts something. Give a whole number.
problem-parameter-too-fine = { $parameter } = { $value } of the profile { $profile } has more than twelve decimals. Round it; only typed shares may have up to eighteen.
problem-parameters-above-one = { $parameters } of the profile { $profile } make { $sum }. Together they may be 1 at most.
problem-list-empty = The list { $parameter } of the profile { $profile } is empty. Give at least one entry.
problem-list-too-long = The list { $parameter } of the profile { $profile } has { $entries } entries. It may have { $most } at most.
problem-list-wrong-count = The list { $parameter } of the profile { $profile } has { $entries } entries, and it needs { $wanted }: one for each year.
problem-share-negative = { $parameter } = { $value } of the profile { $profile } is negative. A share is nothing or more.
problem-shares-do-not-add = The shares { $parameter } of the profile { $profile } add to { $sum }, which is off by { $off }. Together they must be exactly 1.
problem-curve-falls = The curve falls at point { $point }, from { $before } to { $share }. What has been paid cannot become less: give { $before } or more there.
problem-curve-out-of-order = Point { $point } stands at { $time }, not later than { $before }. Give the points in the order of time, each later than the one before it.
problem-curve-ends-elsewhere = The last point is { $share } at the time { $time }. A curve ends with 1 at the time 1.
problem-negative-amount = The amount { $amount_usd } is negative. Only nothing or more makes sense here.
problem-payment-not-positive = A payment of { $amount_usd } is no payment. Type more than nothing, or take the entry out.
problem-end-before-start = The end { $end } is before the start { $start }. Give an end in { $start } or later.
problem-less-than-paid = { $paid_usd } has been paid already, more than the amount { $amount_usd }. Raise the amount or correct the payments.
problem-paid-in-future = A payment in { $quarter } lies after { $as_of }, the plan’s as-of date. Type payments up to that date only.
problem-paid-before-package = A payment in { $quarter } lies before { $first }, the package’s first quarter.
problem-locked = { $allocation } is locked. Unlock it first.
problem-code-taken = The code { $allocation } is taken. Choose another one.
problem-id-taken = A row with the id { $id } is in the plan already.
problem-empty-name = The name is empty. Type one.
problem-too-long = The { $field } has { $length } characters. It may have { $most }.
problem-unprintable = The { $field } contains control or direction characters. Take them out.
problem-limit-missed = { $bounded ->
    [yes] This would miss the limit “{ $limit }” ({ $bound_text }) by { $by_usd }, and the limit is set to refuse. Choose other amounts, change the limit, or let it only warn.
   *[no] This would miss the limit “{ $limit }” by { $by_usd }, and the limit is set to refuse. Choose other amounts, change the limit, or let it only warn.
}
problem-too-many-rows = A plan holds { $most } allocations at most.
problem-empty-package = The package must be more than nothing.
problem-not-citable = The field “{ $field }” cannot have sources of its own.
problem-limit-twofold = A limit is an amount or a share of another slice, not both. Leave one of them out.
problem-programmes-in-circle = The programme “{ $wanted }” would be part of itself.
problem-limit-without-bound = Say the limit as an amount or as a share of another slice.
problem-not-settable = { $field ->
    [code] A row keeps its code.
    [paid] What was paid is typed quarter by quarter.
    [cited] Sources of single fields are set field by field.
   *[other] The field “{ $field }” is not set this way.
}
problem-spread-locked = Locked rows hold { $locked_usd }, more than the total { $total_usd }. Unlock some, or give a larger total.
problem-spread-paid = { $paid_usd } has been paid already, more than the total { $total_usd }. Give a larger total.
problem-spread-paid-and-locked = { $paid_usd } has been paid already and locked rows hold { $locked_usd }, together more than the total { $total_usd }. Unlock some, or give a larger total.
problem-nothing-to-spread = { $number ->
    [0] There is no row here to spread the total over.
    [one] There is no row to spread the total over: the only one is locked. Unlock it first.
   *[other] There is no row to spread the total over: all { $number } are locked. Unlock some first.
}
problem-nothing-to-spread-by = { $how ->
    [needs] No need is stated for the sectors of these rows, so there is nothing to spread by. Spread equally instead.
    [like] The other rows hold nothing where these rows stand, so there is nothing to spread by. Name other rows, or spread equally.
   *[rescale] These rows hold nothing yet that is unpaid, so there is nothing to be in proportion to. Spread equally instead.
}
problem-split-does-not-add = The parts add to { $sum_usd } and not to { $amount_usd }, which the row holds.
problem-too-few-parts = A row is split into two parts or more.
problem-too-few-rows = Name two rows or more to merge.
problem-rows-differ = { $allocation } cannot be merged with { $others }: they differ in the { $field ->
    [programme] programme
    [instrument] instrument
    [capital] capital
    [sector] sector
    [purpose] purpose
   *[booster] booster’s cluster
}.
problem-sum-too-large = Together that is { $sum }, more than an amount can hold. The most is 92,233,720,368,547,758.07.
problem-margins-refused = { $reason }. Each line of the file has a dimension, a key and an amount in US dollars.
problem-named-twice = “{ $wanted }” is named twice.

problem-amount-empty = The amount is empty. Type one, such as 45bn.
problem-amount-not-a-number = “{ $text }” is not an amount. Type one such as 45bn or 45,000,000,000.
problem-amount-bad-grouping = The thousands in “{ $text }” are not grouped in threes. Group them evenly or not at all.
problem-amount-ambiguous = “{ $text }” can be read as a whole number or as one with decimals. Type it without grouping, or with a unit such as bn.
problem-amount-other-format = “{ $text }” does not fit your number format, in which “{ $expected }” stands before the decimals. Type it so, or change the number format.
problem-amount-finer-than-cent = “{ $text }” is finer than a cent and would be rounded. Type at most two decimals of a dollar.
problem-amount-too-large = “{ $text }” is too large. The most is 92,233,720,368,547,758.07.
problem-amount-not-canonical = “{ $text }” is not an amount with a point and at most two decimals, such as 45000000000.00.
problem-not-a-key = “{ $text }” is not a name the program uses: letters, digits, “_”, “-” and “.”, beginning with a letter.
problem-not-a-quarter = “{ $text }” is not a quarter. Write it like 2026-Q1.
problem-not-a-share = “{ $text }” is not a number with a point and at most twelve decimals.
problem-not-a-time = “{ $text }” is not a point in time. Write it like 2026-11-20T12:00:00Z.

problem-needs-place = This plan has no file yet. Choose where to save it.
problem-file-missing = { $path } is not there. Check the name, or whether the drive is connected.
problem-file-is-folder = { $path } is a folder. Name a file in it.
problem-file-not-regular = { $path } is not a regular file. Name a plan file.
problem-file-denied = The system does not permit this with { $path }. Check its permissions, or choose another place.
problem-file-empty = { $path } is empty: there is not a byte in it. Use a backup or another copy.
problem-file-truncated = { $path } is cut off: { $found } of { $expected } bytes are there. Copy it again, or use a backup.
problem-file-too-large = { $path } is larger than a plan may be ({ $most } bytes).
problem-file-not-ours = { $path } is not a plan file of this program.
problem-file-newer = { $path } was written by a newer version of the program (format { $found }; this one knows { $known }). Use the newer version to open it.
problem-file-damaged = { $path } is damaged: { $what }. Nothing was opened; use a backup or another copy.
problem-file-invalid = The plan in { $path } contradicts itself: { $what }. Nothing was opened.
problem-disk-full = There is no room left for { $path }. Make room or choose another place; nothing was lost.
problem-file-read-only = { $path } may not be written. Choose another place.
problem-file-changed = { $path } was changed by somebody else since it was opened. Save a copy, or replace it after a backup.
problem-file-exists = { $path } is there already. Choose another name.
problem-file-is-plan = { $path } is a plan file. An export would destroy it; choose another name.
problem-folder-missing = The folder of { $path } is not there. Make it first, or choose another one.
problem-author-unprintable = “{ $text }” cannot stand as a name in the history. Use up to 200 characters, without control characters.
problem-path-not-text = { $path } has characters that are not text, and cannot be named in a request. Choose another name.
problem-file-endless = { $path } is not a regular file of at most { $most } bytes.
problem-command-line = The command line was not understood: { $reason }
problem-file-in-use = { $path } is open elsewhere. Close it there first.
problem-file-unconfirmed = { $path } was written, but the disk did not confirm it ({ $cause }). Save again to another place.
problem-no-such-copy = The unsaved work { $id } is not there any more.
problem-edit-too-large = This change is too large to be kept in one piece. Make it in parts.
problem-file-io = { $path } could not be { $doing ->
    [read] read
    [open] opened
    [lock] locked
    [remove] removed
   *[write] written
}: { $cause }.
problem-database = { $path } was refused by the database: { $what }.
problem-history-broken = The history does not lead to the present state: { $what }.
problem-file-format = “{ $path }” does not end in { $known }. Give the file one of these endings.
problem-no-folder = No data folder was found for this user. Set XDG_DATA_HOME or HOME.

problem-chart-size = A chart of { $width } × { $height } cannot be drawn. Widths from { $least_width } to { $greatest_width } and heights from { $least_height } to { $greatest_height } can.
problem-chart-failed = The chart could not be drawn: { $reason }.
problem-settings-broken = The settings could not be read and were set aside: { $reason }.

verify-version = The history leads to the present state, but the version “{ $name-text }” is not what was frozen.
verify-ok = { $entries ->
    [one] The history was replayed: { $entries } entry leads to the present state, and every hash agrees.
   *[other] The history was replayed: { $entries } entries lead to the present state, and every hash agrees.
}
needs-rounding = The assessment states { $stated } for all sectors together; the rows add to { $sum }. The difference is rounding in the source and is shown, not spread.
needs-left-out = The gap is that of the sectors with a need of their own; { $amount } goes to the others.
needs-total = All sectors
needs-none = No need stated

problem-edits-not-json = { $path } is not a list of changes in JSON: { $reason }.
problem-gives-to-itself = { $allocation } cannot give to itself. Name another allocation.
problem-cannot-give = { $by_usd } would have to be taken from rows that have { $has_usd } to give (locked rows and what was paid are left out).
problem-cannot-take = { $by_usd } would be freed, and no other row could take it in proportion: all are locked, or hold nothing beyond what was paid. Leave it unallocated, name one row that takes it, or unlock some first.
problem-one-dimension-twice = The rows and the columns of the table are both { $dimension }. Choose another dimension for one of them.
problem-balance-negative = “{ $wanted }” was to hold { $total_usd }. A total cannot be below nought.
problem-balance-totals-differ = The totals of the rows add to { $rows_usd } and those of the columns to { $columns_usd }, { $by_usd } apart; a total that is not named counts as it stands. Make both the same.
problem-balance-held = { $held_usd } of “{ $wanted }” is locked or paid, more than the { $total_usd } it was to hold. Unlock rows there, or raise the total.
problem-balance-nothing = “{ $wanted }” has no unlocked row with an amount, so it cannot come from { $held_usd } to { $total_usd }. Unlock a row there, give one an amount, or leave the total as it is.
balance-place = “{ $name-text }”
problem-balance-conflict = { $wanted } would need { $need_usd } beyond what is locked or paid, with amounts to change only at { $open }, where the totals leave { $room_usd }: { $by_usd } too little. Change one of these totals, or give an amount to a row where these do not meet yet.
problem-balance-too-large = The totals are larger than a plan can hold. Give smaller ones.
problem-year-outside = { $year_text } is none of the package’s years, { $first_text } to { $last_text }.
problem-year-closed = Nothing can be planned in { $year_text } any more: the first open quarter is { $open }. Type a later year, or enter what was paid.
problem-year-less-than-paid = { $paid_usd } was paid in { $year_text } already, more than { $amount_usd }. Type a larger amount or correct the payments.
problem-year-others-lack = The other years would have to give { $by_usd } and have { $has_usd } planned. Type less, or let the total change.
problem-year-no-other = There is no other open quarter in the allocation that could take { $by_usd } from { $year_text }. Let the total change, or name the year that takes it.
problem-year-lacks = { $year_text } would have to give { $by_usd } and has { $has_usd } planned. Type less, or name another year.
problem-year-gives-to-itself = { $year_text } cannot give to itself. Name another year.
problem-year-too-many-quarters = The allocation would be planned over { $quarters } quarters, and at most { $most } can be told one by one. Shorten its span first.
problem-year-too-large = { $amount_usd } is too large to be divided over quarters to the cent. Split the allocation first.
problem-shipped-broken = The shipped plan’s data is broken: { $reason }. Install the program again.

problem-priority-out-of-range = A priority is a whole number from 1, served first, to 9. Give one of these.
problem-weight-out-of-range = The weight { $weight } makes no sense. Give each step more than 0 and at most 1000000.
problem-share-out-of-range = { $field ->
    [limit_share] A limit cannot be { $share } of a slice. Give a share from 0 to 1.
    [probability] The probability { $share } makes no sense. Give one from 0 to 1.
    [signed] The probability { $share } makes no sense. Give one from 0 to 1.
    [accepted] The probability { $share } makes no sense. Give one from 0 to 1.
    [holds] The probability { $share } makes no sense. Give one from 0 to 1.
    [early] The probability { $share } makes no sense. Give one from 0 to 1.
    [level] The level { $share } makes no sense. Give a share from 0 to 1.
    [clawback] No share of { $share } can be taken back. Give one from 0 to 1.
    [fundamentals_first] No group can run ahead of the fundamentals by { $share }. Give a share from 0 to 1.
    [rate] The rate { $share } makes no sense. A cap grows by more than −1 and by 10 at most, and a share of product is above 0 and at most 10.
   *[other] The share { $share } makes no sense. A step is met in part above 0 and below 1, and an event scales by 0 to 1.
}
problem-too-many = { $field ->
    [delay_quarters] A step may be late by { $most } quarters at most, and not by { $number }.
    [window_quarters] A window may be { $most } quarters long at most, and not { $number }.
    [lag_quarters] Money may be paid { $most } quarters after its release at most, and not { $number }.
    [extension_quarters] A window may be extended by { $most } quarters at most, and not by { $number }.
    [quarters] An event may delay money by { $most } quarters at most, and not by { $number }.
    [caps] A plan holds { $most } caps at most, and this would make { $number }.
    [follows] An event can follow { $most } others at most, one after the other, and not { $number }.
    [carry_years] Money may wait for room for { $most } years at most, and not for { $number }.
    [years] Commitments may stay unpaid for { $most } years at most, and not for { $number }.
   *[other] At most { $most } are possible, and not { $number }.
}
problem-too-many-days = An event can follow another by { $most } days at most, and not by { $days }.
problem-step-not-due = { $step } is { $state ->
    [met] met
    [partly_met] met in part
   *[reversed] reversed
}, and only a step that is due can slip. Set its state to due first.
problem-undone-too-early = A step can be undone only after { $met }, the quarter in which it was met, and not in { $undone }. Give a later quarter.
problem-step-state-needs = A step that is { $state } needs { $field }. Give it.
problem-step-state-unused = A step that is { $state } has no { $field }. Leave it out.
problem-slip-of-nothing = A slip by no quarters changes nothing. Give 1 or more.
problem-level-missing = The rule { $rule } needs its level, the floor or threshold. Give a share from 0 to 1.
problem-level-unused = The rule { $rule } has neither floor nor threshold. Leave the level out.
problem-no-terms = The cluster “{ $cluster }” has no entry of terms from { $from } on. Name the quarter from which an entry holds.
problem-terms-taken = The cluster “{ $cluster }” has an entry of terms from { $from } on already. Change that one, or take it out first.
problem-extension-unused = Money that is { $on_loss ->
    [reallocated] reallocated
   *[lost] lost
} has no window to extend. Leave extension_quarters out, or let the window be extended.
problem-extension-missing = A window that is extended needs extension_quarters. Give 1 or more.
problem-events-in-circle = These events follow each other in a circle, so none has a day: { $chain }. Let one of them stand on its own date.
problem-lag-unused = lag_days = { $days } is counted from the event that is followed, and none is. Name it in follows, or leave lag_days out.
problem-beyond-calendar = Counted from { $event }, its day would lie after 2199-12-31, where the calendar ends. Give fewer lag_days.
problem-event-followed = { $event } is counted from this event. Let it stand on its own date first.
problem-ends-before-it-begins = The event would end on { $ends }, before it begins on { $begins }. Give a last day that is not earlier.
problem-effect-needs = An effect of the kind { $verb } needs { $field }. Give it.
problem-effect-unused = An effect of the kind { $verb } has no { $field }. Leave it out.
problem-empty-slice = The condition on { $dimension } names nothing, so no allocation could meet it. Name at least one, or take the condition out.
problem-dimension-twice = The dimension { $dimension } is named twice. Name it once, with every key that counts.
problem-cap-unused = A cap of the kind { $kind } has no { $field }. Leave it out.
problem-cap-ambiguous = { $number } caps are called “{ $wanted }”. Name the one that is meant by its id.
problem-limit-ambiguous = { $number } limits are called “{ $wanted }”. Name the one that is meant by its id.
problem-cap-of-nothing = The cap “{ $cap }” would leave no room at all, and all of its slice would wait for ever. Give more than nothing; to end money, use an event that stops it.
problem-nothing-missing = The plan has all shipped steps, terms and events already.
problem-not-a-date = “{ $text }” is not a day of the calendar. Write it like 2026-12-31.
problem-not-a-period = “{ $text }” is no period. Write 2029, 2029-Q3 or after.
problem-period-outside = { $text } lies outside the package, which runs from { $first } to { $last }. What comes later is called after.
problem-periods-out-of-range = A profile cannot be spread over { $periods } periods. Give a number from 1 to { $most }.
problem-parameters-not-json = The parameters are not a JSON object: { $reason }.

## Scenarios and places

read-only-version = The version “{ $version-text }” is not what was frozen: its content does not match its hash. The plan is shown as it is and can be saved nowhere until another copy replaces it.
problem-read-only-version = This plan cannot be changed here: the content of the frozen version “{ $version }” does not match its hash. Open another copy of it.
problem-read-only-place = What is looked at is frozen and cannot be changed. Go back to the present, return to it, or branch from it.
problem-two-times = A version and a moment of the history are named at once. Name one of them.
problem-base-is-no-scenario = The base plan is no scenario that could be changed so. Name a scenario.
problem-unknown-named-row = There is no row “{ $wanted }” in this plan. Name it by its code, its key or its id.
problem-unknown-field = “{ $wanted }” is no field that such a row has. It has: { $known }.
problem-row-ambiguous = { $number } rows are called “{ $wanted }”. Name the one by its id.
problem-override-needs-field = “{ $wanted }” names a row and no field of it. Write, for example, { $wanted }.amount.
problem-override-needs-value = No value is given for “{ $wanted }”. To let it follow its parent again, reset it.
problem-sides-count = From { $least } to { $most } plans can be compared at once, not { $given }.
problem-no-scenario-missing = The plan has every shipped scenario already.
problem-scenario-name-taken = There is a scenario “{ $name }” already, or the name stands for the base plan. Choose another name; case does not matter.
problem-scenarios-in-circle = Scenarios would follow one another in a circle: { $chain }. Choose another parent.
problem-scenarios-too-deep = Scenarios may follow one another { $most } deep at most. Choose a parent nearer to the base plan.
problem-scenario-followed = The scenario “{ $by }” follows it. Let that follow another one first, or remove it.
problem-outcome-taken = The scenario “{ $by }” pictures that outcome already. Take the outcome from it first.
problem-base-only = This concerns the plan as a whole and cannot be done in a scenario. Do it in the base plan.
problem-not-overridden = The scenario does not override that, so there is nothing to reset.
problem-not-overridable = A scenario cannot override { $what }. Change it in the base plan.
problem-not-a-value = “{ $text }” is no value of the field { $field }. Write it as files write it: 45000000000.00, 2028-Q1, yes, a key.
problem-overrides-unapplied = { $number ->
    [one] One override of the scenario does not apply and would be lost. Reset it or mend it first.
   *[other] { $number } overrides of the scenario do not apply and would be lost. Reset or mend them first.
}
