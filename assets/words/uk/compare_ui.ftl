# Слова вікна про порівняння.

screen-compare = Порівняння
compare-sides = Що порівнюється
compare-against = із
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
compare-effect = Що це робить із виплатами
compare-not-there = немає
comparing-room = Рядки, які самі не змінилися, але поступилися місцем або просунулися
compare-more =
    { $count ->
        [one] Показати ще { $count }
       *[other] Показати ще { $count }
    }
compare-bn = млрд
compare-change = Зміна, млрд
compare-share = Зміна
