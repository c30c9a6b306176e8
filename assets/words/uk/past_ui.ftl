# Слова вікна про минуле плану та про копії, які передають і приймають.

## Історія

entry-return = Повернення
entry-merge = Злиття
past-filters = Які зміни показано
past-text = Слова у зміні
past-row = Рядок
past-row-example = A017
past-author = Автор
past-field = Поле
past-from = Від
past-to = до
past-day-example = 2027-01-31
past-upto = До №
past-any = Усі
past-clear = Показати всі
past-total =
    { $count ->
        [one] { $count } зміна
        [few] { $count } зміни
       *[many] { $count } змін
    }
past-found =
    { $count ->
        [one] { $found } із { $count } зміни
       *[other] { $found } із { $count } змін
    }
past-found-first =
    { $count ->
        [one] Останні { $found } відповідні, з { $count } зміни
       *[other] Останні { $found } відповідних, із { $count } змін
    }
past-first =
    { $count ->
        [one] Останні { $found } із { $count } зміни
       *[other] Останні { $found } із { $count } змін
    }
past-earlier = Показати раніші
past-none = Таких змін немає.
past-before = Було
past-after = Стало
past-details = Що зробила зміна { $seq }
past-details-none = Жодна цифра й жодне слово плану не змінилися.
past-details-more =
    { $count ->
        [one] і ще { $count }
       *[other] і ще { $count }
    }
past-note = Примітка: { $note }
past-looked-at = Цей стан переглядається.
act-look-at-moment = Переглянути план після неї
act-compare-now = Порівняти з теперішнім
act-compare-with = Порівняти: { $name }

## Копії

copies = Копії цього плану
act-share = Поділитися копією…
act-merge = Злити з іншою копією…
act-compare-file = Порівняти з файлом…
share-title = Поділитися копією
share-text = Відкритий план і його файл лишаються як є. Що піде з копією, крім плану зі сценаріями та джерелами:
share-history = Історія
share-history-hint = Кожна зміна і те, що було до неї, зокрема скасоване. З історією копію можна злити назад.
share-versions = Зафіксовані версії
share-versions-hint =
    { $count ->
        [0] Їх немає.
        [one] { $count } версія, повністю, якою її зафіксовано.
        [few] { $count } версії, повністю, якими їх зафіксовано.
       *[many] { $count } версій, повністю, якими їх зафіксовано.
    }
share-names = Імена
share-names-hint = Хто зробив кожну зміну, зафіксував кожну версію та ввів кожну імовірність.
share-out = Що не піде
share-out-nothing = Піде все: копія — це весь план.
share-out-history =
    { $count ->
        [one] Історія: { $count } зміна і те, що було до неї. Щоб злити копію назад, треба буде назвати файл, від якого походять обидві.
        [few] Історія: { $count } зміни і те, що було до них. Щоб злити копію назад, треба буде назвати файл, від якого походять обидві.
       *[many] Історія: { $count } змін і те, що було до них. Щоб злити копію назад, треба буде назвати файл, від якого походять обидві.
    }
share-out-versions =
    { $count ->
        [one] { $count } зафіксована версія.
        [few] { $count } зафіксовані версії.
       *[many] { $count } зафіксованих версій.
    }
share-out-names = Усі імена: авторів змін, версій та імовірностей. Час лишається.
act-share-now = Вибрати, куди записати…
share-suggested = { $name }, копія
notice-shared = Копію для передавання записано.

join-title = Злиття з «{ $name }»
join-reading = Читання іншої копії…
join-common = Обидві були одним планом до зміни { $seq } від { $time }: «{ $label }».
join-common-file = Кожну порівняно з «{ $name }», від якого походять обидві.
join-since = Відтоді тут: { $ours }. В іншій копії: { $theirs }.
join-edits =
    { $count ->
        [0] змін немає
        [one] { $count } зміна
        [few] { $count } зміни
       *[many] { $count } змін
    }
join-untold = зміни без своєї історії
join-edits-by = { $edits }, автори: { $authors }
join-same = Інша копія не приносить нічого, чого тут ще немає.
join-taken =
    { $count ->
        [0] Береться з іншої копії
       *[other] Береться з іншої копії ({ $count })
    }
join-taken-none = Нічого, що змінила б лише інша копія.
join-recoded = { $from } з іншої копії тут зветься { $to }: обидві дали цю назву.
join-conflicts =
    { $count ->
        [one] Змінено в обох по-різному ({ $count })
       *[other] Змінено в обох по-різному ({ $count })
    }
join-before = Було: { $value }
join-ours = Тут
join-theirs = Інша копія
join-changed = { $author }, { $time }
join-unsigned = імені не вказано, { $time }
join-paid = Тоді виплачено в межах пакета: { $amount } млрд
join-paid-same = Виплати від цього не залежать.
join-all-ours = Залишити все тутешнє
join-all-theirs = Узяти все з іншої копії
join-open =
    { $count ->
        [0] Усе вирішено.
        [one] Ще не вирішено: { $count }. До того нічого не змінюється.
       *[other] Ще не вирішено: { $count }. До того нічого не змінюється.
    }
join-totals = Що злиття робить із сумами
join-total = млрд дол.
join-total-ours = Тепер
join-total-merged = Після злиття
join-now = Злити
join-other = Інший файл…
join-base = Назвати файл, від якого походять обидві…
join-not-there = немає
notice-merged = Злиття з «{ $name }» виконано.
