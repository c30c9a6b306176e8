# Спільне для сценаріїв, порівнянь, злиття та історії: таблиці, поля, значення і те, що відрізняється.

## Що саме показано

looked-at-scenario = Сценарій «{ $name-text }».
looked-at-version = Версія «{ $name-text }», зафіксована { $time-text }, автор { $author-text }. Вона ніколи не змінюється.
looked-at-version-unsigned = Версія «{ $name-text }», зафіксована { $time-text }. Вона ніколи не змінюється.
looked-at-moment = План, яким він був після запису { $number-text } історії. Тут його не можна змінювати.
looked-at-unsound = Її вміст не збігається з її хешем: щось його змінило. З неї нічого не беруть.
version-named = Версія «{ $name-text }»
moment-named = Після запису { $number-text }
side-of-file = { $file-text }: { $side-text }
side-of-time = { $scenario-text } ({ $time-text })

## Таблиці

named-table-package = План
named-table-sources = Джерело
named-table-rules = Правило
named-table-output = Рік ВВП
named-table-readings = Тлумачення
named-table-funders = Надавач коштів
named-table-programmes = Програма
named-table-sectors = Сектор
named-table-needs = Потреба
named-table-clusters = Кластер
named-table-chapters = Розділ
named-table-steps = Крок
named-table-allocations = Асигнування
named-table-limits = Ліміт
named-table-events = Подія
named-table-caps = Стеля
named-table-scenarios = Сценарій
named-table-overrides = Заміна
named-table-odds = Імовірність

## Поля

named-field-amount = Сума
named-field-amount-grade = Рівень певності суми
named-field-as-of = Станом на
named-field-author = Автор
named-field-booster = Кластер прискорювача
named-field-capital = Капітал
named-field-carry-years = Років перенесення коштів
named-field-chapter = Розділ
named-field-cluster = Кластер
named-field-code = Код
named-field-currency = Валюта
named-field-date = День
named-field-day = День
named-field-delay-quarters = Очікувана затримка (кварталів)
named-field-due = Квартал строку
named-field-effects = Дія на кошти
named-field-end = Останній квартал
named-field-first = Перший квартал
named-field-follows = Відлік від
named-field-funder = Надавач коштів
named-field-gate = Передумова
named-field-grade = Рівень певності
named-field-instrument = Інструмент
named-field-kind = Вид
named-field-lag-days = Днів після неї
named-field-lapse-years = Років до згоряння зобов’язань
named-field-last = Останній квартал
named-field-locked = Заблоковано
named-field-name = Назва
named-field-name-uk = Назва українською
named-field-needs-total = Заявлені потреби
named-field-note = Примітка
named-field-original-amount = Сума у власній валюті
named-field-original-unit = Власна валюта
named-field-outcome = Результат
named-field-paid = Здійснені виплати
named-field-parent = Батьківський сценарій
named-field-part = Кошти, яких стосується
named-field-place = Місце
named-field-price-basis = База цін
named-field-priority = Черговість
named-field-probability = Імовірність за квартал
named-field-profile = Профіль виплат
named-field-programme = Програма
named-field-purpose = Призначення
named-field-rate = Ставка
named-field-reading = Тлумачення
named-field-refuses = Відхиляє правки
named-field-sector = Сектор
named-field-share = Імовірність
named-field-slice = Рядки, які враховано
named-field-cited = Джерела окремих полів
named-field-limits-share = Частка
named-field-limits-of = Частка від
named-field-part-of = Частина програми
named-field-owed = Належить повернути
named-field-sources = Джерела
named-field-split-grade = Рівень певності розподілу
named-field-start = Перший квартал
named-field-state = Стан
named-field-terms = Умови вивільнення
named-field-total = Пакет
named-field-trigger = Що до цього веде
named-field-trigger-uk = Що до цього веде, українською
named-field-until = Останній день
named-field-usd-per-unit = Курс до долара
named-field-weight = Вага

## Значення і рядки

named-nothing = –
named-quoted = «{ $name-text }»
named-flag-yes = так
named-flag-no = ні
named-taken-out = вилучено
named-allocation = { $programme-text }, { $sector-text }
named-row = { $called-text } ({ $label-text })
named-terms = з { $quarter-text } { $rule-text }{ $level ->
    [yes] { " " }{ $level-text }
   *[no] { "" }
}; вікно, кварталів: { $window-text }; виплата пізніше на кварталів: { $lag-text }; у разі втрати: { $loss-text }
override-row-gone = Рядка більше немає в тому, що наслідує сценарій.

## Що відрізняється

difference-sentence = { $what-text }.
difference-sentence-effect = { $what-text }: { $effect-text }.
difference-sentence-apart = { $what-text }. { $effect-text }.
difference-sentence-together = { $what-text }. Усі зміни рядка разом: { $effect-text }.
difference-allocation-added = Додано { $row-text }: { $amount-text } з { $start-text } до { $end-text }
difference-allocation-removed = Вилучено { $row-text }: { $amount-text } з { $start-text } до { $end-text }
difference-added = Додано: { $table-text } { $row-text }
difference-removed = Вилучено: { $table-text } { $row-text }
difference-row-changed = Змінено: { $table-text } «{ $row-text }»
difference-field = { $row-text }: { $field-text } { $after-text } замість { $before-text }
difference-field-named = { $row-text }: { $field-text } «{ $after-text }» замість «{ $before-text }»
difference-field-named-of-plan = { $field-text }: «{ $after-text }» замість «{ $before-text }»
difference-field-of-plan = { $field-text }: { $after-text } замість { $before-text }
difference-rises-of-plan = { $field-text } зростає на { $by-text }, з { $before-text } до { $after-text }
difference-falls-of-plan = { $field-text } зменшується на { $by-text }, з { $before-text } до { $after-text }
difference-field-entered = { $row-text }: { $field-text } тепер { $after-text }
difference-field-cleared = { $row-text }: вилучено { $field-text } { $before-text }
difference-field-other = { $row-text }: змінено { $field-text }
difference-moved = { $row-text }: { $field-text } { $by-text } ({ $after-text } замість { $before-text })
difference-moved-start = { $row-text }: початок { $by-text } ({ $after-text } замість { $before-text })
difference-moved-end = { $row-text }: кінець { $by-text } ({ $after-text } замість { $before-text })
difference-moved-due = { $row-text }: строк { $by-text } ({ $after-text } замість { $before-text })
difference-rises = { $row-text }: { $field-text } зростає на { $by-text }, з { $before-text } до { $after-text }
difference-falls = { $row-text }: { $field-text } зменшується на { $by-text }, з { $before-text } до { $after-text }
difference-years-later = { $number ->
    [one] на { $number } рік пізніше
    [few] на { $number } роки пізніше
   *[other] на { $number } років пізніше
}
difference-years-earlier = { $number ->
    [one] на { $number } рік раніше
    [few] на { $number } роки раніше
   *[other] на { $number } років раніше
}
difference-quarters-later = { $number ->
    [one] на { $number } квартал пізніше
    [few] на { $number } квартали пізніше
   *[other] на { $number } кварталів пізніше
}
difference-quarters-earlier = { $number ->
    [one] на { $number } квартал раніше
    [few] на { $number } квартали раніше
   *[other] на { $number } кварталів раніше
}
difference-past-package = після пакета
difference-leaves = { $amount-text } відходять із { $from-text }
difference-arrives = на { $part-text } більше виплачено за { $to-text }
difference-leaves-for = { $amount-text } переходять із { $from-text } на { $to-text }
difference-leaves-partly-for = { $amount-text } відходять із { $from-text }, з них { $part-text } на { $to-text }
difference-leaves-and-more = { $amount-text } відходять із { $from-text }; на { $part-text } більше виплачено за { $to-text }

## Плани поруч

compare-nothing = Відмінностей немає.
compare-same-paid = { $changes ->
    [one] { $changes } відмінність; у межах пакета, як і раніше, виплачено { $after-text }.
    [few] { $changes } відмінності; у межах пакета, як і раніше, виплачено { $after-text }.
   *[other] { $changes } відмінностей; у межах пакета, як і раніше, виплачено { $after-text }.
}
compare-more-paid = { $changes ->
    [one] { $changes } відмінність; у межах пакета виплачено на { $by-text } більше, { $after-text } замість { $before-text }.
    [few] { $changes } відмінності; у межах пакета виплачено на { $by-text } більше, { $after-text } замість { $before-text }.
   *[other] { $changes } відмінностей; у межах пакета виплачено на { $by-text } більше, { $after-text } замість { $before-text }.
}
compare-less-paid = { $changes ->
    [one] { $changes } відмінність; у межах пакета виплачено на { $by-text } менше, { $after-text } замість { $before-text }.
    [few] { $changes } відмінності; у межах пакета виплачено на { $by-text } менше, { $after-text } замість { $before-text }.
   *[other] { $changes } відмінностей; у межах пакета виплачено на { $by-text } менше, { $after-text } замість { $before-text }.
}
compare-by-year = Рік
compare-by-change = Зміна
compare-after = Після пакета
compare-room = Рядки, що поступилися місцем або зрушили вперед
compare-together = { $table-text }, усі змінені рядки разом ({ $rows }): { $effect-text }.
compare-together-nothing = { $table-text }, усі змінені рядки разом ({ $rows }): виплати не змінюються.
compare-sum = Разом

## Чим це може закінчитися

outcomes-open = Нічого не зважено, доки не введено ймовірність для: { $questions-text }.
outcomes-unpictured = Жоден сценарій не показує: { $outcomes-text }.
outcomes-entered = { $question-text }: { $share-text }, автор оцінки { $author-text }, { $day-text }.
outcomes-entered-unsigned = { $question-text }: { $share-text }, введено { $day-text }.
outcomes-split-entered = Серед зривів { $share-text } — ранні, як введено.
outcomes-split-hazard = Ранній і пізній зрив розділено за правилом: угода може зірватися з однаковою інтенсивністю в кожен із п’яти років, перші три з яких вважають ранніми.
outcomes-worst = Середнє для найгірших { $share-text }
