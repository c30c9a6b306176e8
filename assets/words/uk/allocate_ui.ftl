# Слова вікна про правку сум: таблиця, її стовпці, розподілення, вставлення, правки кількох рядків і ліміти.

## Таблиця

column-funder = Надавач коштів
column-capital = Капітал
column-purpose = Призначення
column-booster = Прискорювач
column-share = Частка пакета, %
column-start = Початок
column-end = Кінець
column-profile = Профіль
column-priority = Пріоритет
column-amount-grade = Певність суми
column-split-grade = Певність розподілу
column-held-grade = Вважається
column-sources = Джерела
column-cited = Поля з джерелами
column-locked = Зафіксовано
column-settled = Уже виплачено
column-moved = Прострочено
column-of-paid = виплата { $period }
column-of-committed = належить { $period }
column-paid-hint = Виплачено з урахуванням подій, кроків реформ і стель.
mark-computed = Обчислено, а не введено
mark-assumption = Припущення: жодне джерело цього не каже
mark-typed-year = Введено: частка цього року записана в профілі
group-locked = зафіксовано { $count }
order-now-none = Натисніть, щоб упорядкувати за цим стовпцем.
order-now-ascending = Спочатку найменші або від А. Натисніть, щоб обернути.
order-now-descending = Спочатку найбільші або від Я. Натисніть, щоб обернути.
grid-keys = Стрілки переміщують, Enter або F2 відкриває правку, Escape повертає, Shift зі стрілками виділяє, клавіша меню показує можливі дії.
grid-cell-of = { $column }, рядок { $code }
grid-locked = так
grid-no-cluster = Немає
grid-columns = Стовпці
grid-columns-years = Роки
grid-columns-fields = Поля
grid-columns-first = Як спочатку
grid-years-planned = Заплановано за роками
grid-years-paid = Виплачено за роками
grid-years-committed = Належить за роками
grid-computed = «{ $column }» обчислюється з іншого, сюди нічого не ввести.
grid-year-of-group = Рік групи є сумою її рядків: уведіть його в рядку.
grid-years-alone = Рік уводять окремо: для кожного обирають, що змінюється натомість.
grid-not-of-group = Це поле мають лише окремі рядки: виберіть рядок або правте всі виділені разом.
grid-not-empty = «{ $column }» не може бути порожнім. Нічого не змінено.
grid-nothing-above = Вище немає рядка, з якого можна заповнити.
grid-copy = Копіювати
grid-copy-again = Комірки готові. Натисніть Ctrl+C ще раз.
grid-paste = Вставити
grid-fill = Заповнити вниз
grid-clear = Спорожнити
grid-duplicate =
    { $count ->
        [one] Дублювати { $count } рядок
        [few] Дублювати { $count } рядки
       *[many] Дублювати { $count } рядків
    }
grid-remove =
    { $count ->
        [one] Вилучити { $count } рядок
        [few] Вилучити { $count } рядки
       *[many] Вилучити { $count } рядків
    }
grid-order-rise = Упорядкувати: { $column }, від найменшого
grid-order-fall = Упорядкувати: { $column }, від найбільшого
status-sum = Сума { $amount }
status-count =
    { $count ->
        [one] { $count } сума
        [few] { $count } суми
       *[many] { $count } сум
    }
status-share = { $share } % пакета
status-chosen-rows =
    { $count ->
        [one] { $count } рядок
        [few] { $count } рядки
       *[many] { $count } рядків
    }

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

balancing-act = Збалансувати таблицю…
balancing-title = Балансування таблиці
balancing-text = Введіть підсумки, які мають бути в рядків і стовпців, млрд дол. США. Таблиця заповнюється за теперішнім малюнком, до цента; комірка без рядків лишається порожньою, а зафіксоване й виплачене не змінюється.
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

## Потреби

needs-without-funded = Без підписаного і того, що виконується
needs-need-left = Незабезпечена потреба
needs-allocated-left = Розподілено, не забезпечено
needs-funded = Підписано або виконується
needs-coverage = Покриття
needs-bars = Розподілено з потреби
needs-bar = { $sector }: розподілено { $allocated }; потреба: { $need }

## Ліміти

limits-of-reading = Чинного прочитання: попереджають і ніколи не відмовляють.
limit-held = Є: { $amount }
limit-left = Лишилося: { $amount }
limit-missed-by = Порушено на { $amount }
limit-show-rows = Показати його рядки: { $rows }
act-change-limit = Змінити ліміт { $name }
act-keep-limit = Зберегти
limit-against = Порівнюється з
limit-against-amount = сумою
limit-against-share = часткою інших рядків
limit-share = Частка, відсотки
limit-of = Частка від
limit-of-all = усіх асигнувань

## Джерела полів

field-sources-of-one = Джерела окремого поля
field-sources-none = Немає: кожне поле походить звідти, звідки й рядок.
field-sources-field = Поле
grade-without-source = припущення: немає джерела

## Вставляння блока

paste-title = Вставити з буфера обміну
paste-size = { $lines ->
        [one] { $lines } рядок
        [few] { $lines } рядки
       *[many] { $lines } рядків
    } по { $columns ->
        [one] { $columns } комірці
        [few] { $columns } комірки
       *[many] { $columns } комірок
    }
paste-would =
    { $count ->
        [one] Змінилася б іще { $count } комірка
        [few] Змінилися б іще { $count } комірки
       *[many] Змінилося б іще { $count } комірок
    }
paste-added =
    { $count ->
        [one] Додався б { $count } рядок
        [few] Додалися б { $count } рядки
       *[many] Додалося б { $count } рядків
    }
paste-same =
    { $count ->
        [one] { $count } комірка вже має таке значення
        [few] { $count } комірки вже мають таке значення
       *[many] { $count } комірок уже мають таке значення
    }
paste-follows = випливає
paste-allocated = Розподілено: { $before } → { $after } млрд
paste-header = Перший рядок називає стовпці
paste-columns = Що означають стовпці блока
paste-column-unnamed = Стовпець { $place }
paste-column-unknown = — не зрозуміло
paste-columns-more = і ще { $count }
paste-cells = Кожна комірка, яка зміниться або яку відхилено
paste-line = У блоці
paste-column = Стовпець
paste-says = У буфері обміну
paste-why = Чому відхилено
paste-part-refused =
    { $count ->
        [one] Відхилено: { $count } комірка
        [few] Відхилено: { $count } комірки
       *[many] Відхилено: { $count } комірок
    }
paste-part-changes =
    { $count ->
        [one] Змінилася б: { $count } комірка
        [few] Змінилися б: { $count } комірки
       *[many] Змінилося б: { $count } комірок
    }
paste-more =
    { $count ->
        [one] і ще { $count } комірка, якої тут не наведено
        [few] і ще { $count } комірки, яких тут не наведено
       *[many] і ще { $count } комірок, яких тут не наведено
    }
paste-now = Вставити
paste-keys = Enter вставляє все або нічого · Esc лишає все як є
paste-table = Вставити таблицю
paste-table-hint = Або скопіюйте таблицю в Excel, LibreOffice, Google Sheets чи Word і натисніть тут Ctrl+V. Її перший рядок називає стовпці: Програма, Інструмент, Сектор, Призначення, Сума, Перший квартал, Останній квартал.
paste-press-keys = Натисніть Ctrl+V: буфер обміну читається лише тоді, коли ви самі натискаєте клавіші.
