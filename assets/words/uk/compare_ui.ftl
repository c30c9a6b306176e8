# Слова вікна про порівняння.

screen-compare = Порівняння
compare-sides = Що порівнюється
compare-add = Додати стан
compare-choose = Інший стан замість «{ $name }»
compare-take-away = Прибрати «{ $name }»
compare-swap = Поміняти місцями
compare-moment = Після зміни { $seq }
compare-version = Версія, зафіксована { $time }
compare-other-file = Інший файл…
compare-pick-file = Порівняти з файлом
compare-measure = Показник
compare-paid = сплачено
compare-planned = заплановано
compare-by = за
comparing-by-year = роками
comparing-by-difference = відмінностями
compare-charts = Рисунки порівняння
compare-what_differs = Що відрізняється
compare-side_by_side = Поруч
compare-divider = Висота списків
compare-lists = Що відрізняється докладно
compare-differences =
    { $count ->
        [0] Відмінності
       *[other] Відмінності ({ $count })
    }
compare-table = Таблиця
compare-told-of = Докладно про
compare-empty = Тут поруч стоять стани: сценарії, версії та файли. Виберіть, що порівняти з базовим планом.
compare-with = Порівняти з «{ $name }»
compare-what = Що відрізняється
compare-effect = Виплати, млрд
compare-effect-hint = Що відмінності рядка разом роблять із виплатами: на скільки сплачено більше чи менше та що лише сплачено в інші роки.
compare-shifted = { $amount } зсунуто
compare-effect-exact = Вибуває { $leaves }, прибуває { $arrives }; разом { $net }
compare-not-there = немає
comparing-room = Рядки, які самі не змінилися, поступилися місцем або просунулися: { $effect }.
compare-more =
    { $count ->
        [one] Показати ще { $count }
       *[other] Показати ще { $count }
    }
compare-bn = млрд
compare-change = Зміна, млрд
compare-share = Зміна
