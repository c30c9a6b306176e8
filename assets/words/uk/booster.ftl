# Слова екрана прискорювача: кроки, відомість одного кроку, умови вивільнення і коли можливий вступ.
# Суми, частки й квартали надходять готовими текстами; кількості надходять числами.

screen-booster = Прискорювач
booster-text =
    { $amount } млрд дол. чекають на { $steps ->
        [one] { $steps } крок
        [few] { $steps } кроки
       *[other] { $steps } кроків
    } у { $clusters ->
        [one] { $clusters } кластері
       *[other] { $clusters } кластерах
    }
booster-empty = Тут місце кроків реформ. У цьому плані їх немає, тож увесь прискорювач вважається вивільненим.
act-add-shipped-steps = Додати кроки з комплекту
act-add-step = Додати крок
act-remove-step = Вилучити крок
search-steps = Шукати кроки
act-all-steps = Показати всі кроки

## Таблиця кроків

tracker-label = Кроки за кластерами і кварталами
tracker-divider = Висота таблиці кроків
tracker-none-fit = Жоден крок не відповідає пошуку.
column-step = Крок
column-value-hint = Скільки від нього залежить: його частина коштів кластера, млрд дол.
column-quarters = Квартали з { $from } до { $to }
cluster-name = { $number } { $name }
cluster-steps =
    { $count ->
        [one] { $count } крок
        [few] { $count } кроки
       *[other] { $count } кроків
    }
act-fold = Згорнути { $name }
act-unfold = Розгорнути { $name }
chapter-line = { $number } { $name }
outside = Поза кластерами: { $chapters }
outside-hint = Ці розділи переговорів не належать до жодного кластера, і кошти прискорювача на них не чекають: { $chapters }
booster-event = { $date } { $name } ({ $state })
booster-events-in = Події у { $quarter }: { $events }

## Стан коштів: форма і слово

place-released = Виконано
place-at-risk = Під ризиком
place-not-yet-due = Строк не настав
place-lost = Втрачено
stock-released = Вивільнено
stock-at-risk = Під ризиком
stock-not-yet-due = Строк не настав
stock-lost = Втрачено
readout-stock = { $place } { $amount }
mark-due = строк
mark-expected = очікується
mark-closes = час надолужити спливає
run-one = { $place }: { $from }
run-several = { $place }: з { $from } до { $to }
strand-dates = Строк { $due }, очікується { $expected }, час надолужити спливає { $closes }
step-never = ніколи
legend-label = Умовні позначення
legend-in-part = Виконано частково
legend-due = Строк
legend-expected = Очікується
legend-window = Час надолужити
legend-now = Станом на { $day }
legend-event = Подія

## Як далеко просунувся крок

state-in = { $state }, { $quarter }
state-in-part = { $state }, { $share }, { $quarter }
state-reversed = { $state } з { $reversed }, було з { $quarter }
state-incomplete = Стан зміниться, щойно буде сказано все, що йому потрібно.
choose-quarter = Виберіть квартал
share = { $number } %
share-example = %
share-unread = «{ $text }» не є часткою. Введіть відсотки, наприклад 25 або 12,5 %.
share-ambiguous = «{ $text }» може означати відсотки або частину цілого. Введіть { $text } %, якщо маєте на увазі відсотки.

## Відсунення

slip-title = Якщо цей крок настане пізніше
slip-by = На скільки кварталів відсунути
quarters-unit =
    { $quarters ->
        [one] квартал
        [few] квартали
       *[other] кварталів
    }
act-slip-years =
    { $years ->
        [one] Відсунути на рік
        [few] Відсунути на { $years } роки
       *[other] Відсунути на { $years } років
    }
act-slip-quarters =
    { $quarters ->
        [one] Відсунути на { $quarters } квартал
        [few] Відсунути на { $quarters } квартали
       *[other] Відсунути на { $quarters } кварталів
    }
slip-hint = Крок настане пізніше, як сказано в реченні. «Скасувати» повертає все назад. (S)
slip-not-due = Відсунути можна лише крок, який ще не виконано.
act-fewer = Менше: { $what }
act-more = Більше: { $what }

## Відомість кроку

ledger-label = Що залежить від вибраного кроку
amount-bn = { $amount } млрд
fact-value = Залежить від нього
fact-due = Строк
fact-due-hint = До якого кварталу крок має бути виконано
fact-expected = Очікується
fact-expected-hint = Коли план вважає крок виконаним; ніколи, якщо час надолужити спливає раніше
fact-closes = Надолужити до
fact-closes-hint = Після цього кварталу кошти, що залежать від кроку, вже не можна отримати
step-field-state = Стан
step-field-state-quarter = Виконано у
step-field-state-share = Яка його частка
step-field-reversed-quarter = Скасовано з
step-field-due = Строк
step-field-delay = Запізнення
step-field-weight = Вага
weight-hint = Відносно інших кроків кластера
step-field-probability = Імовірність
probability-hint = Що крок буде виконано за квартал, коли настане строк; порожньо, якщо її ніхто не назвав
step-field-name = Що зробити
step-field-in-cluster = Кластер
step-field-chapter = Розділ
chapter-none = Немає
step-field-kind = Вид
step-field-part = Стосується
step-field-gate = Передумова
gate-hint = Якщо правило має передумови, до цього кроку нічого не вивільняють
step-field-grade = Строк і вага
column-year-end = Рік
ledger-money = Його кошти на кінець кожного року, млрд дол.
ledger-bound = Сам по собі. Скільки вивільняє кластер «{ $cluster }», залежить і від його умов; що з цього виходить, видно з його рядка та рисунка.
ledger-rows = Рядки, що на нього чекають, млрд дол.
ledger-history = Історія цього кроку
rows-none = Жоден рядок на нього не чекає.
filter-step = Рядки, що чекають на { $step }
new-step-title = Новий крок
new-step-text = Він важить стільки ж, скільки інші кроки, доки ви не скажете інакше, і позначений як припущення.

## Кластер і його умови

cluster-text =
    { $amount } млрд дол. чекають на { $steps ->
        [one] { $steps } крок
        [few] { $steps } кроки
       *[other] { $steps } кроків
    }.
cluster-money = Його кошти на кінець кожного року, млрд дол.
cluster-expected = За введеними ймовірностями очікується вивільнення { $amount } у межах строків, якщо кроки незалежні один від одного; темп основ процесу вступу не враховано.
cluster-expected-bounds = За введеними ймовірностями очікується вивільнення { $amount } у межах строків, якщо кроки незалежні один від одного; від { $least } до { $most } за будь-якої залежності між ними. Темп основ процесу вступу не враховано.
act-cluster-rows = Показати його рядки
terms-title = Умови вивільнення
terms-text = Умови діють від свого кварталу. Зміна методу є другим записом, а те, що було до неї, лишається як було.
terms-none = Умов немає: усе вважається вивільненим
terms-since = З { $from }
terms-from = з { $from }: { $terms }
terms-level = { $rule }, { $level }
terms-fundamentals = не далі за основи процесу вступу
terms-fundamentals-by = щонайбільше на { $share } попереду основ
terms-window =
    { $quarters ->
        [0] без часу надолужити, далі: { $loss }
        [one] { $quarters } квартал, щоб надолужити, далі: { $loss }
        [few] { $quarters } квартали, щоб надолужити, далі: { $loss }
       *[other] { $quarters } кварталів, щоб надолужити, далі: { $loss }
    }
terms-lag =
    { $quarters ->
        [0] виплата одразу після вивільнення
        [one] виплата через { $quarters } квартал після вивільнення
        [few] виплата через { $quarters } квартали після вивільнення
       *[other] виплата через { $quarters } кварталів після вивільнення
    }
terms-field-from = З кварталу
terms-field-rule = Правило
terms-field-level = Рівень
terms-level-wanted = Це правило діятиме, щойно буде введено його рівень.
terms-field-window = Час надолужити
terms-field-loss = Після нього
terms-field-extension = Подовжено на
terms-field-lag = До виплати
terms-field-clawback = Повернення
clawback-hint = Яку частину вивільненого повертають, якщо крок скасовано
terms-field-fundamentals = Спершу основи
fundamentals-hint = Вивільнення чекає на основи процесу вступу
terms-field-tolerance = Попереду на
tolerance-hint = На скільки вивільнення може випереджати основи процесу вступу
step-field-terms-grade = Умови
act-add-terms = Змінити метод від…
act-remove-terms = Вилучити умови з { $from }

## До чого це веде

outcome-label = До чого ведуть кроки
tab-stocks = Вивільнене й утримане
tab-accession = Вступ
accession-none = Жодне джерело не каже, наскільки ймовірне виконання кроку, тож нічого не задано наперед.
accession-field = Імовірність, що крок буде виконано за квартал, коли настане строк
act-apply-probability =
    { $steps ->
        [one] Задати { $steps } кроку
       *[other] Задати { $steps } крокам
    }
accession-one =
    Ваше припущення, якого не каже жодне джерело: кожен крок виконують з імовірністю { $share } за квартал, коли настав строк ({ $steps ->
        [one] { $steps } крок
        [few] { $steps } кроки
       *[other] { $steps } кроків
    }).
accession-several =
    Ваші припущення, яких не каже жодне джерело: { $steps ->
        [one] { $steps } крок має ймовірність
        [few] { $steps } кроки мають імовірності
       *[other] { $steps } кроків мають імовірності
    } різної величини; кожна стоїть у відомості кроку.
accession-met = Усі кроки виконано: вгадувати нічого.
act-clear-probabilities = Прибрати ймовірності
