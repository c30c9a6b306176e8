# Що міст каже про редагування сум: розподіл, балансування, правки кількох рядків, вставляння.

## Вставляння: блок загалом

problem-paste-empty = У буфері обміну немає комірок. Спершу скопіюйте комірки електронної таблиці або таблицю.
problem-paste-too-many-cells = У буфері обміну комірок: { $cells }. Читається щонайбільше { $most }; скопіюйте менше.
problem-paste-too-long = Вміст буфера обміну має { $bytes } байтів. Читається щонайбільше { $most }; скопіюйте менше.
problem-paste-several-tables = Скопійовано одразу кілька таблиць: { $tables }. Скопіюйте одну з них.
problem-paste-needs-place = Блок не називає своїх стовпців. Виберіть комірку, у яку його вставити, або скопіюйте й рядок із назвами стовпців.
problem-paste-unknown-place = Немає стовпця «{ $column }», у який можна було б вставити блок.
problem-paste-refused = Відхилено { $refused ->
    [one] { $refused } комірку
    [few] { $refused } комірки
   *[other] { $refused } комірок
}, тому нічого не вставлено: { $reason-text }
paste-first-refused = рядок { $line-text }, { $column-text }: { $reason-text }
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
problem-paste-hidden-sign = У тексті є знак, якого не видно ({ $sign }). Наберіть текст заново, без нього.
problem-paste-cell-too-long = Текст довший за { $most } байтів.
problem-paste-unknown-column = Немає стовпця з назвою «{ $text }». Дайте йому назву наявного стовпця або не копіюйте його.
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
problem-amount-unseen = «{ $text }» означає { $amount_usd }, а стовпець у мільярдах показує це як ніщо. Додайте одиницю: { $text } млрд, { $text } млн.
problem-paste-empty-cell = Комірка стовпця «{ $column-text }» не може бути порожньою. Заповніть її або не копіюйте рядка.
problem-paste-no-place = { $column-text }: «{ $text }» серед наявних немає. Візьміть назву зі списку або її ключ.
problem-paste-two-places = { $column-text }: назву «{ $text }» мають кілька. Візьміть ключ: { $known }.
problem-paste-not-yes-or-no = «{ $text }» — це ні «так», ні «ні».
problem-paste-group-line = «{ $text }» — це рядок групи або підсумок, а не асигнування. Скопіюйте рядки без нього.
problem-paste-other-row = Код асигнування ніколи не змінюється: це { $allocation }, а в блоці стоїть «{ $text }». Якщо в блоці є рядок із назвами стовпців, асигнування знаходяться за кодами.
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
