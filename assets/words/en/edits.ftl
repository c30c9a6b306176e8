# What was done, for the history and for undo and redo. Sentence case, no final point.

edit-created = Plan created
edit-several = { $more ->
    [one] { $first-text }, and { $more } more change
   *[other] { $first-text }, and { $more } more changes
}
edit-nothing = Nothing changed
edit-undo = Undone: { $label-text }
edit-redo = Done again: { $label-text }

edit-rename-plan = Plan renamed to “{ $name-text }”
edit-set-package-total = Package set to { $amount-text }
edit-set-reading = Reading changed to “{ $reading-text }”
edit-add-allocation = { $row-text } added, { $amount-text }
edit-remove-allocation = { $row-text } removed
edit-set-amount = Amount of { $row-text } set to { $amount-text }
edit-set-programme = Programme of { $row-text } set to { $value-text }
edit-set-instrument = Instrument of { $row-text } set to { $value-text }
edit-set-capital = Capital of { $row-text } set to { $value-text }
edit-set-sector = Sector of { $row-text } set to { $value-text }
edit-set-purpose = Purpose of { $row-text } set to { $value-text }
edit-set-cluster = { $row-text } tied to the booster’s cluster { $value-text }
edit-clear-cluster = { $row-text } taken out of the booster
edit-set-span = { $row-text } paid from { $start } to { $end }
edit-set-profile = Profile of { $row-text } set to { $value-text }
edit-set-amount-grade = Amount of { $row-text } graded { $value-text }
edit-set-split-grade = Split of { $row-text } graded { $value-text }
edit-set-sources = Sources of { $row-text } changed
edit-set-note = Note of { $row-text } changed
edit-lock = { $row-text } locked
edit-unlock = { $row-text } unlocked
edit-set-paid = { $amount-text } paid in { $quarter } on { $row-text }
edit-clear-paid = Payment of { $quarter } on { $row-text } taken out
edit-set-limit = Limit “{ $name-text }” set to { $amount-text }
edit-remove-limit = Limit “{ $name-text }” removed
