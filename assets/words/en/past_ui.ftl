# Words of the window about the plan's past, and about copies that are handed on and taken in.

## History

entry-return = Return
entry-merge = Merge
past-filters = Which changes are listed
past-text = Words in the change
past-row = Row
past-row-example = A017
past-author = Author
past-field = Field
past-from = From
past-to = to
past-day-example = 2027-01-31
past-upto = Up to No.
past-any = All
past-clear = Show all
past-total =
    { $count ->
        [one] { $count } change
       *[other] { $count } changes
    }
past-found =
    { $found ->
        [one] { $found } of { $count } changes
       *[other] { $found } of { $count } changes
    }
past-found-first = The latest { $found } that fit, of { $count } changes
past-first = The latest { $found } of { $count } changes
past-earlier = Show earlier ones
past-none = No change is like that.
past-before = Before
past-after = After
past-details = What change { $seq } did
past-details-none = No figure and no word of the plan changed.
past-details-more =
    { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
past-note = Note: { $note }
past-looked-at = This state is looked at.
act-look-at-moment = Look at the plan after it
act-compare-now = Compare with now
act-compare-with = Compare with { $name }

## Copies

copies = Copies of this plan
act-share = Share a copy…
act-merge = Merge with another copy…
act-compare-file = Compare with a file…
share-title = Share a copy
share-text = The open plan and its file stay as they are. What goes with the copy, beside the plan with its scenarios and sources:
share-history = History
share-history-hint = Every change and what stood there before, also what was taken back. With it, the copy can be merged back.
share-versions = Frozen versions
share-versions-hint =
    { $count ->
        [0] There are none.
        [one] { $count } version, whole, as it was frozen.
       *[other] { $count } versions, whole, as they were frozen.
    }
share-names = Names
share-names-hint = Who made each change, froze each version and entered each probability.
share-out = What stays out
share-out-nothing = Nothing stays out: the copy is all of the plan.
share-out-history =
    { $count ->
        [one] The history: { $count } change with what stood there before. To merge the copy back, the file from which both come has to be named.
       *[other] The history: { $count } changes with what stood there before. To merge the copy back, the file from which both come has to be named.
    }
share-out-versions =
    { $count ->
        [one] { $count } frozen version.
       *[other] { $count } frozen versions.
    }
share-out-names = All names: of authors of changes, versions and probabilities. Their times stay.
act-share-now = Choose where to write it…
share-suggested = { $name }, copy
notice-shared = A copy to share was written.

join-title = Merge with “{ $name }”
join-reading = The other copy is being read…
join-common = Both were one plan until change { $seq } of { $time }: “{ $label }”.
join-common-file = Each is held against “{ $name }”, from which both come.
join-since = Since then, here: { $ours }. In the other copy: { $theirs }.
join-edits =
    { $count ->
        [0] no change
        [one] { $count } change
       *[other] { $count } changes
    }
join-untold = changes without their history
join-edits-by = { $edits } by { $authors }
join-same = The other copy brings nothing that is not here already.
join-taken =
    { $count ->
        [0] Taken from the other copy
       *[other] Taken from the other copy ({ $count })
    }
join-taken-none = Nothing that only the other copy changed.
join-recoded = { $from } of the other copy is { $to } here: both had given that name.
join-conflicts =
    { $count ->
        [one] Changed in both, differently ({ $count })
       *[other] Changed in both, differently ({ $count })
    }
join-before = Before: { $value }
join-ours = Here
join-theirs = Other copy
join-changed = { $author }, { $time }
join-unsigned = no name given, { $time }
join-paid = Paid within the package then: { $amount } bn
join-paid-same = What is paid does not depend on it.
join-all-ours = Keep all from here
join-all-theirs = Take all from the other copy
join-open =
    { $count ->
        [0] All are decided.
        [one] { $count } is still open. Nothing is changed before it is decided.
       *[other] { $count } are still open. Nothing is changed before they are decided.
    }
join-totals = What merging does to sums
join-total = USD bn
join-total-ours = Now
join-total-merged = Merged
join-now = Merge
join-other = Another file…
join-base = Name the file from which both come…
join-not-there = not there
notice-merged = Merged with “{ $name }”.
