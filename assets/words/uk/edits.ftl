# Що зроблено: для історії, скасування та повторення. Без крапки в кінці.

edit-created = План створено
edit-several = { $more ->
    [one] { $first-text }, і ще { $more } зміна
    [few] { $first-text }, і ще { $more } зміни
   *[other] { $first-text }, і ще { $more } змін
}
edit-many = { $changes ->
    [one] { $changes } зміна
    [few] { $changes } зміни
   *[other] { $changes } змін
}
edit-nothing = Нічого не змінено
edit-undo = Скасовано: { $label-text }
edit-redo = Повторено: { $label-text }

edit-rename-plan = План перейменовано на «{ $name-text }»
edit-set-package-total = Пакет: тепер { $amount-text }
edit-set-reading = Тлумачення: тепер «{ $reading-text }»
edit-add-allocation = Додано { $row-text }, { $amount-text }
edit-remove-allocation = Вилучено { $row-text }
edit-set-amount = Сума { $row-text }: тепер { $amount-text }
edit-set-programme = Програма { $row-text }: тепер { $value-text }
edit-set-instrument = Інструмент { $row-text }: тепер { $value-text }
edit-set-capital = Капітал { $row-text }: тепер { $value-text }
edit-set-sector = Сектор { $row-text }: тепер { $value-text }
edit-set-purpose = Призначення { $row-text }: тепер { $value-text }
edit-set-cluster = { $row-text } прив’язано до кластера прискорювача { $value-text }
edit-clear-cluster = { $row-text } вилучено з прискорювача
edit-set-span = { $row-text }: виплати з { $start } до { $end }
edit-set-profile = Профіль { $row-text }: тепер { $value-text }
edit-set-amount-grade = Рівень певності суми { $row-text }: тепер { $value-text }
edit-set-split-grade = Рівень певності розподілу { $row-text }: тепер { $value-text }
edit-set-sources = Змінено джерела { $row-text }
edit-set-cited = Змінено джерела поля «{ $field-text }» у { $row-text }
edit-set-note = Змінено примітку { $row-text }
edit-lock = { $row-text } заблоковано
edit-unlock = { $row-text } розблоковано
edit-set-paid = { $amount-text } виплачено у { $quarter } за { $row-text }
edit-clear-paid = Вилучено виплату за { $quarter } у { $row-text }
edit-set-limit = Ліміт «{ $name-text }»: тепер { $amount-text }
edit-remove-limit = Вилучено ліміт «{ $name-text }»

edit-set-priority = Черговість { $row-text }: тепер { $value-text }
edit-add-step = Додано крок { $step-text }
edit-set-step = Змінено крок { $step-text }
edit-remove-step = Вилучено крок { $step-text }
edit-slip-step = { $quarters ->
    [one] Крок { $step-text } відсунуто на { $quarters } квартал
    [few] Крок { $step-text } відсунуто на { $quarters } квартали
   *[other] Крок { $step-text } відсунуто на { $quarters } кварталів
}
edit-step-due = Крок { $step-text }: строк тепер { $value-text }
edit-step-state = Крок { $step-text }: { $value-text }
edit-step-weight = Вага кроку { $step-text }: тепер { $value-text }
edit-step-delay = { $quarters ->
    [0] Крок { $step-text } очікується вчасно
    [one] Крок { $step-text } очікується на { $quarters } квартал пізніше
    [few] Крок { $step-text } очікується на { $quarters } квартали пізніше
   *[other] Крок { $step-text } очікується на { $quarters } кварталів пізніше
}
edit-step-probability = Імовірність кроку { $step-text }: тепер { $value-text } за квартал
edit-step-no-probability = Вилучено ймовірність кроку { $step-text }
edit-set-terms = Умови кластера { $cluster-text } з { $quarter }: { $rule-text }
edit-clear-terms = Вилучено умови кластера { $cluster-text } з { $quarter }
edit-add-event = Додано подію { $name-text }
edit-set-event = Змінено подію { $name-text }
edit-remove-event = Вилучено подію { $name-text }
edit-event-state = Подія { $name-text }: { $value-text }
edit-event-date = Подію { $name-text } перенесено на { $value-text }
edit-set-cap-fixed = Стеля «{ $name-text }»: тепер { $amount-text } на рік
edit-set-cap-growing = Стеля «{ $name-text }»: тепер { $amount-text }, щороку +{ $rate-text }
edit-set-cap-gdp-share = Стеля «{ $name-text }»: тепер { $rate-text } ВВП
edit-remove-cap = Вилучено стелю «{ $name-text }»
edit-set-lapse = { $years ->
    [0] Зобов’язання програми «{ $programme-text }» згоряють наприкінці свого року
    [one] Зобов’язання програми «{ $programme-text }» згоряють через { $years } рік
    [few] Зобов’язання програми «{ $programme-text }» згоряють через { $years } роки
   *[other] Зобов’язання програми «{ $programme-text }» згоряють через { $years } років
}
edit-clear-lapse = Зобов’язання програми «{ $programme-text }» не згоряють

edit-add-scenario = Додано сценарій «{ $name-text }»
edit-set-scenario = Змінено сценарій «{ $name-text }»
edit-rename-scenario = Сценарій «{ $of-text }» перейменовано на «{ $name-text }»
edit-move-scenario = Пересунуто сценарій «{ $name-text }»
edit-hang-scenario = Сценарій «{ $name-text }» тепер наслідує «{ $parent-text }»
edit-remove-scenario = Вилучено сценарій «{ $name-text }»
edit-duplicate-scenario = Сценарій «{ $of-text }» продубльовано як «{ $name-text }»
edit-promote-scenario = Сценарій «{ $name-text }» зроблено базовим планом
edit-reset-scenario = Сценарій «{ $name-text }» знову наслідує батьківський
edit-set-override = «{ $scenario-text }»: { $field-text } { $row-text } — тепер { $value-text }
edit-set-override-add = «{ $scenario-text }»: додано { $row-text }
edit-set-override-remove = «{ $scenario-text }»: вилучено { $row-text }
edit-set-reason = «{ $scenario-text }»: змінено причину для { $row-text }
edit-reset-override = «{ $scenario-text }»: { $field-text } { $row-text } знову за батьківським сценарієм
edit-reset-override-row = «{ $scenario-text }»: { $row-text } знову за батьківським сценарієм
edit-set-odds = { $question-text }: імовірність { $share-text }
edit-clear-odds = { $question-text }: імовірність вилучено
edit-set-field = { $row-text }: { $field-text } — тепер { $value-text }
