# The plan's past: history, frozen versions, ways back, copies that are handed on and taken in.

edit-return-moment = Plan returned to what it was after entry { $number-text }
edit-return-version = Plan returned to the version “{ $name-text }”
edit-merge = Merged with { $name-text }
edit-merge-unnamed = Merged with a copy
edit-unread = A change that cannot be read

detail-follows = as its parent
detail-taken-out = taken out
detail-added = { $called-text } added
history-added = { $row-text } added
history-taken-out = { $row-text } taken out
history-more = { $more ->
    [one] and one more
   *[other] and { $more } more
}

version-frozen = Version “{ $name-text }” frozen ({ $fingerprint-text })
version-unsound = The version “{ $name-text }” is not what was frozen: its content does not match its hash. It is shown as it stands; nothing is made of it.
version-unsound-word = not what was frozen
branch-from-version = As in the version “{ $name-text }”.
branch-from-moment = As after entry { $number-text } of the history.
branch-left-out = { $number ->
    [one] One difference is of a kind that scenarios cannot hold; it stays as in the plan.
   *[other] { $number } differences are of a kind that scenarios cannot hold; they stay as in the plan.
}

problem-no-earlier-state = No earlier state is named. Name a version or a moment of the history.
problem-unknown-moment = The history has no entry { $seq }. Give a number from 1 to { $last }.
problem-version-name-taken = There is a version “{ $name }” already. Choose another name; case does not matter.
problem-version-name-empty = The name of the version is empty. Type one.
problem-version-name-too-long = The name of a version may have { $most } characters. Choose a shorter one.
problem-version-name-sign = “{ $name }” cannot be the name of a version: { $sign } parts folders, turns the text around or cannot be seen. Take it out.
version-left-out = { $number ->
    [one] The version { $names-text } was left out of the copy: it is not what was frozen.
   *[other] The versions { $names-text } were left out of the copy: they are not what was frozen.
}
problem-version-unread = The version “{ $name }” cannot be read: { $what }. The plan itself is as it was.
problem-freeze-whole = A version is of the whole plan, with all its scenarios. Leave --scenario out.
problem-odds-not-entered = No probability was entered for “{ $question ->
    [signed] { question-signed }
    [accepted] { question-accepted }
    [holds] { question-holds }
   *[early] { question-early }
}”, so there is none to clear.
problem-share-own-file = { $path } is this plan’s own file. Choose another name for the copy.
problem-version-unsound = The version “{ $name }” is not what was frozen: its content does not match its hash. It can be looked at and compared, but nothing is made of it.
problem-moved-on = The plan was changed while this was being prepared. Do it again.
problem-plan-flawed = The plan would contradict itself: { $what }. Nothing was changed.

diff-none = No differences.
merge-edits = Changes since both were one plan: { $ours ->
    [untold] ours has no history of them
   *[other] { $ours-text } in ours
}, { $theirs ->
    [untold] theirs has no history of them
   *[other] { $theirs-text } in theirs
}.
merge-recoded = { $from-text } of theirs is now { $to-text }: both had given that name.
merge-conflict = { $row-text }, { $field-text }: { $base-text } before; { $ours-text } in ours, { $theirs-text } in theirs.
merge-conflict-row = { $row-text }: { $base-text } before; { $ours-text } in ours, { $theirs-text } in theirs.
merge-in-scenario = { $row-text } in the scenario “{ $name-text }”
override-named = { $row-text }{ $field ->
    [none] { "" }
   *[other] , { $field-text },
} in the scenario “{ $name-text }”
override-of-gone = a row that is gone
override-of-gone-now = no longer in the plan
scenario-gone = a scenario that is gone
flaw-named = { $table-text } { $row-text }: { $reason-text }
merge-not-there = not there
merge-field = { $field-text } { $value-text }
merge-limit-bound = Bound
merge-reason = { $value-text } ({ $reason-text })
merge-ours = ours: { $value-text }{ $who ->
    [nobody] { "" }
   *[somebody] { " " }({ $who-text })
}; paid then { $paid-text }
merge-theirs = theirs: { $value-text }{ $who ->
    [nobody] { "" }
   *[somebody] { " " }({ $who-text })
}; paid then { $paid-text }
merge-total-allocated = Allocated
merge-total-paid = Paid within the package
picks-no-list = it is no list
picks-no-pick = each entry needs a key, and ours or theirs as pick

problem-merge-unrelated = The two plans have no allocation in common, so neither is a copy of the other. Only copies of one plan can be merged.
problem-merge-no-common-state = The histories of the two plans have nothing in common, so it cannot be seen what each of them changed. Name the plan from which both come.
problem-merge-base-newer = The plan named as the one from which both come was itself changed after { $whose ->
    [ours] ours
   *[theirs] theirs
} was copied from it. Name it as it was then.
problem-merge-base-elsewhere = The plan named as the one from which both come is no state of the history that both have in common. Name a copy from that history.
problem-merge-output-is-ours = { $path } is the copy that takes the changes, and --output writes a new file. Leave --output out to merge into it, or name another file.
problem-merge-broken = What was picked contradicts itself together: { $reason }. Pick otherwise.
problem-merge-no-conflict = “{ $key }” is no conflict of this merge. Take it out of the picks.
problem-merge-picked-twice = “{ $key }” is picked both ways. Pick one.
problem-merge-open = { $number ->
    [one] One conflict is open, and nothing was written. Decide it with --picks or --take.
   *[other] { $number } conflicts are open, and nothing was written. Decide them with --picks or --take.
}
problem-merge-would-stay-open = { $number ->
    [one] One conflict would stay open. Decide it with --picks or --take.
   *[other] { $number } conflicts would stay open. Decide them with --picks or --take.
}
problem-picks-not-json = { $path } is not a list of decided conflicts in JSON: { $reason }.
problem-nothing-beside = { $chart } shows plans beside each other, and only one is named. Name another with --beside, --beside-version or --beside-file, or a place with --scenario, --version or --moment.
