# Слова екрана виплат, кривої, яку можна тягнути, і пояснення кожної цифри.

## Крива профілю виплат

profiles-usual = Звичайні
profiles-advanced = Спеціальні
profile-from = Походження: { $source }
per-cent = { $number } %
curve-half = Половину виплачено до кінця { $quarter }.
curve-year = { $year }: { $share } суми
curve-year-planned = { $year }: { $share } суми; усього заплановано { $amount } млрд дол. США
span-quarters = { $from }–{ $to }
handle-value = { $value }, у { $quarter }
handle-delay-value = { $value }, починається { $quarter }
handle-stretch-value = { $value }, закінчується { $quarter }
handle-point = Точка { $number }
handle-point-value = виплачено { $share }, { $quarter }
shares-title = Частки в числах
rates-title = Темпи: частки, які виплачують рік за роком
commitments-title = Зобов’язання рік за роком
act-unequal-commitments = Неоднакові зобов’язання
act-equal-commitments = Однакові зобов’язання
shares-count = Скільки частин
share-number = Частка { $number }, у відсотках
shares-rescale = Коли змінюється одна, решта поступається пропорційно: разом завжди 100 %.
point-time = Частка часу
point-share = Виплачено на той час
point-time-of = Час точки { $number }, у відсотках
point-share-of = Виплачена частка в точці { $number }, у відсотках
act-add-point = Додати точку
act-remove-point = Вилучити точку { $number }
vintages-title = За роком зобов’язання, млрд дол. США
vintage = Рік
field-priority = Черговість
priority-first = 1, перша черга
priority-usual = 5, звичайна
priority-last = 9, остання черга

## Екран виплат

disburse-charts = Діаграми
disburse-panel = Під діаграмою
disburse-divider = Висота діаграми
disburse-years = Роки поруч із ВВП
disburse-caps = Стелі та черга
disburse-events = Події
disburse-amounts = Суми за роками
column-year = Рік
column-paid-bn = Виплачено, млрд
column-gdp-bn = ВВП, млрд
column-share-of-gdp = Від ВВП
sanity-title = Виплати поруч із продуктом країни
sanity-note = Рік понад { $bound } продукту позначено попередженням; нічого не заборонено.
sanity-extrapolated = Продукт зі знаком ≈ продовжено планом, а не спрогнозовано джерелом.
gdp-unknown = Продукт цього року не відомий.
gdp-extrapolated = Продовжено: цього року не прогнозує жодне джерело.
roughly = ≈ { $amount }
year-over = Понад { $bound } продукту року
pace-title = Як швидко платили інші
pace-text = Який відсоток програми виплачено за стільки років від початку.
pace-plan = Цей план
pace-point = за { $years } р. { $share }
pace-alt = Виплачена частка за роками від початку. Цей план: { $plan }. Інші програми перелічено нижче.
pace-reached = { $share } за { $years } р.
pace-unverified = з пам’яті
pace-unverified-hint = «З пам’яті», порожній кружок: не перевірено, тексту для звіряння не знайдено.
pace-others = Ще цифр: { $count } (обіцяно, взято зобов’язань, розподілено)
column-reached = Досягнута частка
pace-of-afghanistan-canada = Афганістан: Канада
pace-of-afghanistan-ec-and-germany = Афганістан: Єврокомісія та Німеччина
pace-of-afghanistan-united-kingdom = Афганістан: Велика Британія
pace-of-afghanistan-united-states = Афганістан: Сполучені Штати
pace-of-afghanistan-world-bank = Афганістан: Світовий банк
pace-of-afghanistan-all-donors = Афганістан: усі донори
pace-of-bosnia-prrp = Боснія і Герцеговина
pace-of-eu-rrf = RRF ЄС
pace-of-iraq-irrf = Ірак: фонд допомоги США
pace-of-iraq-us-major-funds = Ірак: головні фонди США
pace-of-iraq-us-total = Ірак: усі кошти США
pace-of-iraq-all-donors = Ірак: усі донори
pace-of-iraq-other-donors = Ірак: інші донори
pace-of-iraq-own-capital-budgets = Ірак: власні капітальні бюджети
pace-of-iraq-trust-funds = Ірак: трастові фонди
pace-of-kiel-tracker-eu-institutions = Допомога Україні: інституції ЄС
pace-of-kiel-tracker-all-donors = Допомога Україні: усі донори
pace-of-korea-edcf-ukraine = EDCF Кореї в Україні
pace-of-marshall-plan = План Маршалла
pace-of-ukraine-facility = Ukraine Facility (ЄС)
pace-of-world-bank-investment-lending = Світовий банк: проєкти
pace-of-world-bank-policy-lending = Світовий банк: реформи

## Стелі, черга, згоряння

caps-title = Стелі того, що можна освоїти за рік
caps-unit = млрд дол. США
caps-empty = Річних виплат поки ніщо не обмежує. Стеля притримує те, чого не освоїти: воно чекає на місце й виплачується пізніше.
cap-room = Місце
cap-paid = Виплачено
cap-waiting = У черзі наприкінці
cap-no-room-known = Цього року ніщо не обмежує: його продукт не відомий.
cap-fixed = { $amount } млрд дол. США на рік
cap-growing = { $amount } млрд дол. США, щороку +{ $rate }
cap-of-gdp = { $rate } ВВП
carry-for-ever = чекає без кінця
carry-years =
    { $count ->
        [0] згоряє наприкінці свого року
        [one] чекає { $count } рік, тоді згоряє
        [few] чекає { $count } роки, тоді згоряє
       *[other] чекає { $count } років, тоді згоряє
    }
act-add-cap = Додати стелю
act-change-cap = Змінити стелю { $name }
act-remove-cap = Вилучити стелю { $name }
act-remove = Вилучити
cap-new-title = Нова стеля
cap-gone = Цієї стелі вже немає
cap-text = Найбільше, що виплачують із цих рядків за календарний рік. Що не вмістилося, чекає й виплачується пізніше за черговістю.
field-name = Назва
field-rows = Рядки
field-cap-kind = Місце
field-room = Місце на рік, USD
field-first-room = Місце першого року, USD
field-growth = Зростання на рік
field-gdp-share = Частка ВВП
field-carry = Кошти
slice-dimension = { $label }: вимір
slice-value = { $label }: значення
slice-add = Додати значення…
lapses-title = Коли зобов’язання згоряють
lapses-text = n+2: заплановане на рік і не виплачене до кінця другого року після нього згоряє.
lapse-never = ніколи
lapse-years = n+{ $years }
lapse-of = Зобов’язання програми «{ $programme }» згоряють
backlog-title = Черга за рядками
backlog-text = Млрд дол. США наприкінці кожного року; що згоріло за рік, стоїть нижче.
backlog-none = Ніщо не чекає на місце, і ніщо не згоряє.
backlog-lapsed = { $code } згоріло

## Події

events-title = Події за днями
events-empty = Тут місце подіям: датованим фактам і припущенням, які позначено на кожній осі часу і які можуть відкрити, відкласти, зменшити чи зупинити кошти.
column-day = День
column-event = Подія
column-kind = Вид
event-until = до { $day }
event-follows =
    { $count ->
        [0] того самого дня: { $event }
        [one] через { $count } день: { $event }
        [few] через { $count } дні: { $event }
       *[other] через { $count } днів: { $event }
    }
event-state-of = Стан { $code }
act-add-event = Додати подію
event-new-title = Нова подія
event-gone = Цієї події вже немає
field-what-happens = Що відбувається
field-event-state = Стан
field-event-kind = Вид
field-follows = Рахувати від
follows-none = Власний день
field-lag-days = Днів після неї
field-date = День
date-hint = Рік, місяць, день: 2027-01-31
field-until = Останній день
until-hint = Якщо триває: 2041-12-31. Порожньо, якщо не має кінця.
effects-title = Що вона робить із коштами
effects-none = Її позначено на осі часу, і жодних коштів вона не рухає.
effect-number = Наслідок { $number }
act-add-effect = Додати наслідок
act-remove-effect = Вилучити наслідок { $number }
field-verb = Вона
field-quarters = Кварталів
field-still-paid = Ще виплачують
field-except = Окрім
except-none = Без винятків

## Суми за роками

amounts-title = Один показник за роками
amounts-measure = Показник
amounts-by = За виміром
amounts-unit = { $dimension }, млрд дол. США

## Чому цифра саме така

act-why = Чому ця цифра?
act-why-year = Чому така цифра за { $year }?
why-title = Чому ця цифра
why-empty = Виберіть у таблиці цифру за рік або період на діаграмі: тут буде її ланцюг від зобов’язання до виплати.
why-all-rows = Усі рядки
why-paid = { $amount } млрд виплачено
why-planned = { $amount } млрд заплановано
why-change = Зміна
why-left = млрд дол.
change-more = +{ $amount }
act-go-to-row = До рядка
why-deciders = Що це вирішує ({ $count })
why-sources = Джерела: { $ids }
why-standing = Усе, на що взято зобов’язання, наприкінці { $period }, млрд дол. США
why-rows =
    { $count ->
        [one] Частку має { $count } рядок
        [few] Частку мають { $count } рядки
       *[other] Частку мають { $count } рядків
    }
why-column-planned = План
why-column-paid = Виплата
why-nothing = Жоден рядок не має частки в цій цифрі.
