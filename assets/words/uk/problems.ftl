# Проблеми: що сталося, де, що робити. Одне-два речення; друге каже, що робити.

problem-internal = Програма припустилася помилки, відповідаючи на «{ $command }». План такий, яким його лишила остання зміна; будь ласка, повідомте про це.
problem-unknown-command = Команди «{ $wanted }» немає. Перелік дає «tranche-cli call --help».
problem-bad-request = Запит до «{ $command }» не зрозуміло в { $field }: { $reason }.
problem-request-unread = Запит до «{ $command }» не зрозуміло: { $reason }.
problem-missing-field = У запиті до «{ $command }» бракує { $field }. Додайте це поле.
problem-no-plan = План не відкрито. Спершу відкрийте його.
problem-unknown-option = «{ $wanted }» не є відомим значенням для { $option }. Відомі: { $known }.
problem-repeated-option = «{ $wanted }» названо двічі для { $option }. Назвіть один раз.
problem-period-in-by = «{ $wanted }» не є виміром. Скористайтеся --every { $wanted }.

problem-edit-refused = Зміну { $place } з { $count } відхилено, і не внесено жодної: { $reason }
problem-about = { $about ->
    [allocations] Асигнування
    [steps] Крок
    [events] Подія
    [caps] Стеля
    [clusters] Кластер
    [programmes] Програма
    [limits] Ліміт
    [scenarios] Сценарій
   *[other] Рядок
} { $named ->
    [yes] «{ $row-text }»
   *[no] { $row-text }
}: { $reason-text }
problem-about-follower = Подія { $follower-text }, яку відлічують від { $row-text }: { $reason-text }
problem-no-edits = У переліку немає змін. Назвіть бодай одну.
problem-nothing-to-undo = Скасовувати нічого.
problem-nothing-to-redo = Повторювати нічого.
read-only-in-use = Він відкритий деінде. Закрийте його там або збережіть копію під іншою назвою.
problem-read-only-in-use = Цей план не можна змінити тут. Він відкритий деінде. Закрийте його там або збережіть копію під іншою назвою.
read-only-no-own-folder = Теку програми не можна записувати, тож жодної зміни не вдалося б зберегти надійно. Звільніть її або задайте XDG_DATA_HOME.
problem-read-only-no-own-folder = Цей план не можна змінити тут. Теку програми не можна записувати, тож жодної зміни не вдалося б зберегти надійно. Звільніть її або задайте XDG_DATA_HOME.
read-only-peeked = План відкрито лише для читання. Щоб змінити його, назвіть файл плану; план із комплекту ніколи не перезаписують.
problem-read-only-peeked = Цей план не можна змінити тут. План відкрито лише для читання. Щоб змінити його, назвіть файл плану; план із комплекту ніколи не перезаписують.
read-only-closed = План закрито. Відкрийте його знову.
problem-read-only-closed = Цей план не можна змінити тут. План закрито. Відкрийте його знову.

problem-unknown-row = У цьому плані немає: { $table ->
    [allocations] асигнування
    [programmes] програма
    [funders] надавач коштів
    [sectors] сектор
    [clusters] кластер
    [readings] тлумачення
    [sources] джерело
    [limits] ліміт
    [steps] крок
    [events] подія
    [caps] стеля
    [chapters] розділ
   *[other] рядок
} «{ $wanted }».
problem-unknown-scenario = У цьому плані немає сценарію «{ $wanted }».
problem-unknown-version = У цьому плані немає версії «{ $wanted }».
problem-unknown-profile = Профілю «{ $wanted }» немає. Відомі: { $known }.
problem-unknown-parameter = Профіль { $profile } не має параметра «{ $parameter }».
problem-missing-parameter = Профіль { $profile } потребує параметра { $parameter }.
problem-parameter-not-a-number = «{ $text }» не є значенням параметра { $parameter }. Напишіть число з крапкою та щонайбільше дванадцятьма знаками після неї.
problem-parameter-out-of-range = { $parameter } = { $value } поза межами профілю { $profile }. Задайте значення від { $least } до { $greatest }.
problem-ramps-overlap = Схили u = { $u } і d = { $d } трапеції перекриваються. Разом вони можуть становити щонайбільше 1.
problem-parameter-not-whole = { $parameter } = { $value } профілю { $profile } — це кількість. Задайте ціле число.
problem-parameter-too-fine = { $parameter } = { $value } профілю { $profile } має більш як дванадцять знаків після крапки. Округліть; лише введені частки можуть мати до вісімнадцяти.
problem-parameters-above-one = { $parameters } профілю { $profile } становлять { $sum }. Разом вони можуть становити щонайбільше 1.
problem-list-empty = Список { $parameter } профілю { $profile } порожній. Задайте щонайменше одне значення.
problem-list-too-long = Кількість значень у списку { $parameter } профілю { $profile }: { $entries }. Найбільше може бути { $most }.
problem-list-wrong-count = Кількість значень у списку { $parameter } профілю { $profile }: { $entries }. Потрібно { $wanted }: по одному на кожен рік.
problem-share-negative = { $parameter } = { $value } профілю { $profile } — від’ємне число. Частка не буває меншою від нуля.
problem-shares-do-not-add = Частки { $parameter } профілю { $profile } разом становлять { $sum }; розбіжність { $off }. Разом вони мають становити рівно 1.
problem-curve-falls = Крива спадає в точці { $point }: з { $before } до { $share }. Виплачене не може зменшитися: задайте там { $before } або більше.
problem-curve-out-of-order = Точка { $point } стоїть на { $time }, не пізніше за { $before }. Задайте точки в порядку часу, кожну пізніше за попередню.
problem-curve-ends-elsewhere = Остання точка — { $share } у момент { $time }. Крива закінчується на 1 у момент 1.
problem-negative-amount = Сума { $amount_usd } від’ємна. Тут має сенс лише нуль або більше.
problem-payment-not-positive = Виплата { $amount_usd } не є виплатою. Уведіть більше за нуль або вилучіть запис.
problem-end-before-start = Кінець { $end } раніший за початок { $start }. Задайте кінець у { $start } або пізніше.
problem-less-than-paid = Уже виплачено { $paid_usd }, більше за суму { $amount_usd }. Збільште суму або виправте виплати.
problem-paid-in-future = Виплата у { $quarter } припадає після { $as_of }, дати плану. Уводьте виплати лише до цієї дати.
problem-paid-before-package = Виплата у { $quarter } припадає до { $first }, першого кварталу пакета.
problem-locked = { $allocation } заблоковано. Спершу розблокуйте.
problem-code-taken = Код { $allocation } уже зайнято. Оберіть інший.
problem-id-taken = Рядок із ідентифікатором { $id } у плані вже є.
problem-empty-name = Назва порожня. Уведіть її.
problem-too-long = Поле { $field } має { $length } знаків. Може мати { $most }.
problem-unprintable = Поле { $field } містить керівні знаки або знаки напряму. Приберіть їх.
problem-limit-missed = Ліміт «{ $limit }» не було б дотримано на { $by_usd }, а його встановлено відмовляти.
problem-too-many-rows = План вміщує щонайбільше { $most } асигнувань.
problem-empty-package = Пакет має бути більшим за нуль.
problem-not-citable = Поле «{ $field }» не може мати власних джерел.
problem-limit-twofold = Обмеження є або сумою, або часткою іншого зрізу, але не тим і тим водночас. Вилучіть одне з них.
problem-programmes-in-circle = Програма «{ $wanted }» була б частиною самої себе.
problem-limit-without-bound = Задайте обмеження сумою або часткою іншого зрізу.
problem-not-settable = Поле «{ $field }» так не задають.
problem-spread-locked = Заблоковані рядки містять { $locked_usd }, більше за підсумок { $total_usd }. Розблокуйте деякі з них або задайте більший підсумок.
problem-spread-paid = Уже виплачено { $paid_usd }, більше за підсумок { $total_usd }. Задайте більший підсумок.
problem-spread-paid-and-locked = Уже виплачено { $paid_usd }, а заблоковані рядки містять { $locked_usd }: разом більше за підсумок { $total_usd }. Розблокуйте деякі рядки або задайте більший підсумок.
problem-nothing-to-spread = { $number ->
    [0] Тут немає рядка, на який можна розподілити підсумок.
    [one] Немає рядка, на який можна розподілити підсумок: заблоковано { $number } рядок, а інших тут немає. Спершу розблокуйте.
    [few] Немає рядка, на який можна розподілити підсумок: заблоковано всі { $number } рядки. Спершу розблокуйте деякі.
   *[other] Немає рядка, на який можна розподілити підсумок: заблоковано всі { $number } рядків. Спершу розблокуйте деякі.
}
problem-nothing-to-spread-by = { $how ->
    [needs] Для секторів цих рядків потребу не названо, тож немає за чим розподіляти. Натомість розподіліть порівну.
    [like] Інші рядки не містять нічого там, де стоять ці, тож немає за чим розподіляти. Назвіть інші рядки або розподіліть порівну.
   *[rescale] Ці рядки ще не містять нічого невиплаченого, тож немає пропорції. Натомість розподіліть порівну.
}
problem-split-does-not-add = Частини разом становлять { $sum_usd }, а не { $amount_usd }, які містить рядок.
problem-too-few-parts = Рядок ділять щонайменше на дві частини.
problem-too-few-rows = Назвіть щонайменше два рядки, щоб об’єднати їх.
problem-rows-differ = { $allocation } не можна об’єднати з { $others }: у них різні { $field ->
    [programme] програми
    [instrument] інструменти
    [capital] види капіталу
    [sector] сектори
    [purpose] призначення
   *[booster] кластери прискорювача
}.
problem-sum-too-large = Разом це { $sum }, більше, ніж може містити сума. Найбільша сума: 92,233,720,368,547,758.07.
problem-named-twice = «{ $wanted }» названо двічі.

problem-amount-empty = Сума порожня. Уведіть її, наприклад 45млрд.
problem-amount-not-a-number = «{ $text }» не є сумою. Уведіть, наприклад, 45млрд або 45 000 000 000.
problem-amount-bad-grouping = Тисячі в «{ $text }» не згруповано по три цифри. Групуйте рівномірно або не групуйте.
problem-amount-ambiguous = «{ $text }» можна прочитати як ціле число або як дріб. Уведіть без групування або з одиницею, наприклад млрд.
problem-amount-other-format = «{ $text }» не відповідає вашому формату чисел, де перед дробовою частиною стоїть «{ $expected }». Уведіть так або змініть формат чисел.
problem-amount-finer-than-cent = «{ $text }» дрібніше за цент, і його довелося б округлити. Уведіть щонайбільше два знаки після коми.
problem-amount-too-large = «{ $text }» завелике. Найбільше 92 233 720 368 547 758,07.
problem-amount-not-canonical = «{ $text }» не є сумою з крапкою та щонайбільше двома знаками після неї, наприклад 45000000000.00.
problem-not-a-key = «{ $text }» не є назвою, яку вживає програма: літери, цифри, «_», «-» і «.», спершу літера.
problem-not-a-quarter = «{ $text }» не є кварталом. Пишіть так: 2026-Q1.
problem-not-a-share = «{ $text }» не є числом із крапкою та щонайбільше дванадцятьма знаками після неї.
problem-not-a-time = «{ $text }» не є моментом часу. Пишіть так: 2026-11-20T12:00:00Z.

problem-needs-place = Цей план ще не має файлу. Оберіть, куди його зберегти.
problem-file-missing = { $path } немає. Перевірте назву або чи під’єднано диск.
problem-file-is-folder = { $path } є текою. Назвіть файл у ній.
problem-file-not-regular = { $path } не є звичайним файлом. Назвіть файл плану.
problem-file-denied = Система не дозволяє цього з { $path }. Перевірте права доступу або оберіть інше місце.
problem-file-empty = { $path } порожній: у ньому немає жодного байта. Скористайтеся резервною чи іншою копією.
problem-file-truncated = { $path } обрізано: є { $found } з { $expected } байтів. Скопіюйте його знову або скористайтеся резервною копією.
problem-file-too-large = { $path } більший, ніж може бути план ({ $most } байтів).
problem-file-not-ours = { $path } не є файлом плану цієї програми.
problem-file-newer = { $path } записала новіша версія програми (формат { $found }; ця знає { $known }). Відкрийте його новішою версією.
problem-file-damaged = { $path } пошкоджено: { $what }. Нічого не відкрито; скористайтеся резервною чи іншою копією.
problem-file-invalid = План у { $path } суперечить сам собі: { $what }. Нічого не відкрито.
problem-disk-full = Для { $path } бракує місця. Звільніть місце або оберіть інше; нічого не втрачено.
problem-file-read-only = { $path } не можна записати. Оберіть інше місце.
problem-file-changed = { $path } змінив хтось інший, відколи його відкрито. Збережіть копію або замініть його після резервного копіювання.
problem-file-exists = { $path } уже є. Оберіть іншу назву.
problem-file-is-plan = { $path } є файлом плану. Експорт знищив би його; оберіть іншу назву.
problem-folder-missing = Теки для { $path } немає. Спершу створіть її або оберіть іншу.
problem-author-unprintable = «{ $text }» не може стояти в історії як ім’я. Уживайте до 200 знаків, без керівних.
problem-path-not-text = { $path } містить знаки, що не є текстом, тож запит не може його назвати. Оберіть іншу назву.
problem-file-endless = { $path } не є звичайним файлом розміром щонайбільше { $most } байтів.
problem-command-line = Командний рядок не зрозуміло: { $reason }
problem-file-in-use = { $path } відкрито деінде. Спершу закрийте його там.
problem-file-unconfirmed = { $path } записано, але диск цього не підтвердив ({ $cause }). Збережіть ще раз в іншому місці.
problem-no-such-copy = Незбереженої роботи { $id } вже немає.
problem-edit-too-large = Ця зміна завелика, щоб зберегти її цілою. Внесіть її частинами.
problem-file-io = З { $path } не вдалося: { $doing ->
    [read] прочитати
    [open] відкрити
    [lock] заблокувати
    [remove] вилучити
   *[write] записати
}: { $cause }.
problem-database = База даних відмовила щодо { $path }: { $what }.
problem-history-broken = Історія не приводить до теперішнього стану: { $what }.
problem-file-format = «{ $path }» не закінчується на { $known }. Дайте файлу одне з цих закінчень.
problem-no-folder = Теки даних цього користувача не знайдено. Задайте XDG_DATA_HOME або HOME.

problem-chart-size = Рисунок { $width } × { $height } накреслити не можна. Можна ширину від { $least_width } до { $greatest_width } і висоту від { $least_height } до { $greatest_height }.
problem-chart-failed = Рисунок не вдалося накреслити: { $reason }.
problem-settings-broken = Налаштувань не вдалося прочитати, їх відкладено: { $reason }.

verify-version = Історія веде до теперішнього стану, але версія «{ $name-text }» не така, якою її зафіксували.
verify-ok = { $entries ->
    [one] Історію відтворено: { $entries } запис приводить до теперішнього стану, і всі геші збігаються.
    [few] Історію відтворено: { $entries } записи приводять до теперішнього стану, і всі геші збігаються.
   *[other] Історію відтворено: { $entries } записів приводять до теперішнього стану, і всі геші збігаються.
}
needs-rounding = Оцінка називає { $stated } для всіх секторів разом; рядки дають { $sum }. Різниця є округленням у джерелі; її показано, а не розподілено.
needs-left-out = Розрив стосується секторів із власною потребою; { $amount } припадає на інші.
needs-total = Усі сектори
needs-none = Потребу не названо

problem-edits-not-json = { $path } не є переліком змін у JSON: { $reason }.
problem-gives-to-itself = { $allocation } не може віддавати собі. Назвіть інше асигнування.
problem-cannot-give = { $by_usd } довелося б узяти з рядків, які можуть віддати { $has_usd } (без заблокованих рядків і вже виплаченого).
problem-year-outside = { $year_text } не належить до років пакета: { $first_text }–{ $last_text }.
problem-year-closed = На { $year_text } рік уже нічого не можна запланувати: перший відкритий квартал — { $open }. Задайте пізніший рік або введіть виплачене.
problem-year-less-than-paid = У { $year_text } році вже виплачено { $paid_usd }, більше за { $amount_usd }. Задайте більшу суму або виправте виплати.
problem-year-others-lack = Інші роки мали б віддати { $by_usd }, а заплановано на них { $has_usd }. Задайте менше або дозвольте змінити підсумок.
problem-year-no-other = Асигнування не має іншого відкритого кварталу, який узяв би { $by_usd } із { $year_text } року. Дозвольте змінити підсумок або назвіть рік, який їх візьме.
problem-year-lacks = { $year_text } рік мав би віддати { $by_usd }, а заплановано на нього { $has_usd }. Задайте менше або назвіть інший рік.
problem-year-gives-to-itself = { $year_text } рік не може віддавати собі. Назвіть інший рік.
problem-year-too-many-quarters = Асигнування довелося б планувати на стільки кварталів: { $quarters }; поодинці можна задати щонайбільше { $most }. Спершу скоротіть його строк.
problem-year-too-large = Сума { $amount_usd } завелика, щоб поділити її між кварталами до цента. Спершу розділіть асигнування.
problem-shipped-broken = Дані плану з комплекту пошкоджено: { $reason }. Установіть програму знову.

problem-priority-out-of-range = Черговість є цілим числом від 1 (обслуговують першим) до 9. Задайте одне з них.
problem-weight-out-of-range = Вага { $weight } не має сенсу. Дайте кожному кроку більше за 0 і щонайбільше 1000000.
problem-share-out-of-range = { $field ->
    [probability] Імовірність { $share } не має сенсу. Задайте від 0 до 1.
    [signed] Імовірність { $share } не має сенсу. Задайте від 0 до 1.
    [accepted] Імовірність { $share } не має сенсу. Задайте від 0 до 1.
    [holds] Імовірність { $share } не має сенсу. Задайте від 0 до 1.
    [early] Імовірність { $share } не має сенсу. Задайте від 0 до 1.
    [level] Рівень { $share } не має сенсу. Задайте частку від 0 до 1.
    [clawback] Частку { $share } не можна витребувати назад. Задайте від 0 до 1.
    [fundamentals_first] Жодна група не може випереджати основи на { $share }. Задайте частку від 0 до 1.
    [rate] Ставка { $share } не має сенсу. Стеля зростає більш ніж на −1 і щонайбільше на 10, а частка продукту більша за 0 і щонайбільше 10.
   *[other] Частка { $share } не має сенсу. Крок виконано частково понад 0 і менше за 1, а подія зменшує від 0 до 1.
}
problem-too-many = { $field ->
    [delay_quarters] Крок може запізнитися щонайбільше на { $most } кварталів, а не на { $number }.
    [window_quarters] Вікно може тривати щонайбільше { $most } кварталів, а не { $number }.
    [lag_quarters] Кошти можна виплатити щонайбільше через { $most } кварталів після вивільнення, а не через { $number }.
    [extension_quarters] Вікно можна продовжити щонайбільше на { $most } кварталів, а не на { $number }.
    [quarters] Подія може відкласти кошти щонайбільше на { $most } кварталів, а не на { $number }.
    [caps] Найбільша кількість стель у плані: { $most }, а тут їх було б { $number }.
    [follows] Подія може йти щонайбільше за { $most } іншими, однією за одною, а не за { $number }.
    [carry_years] Кошти можуть чекати на освоєння щонайбільше { $most } років, а не { $number }.
    [years] Зобов’язання можуть лишатися невиплаченими щонайбільше { $most } років, а не { $number }.
   *[other] Можна щонайбільше { $most }, а не { $number }.
}
problem-too-many-days = Подія може йти за іншою щонайбільше через { $most } днів, а не через { $days }.
problem-step-not-due = { $step } { $state ->
    [met] виконано
    [partly_met] виконано частково
   *[reversed] скасовано
}, а відсунути можна лише крок, який ще очікується. Спершу поверніть його до стану «очікується».
problem-undone-too-early = Крок можна скасувати лише після { $met }, кварталу, у якому його виконано, а не у { $undone }. Задайте пізніший квартал.
problem-step-state-needs = Крок у стані { $state } потребує { $field }. Задайте його.
problem-step-state-unused = Крок у стані { $state } не має { $field }. Вилучіть його.
problem-slip-of-nothing = Відсунути на нуль кварталів означає нічого не змінити. Задайте 1 або більше.
problem-level-missing = Правило { $rule } потребує рівня: гарантованої частки або порога. Задайте частку від 0 до 1.
problem-level-unused = Правило { $rule } не має ні гарантованої частки, ні порога. Вилучіть рівень.
problem-no-terms = Кластер «{ $cluster }» не має запису умов із { $from }. Назвіть квартал, із якого діє один із записів.
problem-terms-taken = Кластер «{ $cluster }» уже має запис умов із { $from }. Змініть його або спершу вилучіть.
problem-extension-unused = Кошти, які { $on_loss ->
    [reallocated] перерозподіляють
   *[lost] втрачають
}, не мають вікна, яке можна продовжити. Вилучіть extension_quarters або нехай вікно продовжують.
problem-extension-missing = Вікно, яке продовжують, потребує extension_quarters. Задайте 1 або більше.
problem-events-in-circle = Ці події йдуть одна за одною по колу, тож жодна не має дня: { $chain }. Дайте одній із них власну дату.
problem-lag-unused = lag_days = { $days } відлічують від події, за якою йде ця, а її не названо. Назвіть її у follows або вилучіть lag_days.
problem-beyond-calendar = День, відлічений від { $event }, був би пізніше за 2199-12-31, де закінчується календар. Задайте менше lag_days.
problem-event-followed = { $event } відлічують від цієї події. Спершу дайте їй власну дату.
problem-ends-before-it-begins = Подія закінчилася б { $ends }, раніше, ніж починається { $begins }. Задайте не раніший останній день.
problem-effect-needs = Наслідок виду { $verb } потребує { $field }. Задайте його.
problem-effect-unused = Наслідок виду { $verb } не має { $field }. Вилучіть його.
problem-empty-slice = Умова для { $dimension } нічого не називає, тож жодне асигнування їй не відповідатиме. Назвіть бодай одне значення або вилучіть умову.
problem-dimension-twice = Вимір { $dimension } названо двічі. Назвіть його один раз з усіма значеннями, які підходять.
problem-cap-unused = Стеля виду { $kind } не має { $field }. Вилучіть це поле.
problem-cap-ambiguous = Стель із назвою «{ $wanted }» кілька: { $number }. Назвіть потрібну за її ідентифікатором.
problem-cap-of-nothing = Стеля «{ $cap }» не лишила б місця зовсім, і всі її кошти чекали б вічно. Задайте більше за нуль; щоб припинити кошти, скористайтеся подією, яка їх зупиняє.
problem-nothing-missing = План уже має всі кроки, умови та події з комплекту.
problem-not-a-date = «{ $text }» не є днем календаря. Пишіть так: 2026-12-31.
problem-not-a-period = «{ $text }» не є періодом. Пишіть 2029, 2029-Q3 або after.
problem-period-outside = { $text } лежить поза пакетом, який триває з { $first } до { $last }. Те, що пізніше, називається after.
problem-periods-out-of-range = Профіль не можна розподілити на { $periods } періодів. Задайте число від 1 до { $most }.
problem-parameters-not-json = Параметри не є об’єктом JSON: { $reason }.

## Сценарії та місця

read-only-version = Версія «{ $version-text }» — не те, що було зафіксовано: її вміст не збігається з її хешем. План показано таким, яким він є; змінити його не можна, доки його не замінить інша копія.
problem-read-only-version = Тут цей план не можна змінити: вміст зафіксованої версії «{ $version }» не збігається з її хешем. Відкрийте іншу його копію.
problem-read-only-place = Те, що показано, зафіксовано, і змінити його не можна. Поверніться до теперішнього стану, поверніть цей стан або створіть від нього гілку.
problem-two-times = Названо водночас і версію, і момент історії. Назвіть щось одне.
problem-base-is-no-scenario = Базовий план — не сценарій, який можна так змінити. Назвіть сценарій.
problem-unknown-named-row = У цьому плані немає рядка «{ $wanted }». Назвіть його кодом, ключем або ідентифікатором.
problem-unknown-field = «{ $wanted }» — не поле такого рядка. Він має: { $known }.
problem-row-ambiguous = Рядків із назвою «{ $wanted }»: { $number }. Назвіть потрібний ідентифікатором.
problem-override-needs-field = «{ $wanted }» називає рядок, але не його поле. Напишіть, наприклад, { $wanted }.amount.
problem-override-needs-value = Для «{ $wanted }» не вказано значення. Щоб поле знову наслідувало батьківський сценарій, скиньте заміну.
problem-sides-count = Порівняти можна від { $least } до { $most } планів водночас, а не { $given }.
problem-no-scenario-missing = План уже має всі вбудовані сценарії.
problem-scenario-name-taken = Сценарій «{ $name }» уже є, або ця назва належить базовому плану. Виберіть іншу назву; регістр не має значення.
problem-scenarios-in-circle = Сценарії наслідували б один одного по колу: { $chain }. Виберіть інший батьківський сценарій.
problem-scenarios-too-deep = Сценарії можуть наслідувати один одного щонайбільше на глибину { $most }. Виберіть батьківський сценарій ближче до базового плану.
problem-scenario-followed = Його наслідує сценарій «{ $by }». Спершу змініть батьківський сценарій для нього або вилучіть його.
problem-outcome-taken = Цей результат уже показує сценарій «{ $by }». Спершу заберіть результат у нього.
problem-base-only = Це стосується плану загалом, і в сценарії цього зробити не можна. Зробіть це в базовому плані.
problem-not-overridden = Сценарій цього не замінює, тож скидати нічого.
problem-not-overridable = Сценарій не може замінити { $what }. Змініть це в базовому плані.
problem-not-a-value = «{ $text }» — не значення поля { $field }. Пишіть так, як у файлах: 45000000000.00, 2028-Q1, yes, ключ.
problem-overrides-unapplied = { $number ->
    [one] { $number } заміна сценарію не діє і була б утрачена. Спершу скиньте або виправте її.
    [few] { $number } заміни сценарію не діють і були б утрачені. Спершу скиньте або виправте їх.
   *[other] { $number } замін сценарію не діють і були б утрачені. Спершу скиньте або виправте їх.
}
