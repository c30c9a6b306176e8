# Слова вікна. Суми, дні та час надходять текстом у форматі читача; кількості надходять числами.

window-title = { $plan } – Tranche

## Ліва панель

rail-title = План, сценарії та екрани
rail-label = Сценарії та екрани
plan-label = План
fingerprint-label = відбиток
fingerprint-hint = Позначає точні цифри плану. Однакові цифри завжди мають однаковий відбиток; його надруковано на кожній діаграмі.
state-new = Новий, рядків ще немає
state-shipped = Вбудований план, без змін
state-unsaved = Змінено, ще не збережено
state-dirty = Змінено після збереження
state-saved = Збережено
state-saved-at = Збережено { $time }
state-read-only = Лише для читання
toolbar-label = План
scenarios = Сценарії
screens = Екрани
screen-allocate = Розподіл
screen-disburse = Виплати
screen-needs = Потреби
screen-sources = Джерела
screen-history = Історія
theme = Тема
theme-system = Як у системі
theme-light = Світла
theme-dark = Темна
theme-contrast = Висока контрастність
language = Мова
locale-en = English
locale-uk = Українська
number-format = Формат чисел
number-format-point = 1,234.5
number-format-comma = 1 234,5

## Рядок показників

strip-label = План у цифрах, млрд дол. США
strip-package = Пакет
strip-allocated = Розподілено
strip-unallocated = Залишок
strip-public = Державні
strip-private = Приватні
strip-booster = Прискорювач
strip-paid = Виплати до { $year }
strip-assumption = Припущення
strip-concerns = Зауваження
strip-limit = Ліміт тлумачення: { $amount }
strip-of = Із { $amount }
strip-over = Понад ліміт на { $amount }
strip-over-short = +{ $amount }
strip-concerns-hint =
    { $error ->
        [one] { $error } помилка
        [few] { $error } помилки
       *[many] { $error } помилок
    }, { $warning ->
        [one] { $warning } попередження
        [few] { $warning } попередження
       *[many] { $warning } попереджень
    }, { $note ->
        [one] { $note } примітка
        [few] { $note } примітки
       *[many] { $note } приміток
    }
strip-unit = млрд
readout-unit = дол. США
amount-exact = { $amount } дол. США

## Дії за назвою

act-open = Відкрити…
act-open-empty = Новий план без рядків
act-open-shipped = Відкрити вбудований план
act-recent = Нещодавні плани
recent-missing = Не знайдено: { $path }
act-save = Зберегти
act-save-as = Зберегти як…
act-rename = Перейменувати план
act-undo = Скасувати
act-undo-nothing = немає чого скасовувати
act-redo = Повторити
act-redo-nothing = немає чого повторювати
act-palette = Знайти команду або рядок
act-export-chart = Експортувати діаграму
act-export-chart-as = Експортувати «{ $chart }» як { $format }
act-export-plan = Експортувати план як { $format }
act-go-to = Перейти: { $screen }
act-group-by = Групувати: { $dimension }
act-group-none = Не групувати
act-order-largest = Упорядкувати за сумою: спочатку найбільші
act-order-smallest = Упорядкувати за сумою: спочатку найменші
act-order-plan = Упорядкувати, як у плані
act-theme = Тема: { $theme }
act-reading = Тлумачення: { $reading }
act-toggle-rail = Показати або сховати ліву панель
act-toggle-side = Показати або сховати інспектор
act-back-to-row = Назад до рядка
act-add-row = Додати рядок
act-remove-row = Вилучити рядок
act-remove-filter = Зняти фільтр { $filter }
act-clear-filters = Показати всі рядки
act-show-table = Показати таблицю
act-show-chart = Показати діаграму
act-show-in-folder = Показати в теці
act-show-rows =
    { $count ->
        [one] Показати { $count } рядок
        [few] Показати { $count } рядки
       *[many] Показати { $count } рядків
    }
act-recover = Відновити
act-discard = Видалити
act-later = Пізніше
act-cancel = Скасувати
act-dismiss = Закрити
act-add-source = Додати джерело…
act-remove-source = Вилучити джерело { $id }
act-add-paid = Додати виплату…
act-remove-paid = Вилучити виплату за { $quarter }
export-as = Як { $format }
palette-placeholder = Команда, екран, рядок …
palette-nothing = Нічого з такою назвою немає.

## Таблиця

grid-label = Асигнування, млрд дол. США
grid-total = Разом
grid-total-shown =
    { $count ->
        [one] Разом у { $count } показаному рядку
        [few] Разом у { $count } показаних рядках
       *[many] Разом у { $count } показаних рядках
    }
group-by = Групувати за
group-then = далі за
group-then-by = Далі групувати за
group-nothing = нічим
group-rows =
    { $count ->
        [one] { $count } рядок
        [few] { $count } рядки
       *[many] { $count } рядків
    }
filter = Фільтр
filter-dimension = Фільтрувати за
filter-chip = { $dimension }: { $values }
filter-concern =
    { $count ->
        [one] { $count } рядок зауваження
        [few] { $count } рядки зауваження
       *[many] { $count } рядків зауваження
    }
search-rows = Шукати рядки
column-code = Код
column-programme = Програма
column-instrument = Інструмент
column-sector = Сектор
column-amount = млрд дол.
column-after = далі
column-planned = заплановано, { $period }
column-planned-hint = Заплановано за профілями, до подій, кроків реформ і стель. «Чому ця цифра?» веде до виплаченого.
amount-of = Сума { $code }, дол. США
mark-locked = Зафіксовано
mark-moved = Із цього { $amount } мали бути виплачені раніше; їх перенесено на перший відкритий квартал.
amount-unseen = «{ $text }» означало б { $amount }. Стовпець — у мільярдах: введіть { $text } млрд. Якщо йдеться про долари, введіть { $text } USD.
allocate-empty = Тут мають бути асигнування: хто, скільки, на що і коли платить.
allocate-none-fit = Жоден рядок не відповідає пошуку та фільтрам.
divider-label = Висота таблиці

## Діаграми

chart-label = Діаграма
chart-period-of = Період у «{ $title }»
chart-no-period = Період не вибрано; між періодами переходять стрілками.

## Інспектор

side-label = Інспектор
inspector-empty = Виберіть рядок, щоб побачити всі його поля, джерела та історію.
field-amount = Сума, USD
amount-example = 45 млрд
field-total = Загалом, USD
field-programme = Програма
field-instrument = Інструмент
field-capital = Капітал
field-sector = Сектор
field-purpose = Призначення
field-cluster = Прискорювач
field-cluster-none = Немає
field-start = Початок
field-end = Кінець
field-profile = Профіль
field-amount-grade = Певність суми
field-split-grade = Певність поділу
field-lock = Фіксація
field-note = Нотатка
field-paid = Уже виплачено
field-sources = Джерела
lock-hint = Не змінюється
parameter-range = Від { $min } до { $max }
curve-label = Частка виплаченого з часом. { $sentence }
paid-in = Виплачено за { $quarter }, дол. США
paid-none = Ще нічого не виплачено.
sources-none = Джерела не вказано.
row-history = Історія цього рядка
history-none = Змін не було.
new-row-title = Новий рядок

## Пакет і його тлумачення

package-title = Пакет і тлумачення
package-text = Цільова сума, яку належить розподілити на { $from }–{ $to } роки. Про неї тривають переговори; це не підписаний бюджет.
readings-title = Тлумачення
readings-text = Як співвідносяться головні суми. Тлумачення задає ліміти й ніколи не змінює рядків.
reading-evidence = Підстави
reading-arithmetic = Арифметика
reading-for = За
reading-against = Проти
reading-judgement = Висновок

## Ліміти та що поступається

balance-label = Коли сума змінюється,
balance-total = змінюється підсумок
balance-others = решта рядків змінюється пропорційно
balance-row = різницю покриває { $code }
limits-title = Ліміти
limits-text = Ваші власні, перевіряються з кожною зміною. Ліміт попереджає, якщо ви не дозволили йому відмовляти.
limit-kind = Ліміт
limit-rows = Рядки
limit-everything = Усі рядки
limit-warns = Попереджає
limit-refuses = Відхиляє правки, що його порушують
limit-may-refuse = Відхиляти правки, що його порушують
act-add-limit = Додати ліміт
act-remove-limit = Вилучити ліміт { $name }
act-verify = Перевірити історію плану

## Зауваження та правила

concerns-title = Зауваження
concerns-text = Ніщо тут не зупиняє роботи. Помилки суперечать самому плану; на попередження та примітки варто глянути ще раз.
concerns-none = Зауважень немає.
severity-error = Помилка
severity-warning = Попередження
severity-note = Примітка
rules-title = Як отримано ці цифри
rules-text = Чого не стверджує жодне джерело, те обчислено за цими правилами і всюди названо припущенням.

## Потреби, джерела, історія

needs-text = Потреби за RDNA5 на 2026–2035 роки поряд із тим, що розподіляє план, млрд дол. США. Потреби в цінах кінця 2025 року, без дефлювання. Від’ємний розрив означає, що розподілено більше, ніж потрібно.
column-need = Потреба
need-not-stated = Оцінка не називає потреб цього сектора.
column-allocated = Розподілено
column-gap = Розрив
column-note = Примітка
sources-text = { $shown } із { $of } джерел: видавець, дата і спосіб перевірки кожного.
sources-empty = Тут мають бути джерела: звідки взято кожну цифру. Рядки називають їх в інспекторі.
sources-none-fit = Жодне джерело не відповідає пошуку.
search-sources = Шукати джерела
column-id = Код
column-title = Назва
column-verified = Як перевірено
history-text = Усі зміни з першого дня плану. Скасування додає запис; нічого не переписується.
history-author = Ваше ім’я
history-author-hint = Стоятиме поруч із кожною зміною, яку ви зробите відтепер.
history-empty = Тут мають бути зміни. Змініть будь-яку цифру, і вона буде першою.
column-number = №
column-change = Зміна
column-author = Автор
column-time = Час
column-state = Стан
entry-edit = Зроблено
entry-undo = Скасування
entry-redo = Повторення
entry-created = Створено
entry-undone = Скасовано

## Нижній рядок

status-cells =
    { $count ->
        [one] { $count } комірка
        [few] { $count } комірки
       *[many] { $count } комірок
    }
status-rows = { $shown } із { $of } рядків
status-grouped = групування: { $dimensions }
status-chart-whole = діаграма показує весь план
status-as-of = На { $day }
status-kept = Усе збережено
status-kept-hint = Кожну зміну записано в робочу копію ще до показу. Збереження записує її у ваш файл.

## Сповіщення та запитання

notice-saved = Збережено «{ $name }».
notice-exported = Експортовано.
question-changed-title = Файл змінився після відкриття
question-changed-copy = Зберегти копію
question-changed-replace = Замінити, зберігши резервну копію
question-exists-title = Файл із такою назвою вже є
question-exists-other = Вибрати іншу назву
question-exists-replace = Замінити
copies-title =
    { $count ->
        [one] Знайдено незбережену роботу
        [few] Знайдено незбережену роботу в { $count } планах
       *[many] Знайдено незбережену роботу в { $count } планах
    }
copies-text = Її збережено, коли програма востаннє завершилася. «Відновити» відкриває її; «Видалити» стирає назавжди.
copies-line =
    { $time } · { $edits ->
        [one] { $edits } зміна
        [few] { $edits } зміни
       *[many] { $edits } змін
    } · { $total }
