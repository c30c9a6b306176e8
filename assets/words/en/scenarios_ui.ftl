# Words of the window about scenarios, versions and outcomes.

## The rail

screen-outcomes = Outcomes
versions = Versions
act-add-scenario = Add a scenario
act-add-under = Add a scenario under “{ $name }”
act-show-overrides = Show its overrides
act-duplicate = Duplicate
act-rename-scenario = Rename
act-move-up = Move up
act-move-down = Move down
act-reparent = Follow another scenario…
act-promote = Promote to base
act-split-off = Split off as its own plan…
act-reset-all = Reset all
act-delete = Delete
act-freeze = Freeze a version
act-show-scenarios = Show the scenarios; { $name } is looked at
act-look-at = Look at { $name }
act-look-at-version = Look at it
act-look-at-version-named = Look at version { $name }
act-of = What can be done with { $name }
act-of-scenario = { $act }: { $name }
act-add-shipped-scenarios = Bring in the shipped scenarios
overrides-count =
    { $count ->
        [one] { $count } override
       *[other] { $count } overrides
    }
overrides-unapplied =
    { $count ->
        [one] { $count } concern
       *[other] { $count } concerns
    }
scenario-paid = Paid within the package: { $amount } bn
scenario-trigger = Trigger: { $trigger }
scenario-note = How it is meant
version-made = Frozen { $time }, { $author }
version-broken = The content of “{ $name }” is not what its fingerprint says. It can be looked at, and nothing can be taken from it.
version-broken-short = Not what its fingerprint says
author-none = no name given

## What is looked at

at-label = What is looked at
at-version = Version “{ $name }”
at-moment = As it stood after change { $seq }
at-scenario = Scenario in this state
at-read-only = This state is frozen: nothing in it can be changed. Return to it or branch from it, or go back to now.
at-frozen = It is frozen: nothing in it can be changed.
act-return = Return to it
act-return-hint = The plan becomes what it was then. That is one change, which undo takes back.
act-branch = Branch from it
act-back-to-now = Back to now
act-back-to-base = Back to base
notice-returned = The plan is again what it was. Undo takes that back.

## Dialogs

field-parent = Follows
act-add = Add
add-scenario-text = It starts as what it follows. What you change in it stays in it; everything else follows live.
duplicate-title = Duplicate “{ $name }”
duplicate-text =
    { $count ->
        [one] The copy follows the same parent and takes { $count } override with it.
       *[other] The copy follows the same parent and takes { $count } overrides with it.
    }
copy-of = { $name }, copy
rename-title = Rename “{ $name }”
move-title = What “{ $name }” follows
move-text =
    { $count ->
        [one] Its { $count } override stays. Everything else follows what you choose here.
       *[other] Its { $count } overrides stay. Everything else follows what you choose here.
    }
act-move = Follow it
promote-title = Promote “{ $name }” to base?
promote-text =
    { $count ->
        [one] The base takes on all that it says; its { $count } override becomes part of the base, and it overrides nothing any more.
       *[other] The base takes on all that it says; its { $count } overrides become part of the base, and it overrides nothing any more.
    }
promote-others =
    { $count ->
        [0] There is no other scenario.
        [one] The other scenario keeps its own overrides and follows the new base in everything else.
       *[other] The { $count } other scenarios keep their own overrides and follow the new base in everything else.
    }
reset-all-title = Reset all of “{ $name }”?
reset-all-text =
    { $count ->
        [one] Its { $count } override and its reason go. It then says the same as { $parent }.
       *[other] Its { $count } overrides and their reasons go. It then says the same as { $parent }.
    }
delete-title = Delete “{ $name }”?
delete-text =
    { $count ->
        [one] Its { $count } override and its reason go with it.
       *[other] Its { $count } overrides and their reasons go with it.
    }
delete-followed =
    { $count ->
        [one] { $count } scenario follows it
       *[other] { $count } scenarios follow it
    }
freeze-text = The plan with all its scenarios is kept under this name, exactly as it is now. It can be looked at, compared and branched from; it never changes.
act-freeze-now = Freeze
notice-frozen = Frozen as “{ $name }”.
branch-title = Branch from { $name }
branch-text = A new scenario stands for that state. What differs from the plan of today becomes its overrides.
act-branch-now = Branch
notice-split-off = “{ $name }” is a plan of its own.
author-title = Whose edits are these?
author-text = The name stands beside each change in the plan’s history. It is asked once, can be changed on the History screen, and can be left out when a copy is shared.
act-keep-name = Keep the name
act-leave-empty = Leave empty

## Overrides

overrides-title = Overrides
overrides-of = Overrides of { $name }
overrides-text = What is here stands over { $parent }. Everything else follows it live.
overrides-none = Nothing is overridden: it says the same as { $parent }. Change anything, and it is listed here.
overrides-base = The base overrides nothing: scenarios do. Add one, and change something in it.
overrides-here = Overridden in this scenario
act-reset = Reset
act-reset-of = Reset { $what }
act-reset-chosen =
    { $count ->
        [0] Reset chosen
        [one] Reset { $count } chosen
       *[other] Reset { $count } chosen
    }
choose-override = Choose { $what }
override-instead = instead of { $value }
override-nothing = nothing
override-add = Added in this scenario
override-remove = Taken out in this scenario
reason-of = Reason for { $what }
reason-missing = Give a reason
mark-overridden = { $field }: { $value } in the parent
mark-own = Added in this scenario
mark-changed = Overridden in this scenario

## Outcomes

outcomes-empty = Outcomes belong here: how the talks could end, and what is paid then. The plan has no scenario for any of them.
outcomes-divider = Height of the lists
odds-title = Probabilities
odds-text = Each is somebody’s judgement. None is preset.
odds-entered = { $author }, { $day }
odds-outside = A probability lies between 0% and 100%; “{ $text }” does not.
odds-grounds = Grounds
odds-none = Not entered
act-clear-odds = Clear the probability: { $question }
leaves-title = What each outcome pays, USD bn
column-outcome = Outcome
column-odds = Probability
column-paid = Paid { $from }–{ $to }
column-shortfall = Less than base
column-later = Paid later
leaf-unpictured = no scenario pictures it
weighted = Expected
weighted-spread = The total scatters by { $deviation } bn around what is expected.
