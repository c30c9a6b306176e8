# Що зроблено: для історії, скасування та повторення. Без крапки в кінці.

edit-created = План створено
edit-several = { $more ->
    [one] { $first-text }, і ще { $more } зміна
    [few] { $first-text }, і ще { $more } зміни
   *[other] { $first-text }, і ще { $more } змін
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
edit-set-note = Змінено примітку { $row-text }
edit-lock = { $row-text } заблоковано
edit-unlock = { $row-text } розблоковано
edit-set-paid = { $amount-text } виплачено у { $quarter } за { $row-text }
edit-clear-paid = Вилучено виплату за { $quarter } у { $row-text }
edit-set-limit = Ліміт «{ $name-text }»: тепер { $amount-text }
edit-remove-limit = Вилучено обмеження «{ $name-text }»
