# Розподіл пакета: дії над кількома рядками в історії, що зроблять правки, ліміти, потреби. Дії: без крапки в кінці.

## Що зроблено з кількома рядками

# Скільки рядків, у родовому відмінку; для рядків вбудованих секторів є коротке слово.
label-rows = { $rows ->
    [one] { $rows } рядка
    [few] { $rows } рядків
   *[other] { $rows } рядків
}
label-rows-sector = { $rows ->
    [one] { $rows } рядка { $place-text }
    [few] { $rows } рядків { $place-text }
   *[other] { $rows } рядків { $place-text }
}
label-rows-of = { $rows ->
    [one] { $rows } рядка «{ $place-text }»
    [few] { $rows } рядків «{ $place-text }»
   *[other] { $rows } рядків «{ $place-text }»
}
# Те саме при лічбі: додано, заблоковано.
label-rows-counted = { $rows ->
    [one] { $rows } рядок
    [few] { $rows } рядки
   *[other] { $rows } рядків
}
label-rows-sector-counted = { $rows ->
    [one] { $rows } рядок { $place-text }
    [few] { $rows } рядки { $place-text }
   *[other] { $rows } рядків { $place-text }
}
label-rows-of-counted = { $rows ->
    [one] { $rows } рядок «{ $place-text }»
    [few] { $rows } рядки «{ $place-text }»
   *[other] { $rows } рядків «{ $place-text }»
}
label-sector-housing = житла
label-sector-education = освіти й науки
label-sector-health = охорони здоров’я
label-sector-social-protection = соціального захисту
label-sector-culture = культури й туризму
label-sector-energy = енергетики
label-sector-transport = транспорту
label-sector-water = водопостачання
label-sector-agriculture = сільського господарства
label-sector-commerce-industry = промисловості
label-sector-irrigation = зрошення
label-sector-explosive-hazards = протимінної діяльності
label-sector-digital = цифрової сфери
label-sector-public-administration = врядування
label-sector-budget-support = бюджетної підтримки
label-field-span = початок і кінець

edit-row-years = Роки { $row-text } введено вручну
edit-row-years-total = Для { $row-text } введено { $years-text }: тепер разом { $total-text }
edit-row-year-total = Для { $row-text } введено { $year-text }: { $amount-text }; тепер разом { $total-text }
edit-row-year-held = Для { $row-text } введено { $year-text }: { $amount-text } за рахунок інших років, сума рядка та сама
edit-row-year-moved = У { $row-text } перенесено { $amount-text }: з { $from-text } до { $to-text }
edit-row-fields = { $row-text }: змінено поля ({ $fields-text })
edit-row-split = { $rows ->
    [few] { $row-text } поділено на { $rows } рядки
   *[other] { $row-text } поділено на { $rows } рядків
}
edit-rows-merge = { $rows ->
    [few] Об’єднано { $rows } рядки в { $row-text }
   *[other] Об’єднано { $rows } рядків у { $row-text }
}
edit-rows-moved = Перенесено { $amount-text } з { $from-text } до { $row-text }
edit-rows-amounts = Змінено суми { $rows-text }: разом { $amount-text }
edit-rows-amounts-held = Змінено суми { $rows-text }: разом { $amount-text }, як і раніше
edit-rows-start = Початок { $rows-text }: тепер { $start-text }
edit-rows-end = Кінець { $rows-text }: тепер { $end-text }
edit-rows-span = Строки { $rows-text }: тепер з { $start-text } до { $end-text }
edit-rows-dates = Змінено початок і кінець { $rows-text }
edit-rows-set = Для { $rows-text } змінено «{ $field-text }»: тепер { $value-text }
edit-rows-changed = Для { $rows-text } змінено «{ $field-text }»
edit-rows-unboost = Для { $rows-text } знято прив’язку до прискорювача
edit-rows-add = { $known ->
    [yes] Додано { $rows-text }: разом { $amount-text }
   *[no] Додано { $rows-text }
}
edit-rows-remove = { $known ->
    [yes] Вилучено { $rows-text }: разом { $amount-text }
   *[no] Вилучено { $rows-text }
}
edit-rows-lock = Заблоковано { $rows-text }
edit-rows-unlock = Розблоковано { $rows-text }
edit-rows-change = Змінено { $rows-text }
edit-rows-come = Додано { $rows-text }
edit-rows-go = Вилучено { $rows-text }

## Що зроблять правки

preview-needs-alike = Усі ці рядки належать до одного сектору ({ $sector-text }), тож потреби їх не розрізняють: вони ділять загальну суму пропорційно до того, що мають тепер.
preview-no-need = Для сектору «{ $sector-text }» потребу не названо: його рядки зберігають лише виплачене й заблоковане.
preview-together = { $rows ->
    [one] { $rows } рядок тоді містить
    [few] { $rows } рядки разом тоді містять
   *[other] { $rows } рядків разом тоді містять
} { $amount-text }{ $held ->
    [0] .
    [one] ; { $held } із них заблоковано, він не змінюється.
   *[other] ; { $held } із них заблоковано, вони не змінюються.
}
preview-like-alike = Усі ці рядки стоять на одному місці, тож інші рядки їх не розрізняють: вони ділять загальну суму пропорційно до того, що мають тепер.

## Ліміти

limit-of-reading-public = Державний капітал
limit-of-reading-private = Приватний капітал
limit-of-reading-booster = Прискорювач
limit-of-reading-total = Пакет
limit-told = { $kind-text } { $amount-text }
limit-told-share = { $kind-text } { $share-text } ({ $amount-text })
limit-share-of = { $all ->
    [yes] { $share-text } від усіх асигнувань
   *[no] { $share-text } від зрізу «{ $of-text }»
}
limit-per-cent = { $number-text } %

## Потреби

needs-net = Від потреб і від асигнувань віднято те, що підписано або виконується.

## У чому відмовлено

problem-rows-or-slice = Скажіть, про які рядки йдеться: або зрізом, або їхніми кодами, але не тим і тим водночас.
problem-no-rows-chosen = Під це не підпадає жоден рядок. Виберіть принаймні один.
problem-slice-empty = Під «{ $slice_text }» не підпадає жоден рядок{ $parts ->
    [1] .
   *[other] : усе це має справджуватися водночас.
} Виберіть зріз, у якому є рядки.
problem-all-locked = Усі рядки ({ $number }) заблоковано. Спершу розблокуйте якісь із них.
problem-split-leaves-nothing = Частини разом дають { $sum_usd }, а рядок містить { $amount_usd }: для ще одного нічого не лишається.

## Вставляння: блок загалом

problem-paste-empty = Немає комірок для вставлення. Спершу скопіюйте комірки електронної таблиці або таблицю.
problem-paste-too-many-cells = Комірок для вставлення: { $cells }. Читається щонайбільше { $most }; скопіюйте менше.
problem-paste-too-long = Те, що вставляється, має { $bytes } байтів. Читається щонайбільше { $most }; скопіюйте менше.
problem-paste-several-tables = Скопійовано одразу кілька таблиць: { $tables }. Скопіюйте одну з них.
problem-paste-needs-place = Блок не називає своїх стовпців. Виберіть комірку, у яку його вставити, або скопіюйте й рядок із назвами стовпців.
problem-paste-unknown-place = Немає стовпця «{ $column }», у який можна було б вставити блок.
problem-paste-refused = Відхилено { $refused ->
    [one] { $refused } комірку
    [few] { $refused } комірки
   *[other] { $refused } комірок
}, тому нічого не вставлено: { $reason-text }
paste-first-refused = рядок { $line-text }, { $column-text }: { $reason-text }
paste-refuses = Відхилено { $refused ->
    [one] { $refused } комірку; доки її не виправлено
    [few] { $refused } комірки; доки їх не виправлено
   *[other] { $refused } комірок; доки їх не виправлено
}, нічого не вставляється.
paste-nothing = Усе вже так і стоїть.
paste-changes = { $cells ->
    [one] Змінити { $cells } комірку
    [few] Змінити { $cells } комірки
   *[other] Змінити { $cells } комірок
} у { $rows ->
    [one] { $rows } рядку
   *[other] { $rows } рядках
}
paste-adds = { $added ->
    [one] Додати { $added } рядок
    [few] Додати { $added } рядки
   *[other] Додати { $added } рядків
}
paste-changes-and-adds = { $changes-text }; { $adds-text }

## Вставляння: окремі комірки

problem-paste-merged = Цю комірку об’єднано з іншими, тож невідомо, куди належить її текст. Роз’єднайте комірки перед копіюванням.
problem-paste-table-inside = У цій комірці стоїть інша таблиця. Скопіюйте її окремо.
problem-paste-off-line = У «{ $text }» поряд з іншими стоїть піднятий або опущений знак, як-от знак виноски, і його було б прочитано разом із ними. Приберіть його або вставте комірку як простий текст.
problem-paste-hidden-sign = У тексті є знак, якого не видно ({ $sign }). Наберіть текст заново, без нього.
problem-paste-cell-too-long = Текст довший за { $most } байтів.
problem-paste-unknown-column = Немає стовпця з назвою «{ $text }». Дайте йому назву наявного стовпця або не копіюйте його.
problem-paste-unnamed-column = Цей стовпець не має назви в першому рядку, тож невідомо, куди належить його вміст. Назвіть його або не копіюйте.
problem-paste-column-twice = Стовпець «{ $text }» стоїть у блоці двічі. Залиште один із них.
problem-paste-too-wide = Блок ширший, ніж стовпців праворуч від вибраної комірки. Скопіюйте менше стовпців або почніть лівіше.
problem-paste-computed = Стовпець «{ $column-text }» обчислюється, і вставити в нього не можна. Не копіюйте цього стовпця.
problem-paste-fixed = Стовпець «{ $column-text }» не змінюється вставлянням. Не копіюйте цього стовпця.
problem-paste-formula = «{ $text }» — це формула, а не значення. Скопіюйте комірку як значення.
problem-paste-date = «{ $text }» схоже на дату, а не на суму. Перевірте, чи не зсунулися стовпці.
problem-paste-share = «{ $text }» — це { $size ->
    [negative] частка, менша за нуль
    [over] частка, більша за 100 %
   *[within] частка
}, а не сума. Вставляють суми, частки обчислюються.
problem-paste-scientific = «{ $text }» — скорочений запис, у якому втрачено цифри. Розширте стовпець або покажіть число повністю і скопіюйте ще раз.
problem-paste-other-marks = «{ $text }» записано з іншими знаками, ніж у вашому форматі чисел, де перед десятковими стоїть «{ $expected }». Записуйте всі суми однаково.
problem-amount-unseen = «{ $text }» означає { $amount_usd }, а стовпець у мільярдах показує це як ніщо. Додайте одиницю: { $text } млрд, { $text } млн; а якщо йдеться про долари, напишіть USD { $text }.
problem-paste-empty-cell = Комірка стовпця «{ $column-text }» не може бути порожньою. Заповніть її або не копіюйте рядка.
problem-paste-no-place = { $column-text }: «{ $text }» серед наявних немає. Візьміть назву зі списку або її ключ.
problem-paste-two-places = { $column-text }: назву «{ $text }» мають кілька. Візьміть ключ: { $known }.
problem-paste-not-yes-or-no = «{ $text }» — це ні «так», ні «ні».
problem-paste-group-line = «{ $text }» — це рядок групи або підсумок, а не асигнування. Скопіюйте рядки без нього.
problem-paste-no-such-row = Немає рядка з кодом «{ $text }». Перевірте код; новому рядку потрібні ще: { $columns-text }. Рядок групи або підсумок не копіюйте.
problem-paste-row-hidden = { $allocation } є в плані, але його приховує фільтр, пошук або згорнута група. Покажіть його або виберіть видиму комірку.
problem-paste-other-row = Код асигнування ніколи не змінюється: це { $allocation }, а в блоці стоїть «{ $text }». Якщо в блоці є рядок із назвами стовпців, асигнування знаходяться за кодами.
problem-paste-capital-otherwise = Інструмент «{ $instrument-text }» має інший капітал, ніж «{ $said-text }», що лишився в блоці. Узгодьте їх або не копіюйте капіталу.
problem-paste-row-twice = { $allocation } стоїть у блоці двічі. Залиште один із рядків.
problem-paste-missing = Новому асигнуванню потрібне поле «{ $column-text }». Додайте стовпець або заповніть комірку.
problem-paste-years-otherwise = За роками з блоку поле «{ $column-text }» стає { $after-text }, а в блоці стоїть { $said-text }. Вставте щось одне або узгодьте їх.

## Таблиця: стовпці, що не є полями

grid-column-funder = Надавач коштів
grid-column-share = Частка пакета, %
grid-column-held-grade = Рівень певності за джерелами
grid-column-settled = Уже виплачено
grid-column-moved = Перенесено
grid-measure-period = { $measure-text } { $period-text }
grid-after = пізніше
problem-unknown-column = Немає стовпця «{ $wanted }». Вкажіть назву поля або показник із періодом: amount, planned:2027.
problem-skipped = { $command } не виконано, бо попередня дія не вдалася.
