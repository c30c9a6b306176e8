# What was done, for the history and for undo and redo. Sentence case, no final point.

edit-created = Plan created
edit-several = { $more ->
    [one] { $first-text }, and { $more } more change
   *[other] { $first-text }, and { $more } more changes
}
edit-many = { $changes ->
    [one] One change
   *[other] { $changes } changes
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
edit-set-cited = Sources of the { $field-text } of { $row-text } changed
edit-set-note = Note of { $row-text } changed
edit-lock = { $row-text } locked
edit-unlock = { $row-text } unlocked
edit-set-paid = { $amount-text } paid in { $quarter } on { $row-text }
edit-clear-paid = Payment of { $quarter } on { $row-text } taken out
edit-set-limit = Limit “{ $name-text }” set to { $amount-text }
edit-remove-limit = Limit “{ $name-text }” removed

edit-set-priority = Priority of { $row-text } set to { $value-text }
edit-add-step = Step { $step-text } added
edit-set-step = Step { $step-text } changed
edit-remove-step = Step { $step-text } removed
edit-slip-step = { $quarters ->
    [one] Step { $step-text } slipped by a quarter
   *[other] Step { $step-text } slipped by { $quarters } quarters
}
edit-step-due = Step { $step-text } due in { $value-text }
edit-step-state = Step { $step-text }: { $value-text }
edit-step-weight = Weight of step { $step-text } set to { $value-text }
edit-step-delay = { $quarters ->
    [0] Step { $step-text } expected on time
    [one] Step { $step-text } expected a quarter late
   *[other] Step { $step-text } expected { $quarters } quarters late
}
edit-step-probability = Probability of step { $step-text } set to { $value-text } a quarter
edit-step-no-probability = Probability of step { $step-text } taken out
edit-set-terms = Terms of { $cluster-text } from { $quarter } on: { $rule-text }
edit-clear-terms = Terms of { $cluster-text } from { $quarter } on taken out
edit-add-event = Event { $name-text } added
edit-set-event = Event { $name-text } changed
edit-remove-event = Event { $name-text } removed
edit-event-state = Event { $name-text }: { $value-text }
edit-event-date = Event { $name-text } moved to { $value-text }
edit-set-cap-fixed = Cap “{ $name-text }” set to { $amount-text } a year
edit-set-cap-growing = Cap “{ $name-text }” set to { $amount-text }, growing by { $rate-text } a year
edit-set-cap-gdp-share = Cap “{ $name-text }” set to { $rate-text } of GDP
edit-remove-cap = Cap “{ $name-text }” removed
edit-set-lapse = { $years ->
    [0] Commitments of “{ $programme-text }” lapse with their year
    [one] Commitments of “{ $programme-text }” lapse after a year
   *[other] Commitments of “{ $programme-text }” lapse after { $years } years
}
edit-clear-lapse = Commitments of “{ $programme-text }” do not lapse

edit-add-scenario = Scenario “{ $name-text }” added
edit-set-scenario = Scenario “{ $name-text }” changed
edit-rename-scenario = Scenario “{ $of-text }” renamed to “{ $name-text }”
edit-move-scenario = Scenario “{ $name-text }” moved
edit-hang-scenario = Scenario “{ $name-text }” follows “{ $parent-text }”
edit-remove-scenario = Scenario “{ $name-text }” removed
edit-duplicate-scenario = Scenario “{ $of-text }” duplicated as “{ $name-text }”
edit-promote-scenario = Scenario “{ $name-text }” made the base plan
edit-reset-scenario = Scenario “{ $name-text }” follows its parent again
edit-set-override = “{ $scenario-text }”: { $field-text } of { $row-text } set to { $value-text }
edit-set-override-add = “{ $scenario-text }”: { $row-text } added
edit-set-override-remove = “{ $scenario-text }”: { $row-text } taken out
edit-set-reason = “{ $scenario-text }”: reason for { $row-text } changed
edit-reset-override = “{ $scenario-text }”: { $field-text } of { $row-text } follows its parent again
edit-reset-override-row = “{ $scenario-text }”: { $row-text } follows its parent again
edit-set-odds = { $question-text }: probability { $share-text }
edit-clear-odds = { $question-text }: probability taken out
edit-set-field = { $row-text }: { $field-text } set to { $value-text }
