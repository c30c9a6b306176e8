# Слова вікна про правку сум: таблиця, її стовпці, розподілення, вставлення, правки кількох рядків і ліміти.

## Таблиця


## Що станеться, перш ніж воно станеться

preview-label = Усі рядки, що зміняться
preview-row = Рядок
preview-what = Що це
preview-field = Поле
preview-before = Було
preview-after = Стане
preview-change = Зміна
preview-new = новий
preview-gone = вилучено
preview-show-more =
    { $count ->
        [one] Показати ще { $count }
        [few] Показати ще { $count }
       *[many] Показати ще { $count }
    }
preview-not-listed =
    { $count ->
        [one] Зміниться ще { $count }, його тут не наведено.
        [few] Зміняться ще { $count }, їх тут не наведено.
       *[many] Зміниться ще { $count }, їх тут не наведено.
    }
outlook-rows =
    { $count ->
        [0] Жоден рядок не зміниться
        [one] Зміниться { $count } рядок
        [few] Зміняться { $count } рядки
       *[many] Зміниться { $count } рядків
    }
outlook-held =
    { $count ->
        [one] { $count } зафіксований рядок лишається як є
        [few] { $count } зафіксовані рядки лишаються як є
       *[many] { $count } зафіксованих рядків лишаються як є
    }
outlook-unallocated = Залишок: { $before } → { $after } млрд
outlook-limit = { $limit }: відхилення { $before } → { $after } млрд

## Введення підсумку чи року та що покриває різницю

figure-apply = Застосувати
figure-restore = Повернути
figure-keys = Стрілки й цифри вибирають · Enter застосовує · Esc повертає
figure-name-first = Спершу назвіть: натисніть Tab або Enter.
pick-placeholder = Введіть кілька літер…
pick-nothing = Нічого не підходить.
spread-figure = Підсумок «{ $what }», дол. США
spread-row-title = { $code } · { $programme }
spread-locked = із них { $amount } млрд зафіксовано
spread-how = Рядки ділять суму
spread-how-rescale = пропорційно до теперішніх сум
spread-how-equal = порівну
spread-how-needs = за потребами RDNA5
spread-how-like = як інша група…
spread-like-group = Як яка група
spread-like-by = у розрізі
spread-gives = Різниця
spread-gives-unallocated = змінює нерозподілений залишок
spread-gives-others = покривається рештою рядків, пропорційно
spread-gives-row = покривається названим рядком…
spread-row = Який рядок
year-figure = { $year } рік рядка { $code }, дол. США
year-title = { $code }, { $year } рік
year-detail = { $programme } · профіль «{ $profile }» стане введеними частками
year-gives = Різниця
year-gives-others = покривається іншими роками: сума рядка не змінюється
year-gives-total = змінює суму рядка
year-gives-year = покривається іншим роком…
year-which = Який рік

## Балансування таблиці

balancing-title = Збалансувати таблицю…
balancing-text = Введіть підсумки, які мають бути в рядків і стовпців, млрд дол. США. Таблиця заповнюється за теперішнім малюнком, до цента; клітинка без рядків лишається порожньою, а зафіксоване й виплачене не змінюється.
balancing-label-table = Таблиця для балансування
balancing-rows = Рядки
balancing-columns = Стовпці
balancing-now = Підсумок зараз
balancing-wanted = Новий підсумок
balancing-wanted-of = Новий підсумок «{ $what }», дол. США
balancing-held-hint = Із них { $amount } зафіксовано або виплачено; це не змінюється.
balancing-no-row = Тут немає жодного рядка, тож сюди нічого не може потрапити.
balancing-cell = Було: { $before }. Стане: { $after }.
balancing-empty = Тут мають бути рядки: у плані їх ще немає.
balancing-hint = Порожнє поле зберігає теперішній підсумок. Стовпець, скопійований з електронної таблиці, можна вставити в перше поле.
balancing-apply = Застосувати до рядків
balancing-show-rows = Показати рядки
balancing-show-table = Показати таблицю
balancing-clear = Очистити підсумки

## Дії з кількома рядками

bulk-edit = Задати поле вибраних рядків…
bulk-title =
    { $count ->
        [one] Задати поле { $count } рядка
        [few] Задати поле { $count } рядків
       *[many] Задати поле { $count } рядків
    }
bulk-field = Поле
bulk-value = Нове значення
bulk-now = Задати
bulk-locked-yes = Зафіксовано
bulk-locked-no = Не зафіксовано
bulk-split = Поділити рядок…
bulk-split-title = Поділити { $code }
bulk-split-text = { $programme }, { $sector }. Кожна частина стає окремим рядком із тими самими полями; виплачене лишається в першому.
bulk-split-whole = Разом, USD
bulk-split-part = Частина { $number }, USD
bulk-split-rest = Залишок
bulk-split-rest-open = випливає з частин
bulk-split-add = Додати частину
bulk-split-drop = Прибрати останню частину
bulk-split-now = Поділити
bulk-merge = Об’єднати вибрані рядки…
bulk-merge-title =
    { $count ->
        [one] Об’єднати { $count } рядок
        [few] Об’єднати { $count } рядки
       *[many] Об’єднати { $count } рядків
    }
bulk-merge-text = Вони стають одним рядком: лишається перший — із сумою всіх асигнувань і виплат та з джерелами всіх рядків.
bulk-merge-now = Об’єднати
bulk-lock = Зафіксувати вибрані рядки
bulk-unlock = Зняти фіксацію з вибраних рядків
bulk-lock-shown = Зафіксувати всі показані рядки
bulk-unlock-shown = Зняти фіксацію з усіх показаних рядків
bulk-shown-detail = ті, що лишилися після фільтрів і пошуку
