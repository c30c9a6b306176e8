# Слова діаграм. Аргументи — готові до друку тексти: числа вже у форматі читача.

## Діаграми за їхнім запитанням

chart-who-pays = Хто платить
chart-who-pays-sentence = Заплановані виплати за роками і за тим, чиї це кошти.
chart-when-it-flows = Коли надходять кошти
chart-when-it-flows-sentence = Зобов’язання і виплати наростаючим підсумком за кварталами поряд із потребами.
chart-what-waits-for-reforms = Що чекає на реформи
chart-what-waits-for-reforms-sentence = Чотири стани прискорювача на кінець кожного кварталу: вивільнено, під ризиком, строк не настав, втрачено.
chart-when-could-accession-come = Коли можливий вступ
chart-when-could-accession-come-sentence = Наскільки ймовірно, що виконано всі кроки реформ, поряд із запланованим кварталом і днями, які називали інші.
chart-can-it-be-absorbed = Чи можна це освоїти
chart-can-it-be-absorbed-sentence = Виплати за роками поряд із чергою, місцем за стелями і розміром економіки.
chart-what-differs = Чим відрізняються
chart-what-differs-sentence = Сума одного стану плану, кроки, які її збільшують і зменшують, і сума іншого.
chart-side-by-side = Поряд
chart-side-by-side-sentence = Суми від двох до шести станів плану за роками, кожен на окремій панелі в одному масштабі.
chart-how-it-could-end = Чим це може закінчитися
chart-how-it-could-end-sentence = Що було б виплачено за кожного результату перемовин, і шлях, зважений за введеними ймовірностями.

## Одиниці, суми, дати

chart-unit-one = дол.{"\u00A0"}США
chart-unit-million = млн{"\u00A0"}дол.{"\u00A0"}США
chart-unit-billion = млрд{"\u00A0"}дол.{"\u00A0"}США
chart-unit-trillion = трлн{"\u00A0"}дол.{"\u00A0"}США
chart-amount-one = { $amount } дол. США
chart-amount-million = { $amount } млн
chart-amount-billion = { $amount } млрд
chart-amount-trillion = { $amount } трлн
chart-prices-current = поточні ціни
chart-prices-end-2025 = цінах кінця 2025 року
chart-percent = { $percent }{"\u00A0"}%
chart-quarter = { $part } кв. { $year }
chart-date = { $day }{"\u00A0"}{ $month }{"\u00A0"}{ $year }
chart-month-1 = січня
chart-month-2 = лютого
chart-month-3 = березня
chart-month-4 = квітня
chart-month-5 = травня
chart-month-6 = червня
chart-month-7 = липня
chart-month-8 = серпня
chart-month-9 = вересня
chart-month-10 = жовтня
chart-month-11 = листопада
chart-month-12 = грудня

## Ряди

chart-grants = Гранти
chart-loans = Кредити
chart-other-public = Державна участь у капіталі та гарантії
chart-private = Приватні кошти
chart-of-which-booster = з них прискорювач
chart-in-booster = { $name }, прискорювач
chart-total = Разом
chart-booster = Прискорювач
chart-released = Вивільнено
chart-at-risk = Під ризиком
chart-not-yet-due = Строк не настав
chart-lost = Втрачено
chart-backlog = Черга на освоєння
chart-to-come = Очікується
chart-after-horizon = Після { $year } року
chart-stopped = Зупинено
chart-behind-booster = Відставання: прискорювач
chart-behind-others = Відставання: інші кошти
chart-paid-mark = Виплачено за рік
chart-committed = Зобов’язання
chart-planned = План
chart-paid = Виплачено
chart-needs = Потреби за { $name }

## Навколо поля діаграми

chart-year = Рік
chart-quarter-end = Кінець кварталу
chart-after = після { $year }
chart-after-short = далі
chart-context = тлумачення: { $reading } · сценарій: { $scenario }
chart-as-of = станом на { $date }
chart-as-of-note = До { $date } — фактичні виплати, після — заплановані.
chart-as-of-conditions-note = До { $date } — фактичні виплати, далі — що пропустили б кроки, події та стелі.
chart-as-of-expected-note = До { $date } — відоме, після — очікуване.
chart-after-note = Ще { $amount } було б виплачено після { $year } року.
chart-unpaid-note = Не виплачено до кінця { $year } року: { $parts }.
chart-unpaid-at-risk = { $amount } під ризиком
chart-unpaid-not-yet-due = { $amount }, строк яких не настав
chart-unpaid-backlog = { $amount } у черзі на освоєння
chart-unpaid-to-come = { $amount } вивільнено, але ще не виплачено
chart-unpaid-after = { $amount } заплановано на час після { $year } року
chart-unpaid-lost = { $amount } втрачено
chart-unpaid-stopped = { $amount } зупинено подіями
chart-events-note = Події: { $list }.
chart-events-more = і ще { $count }
chart-event = { $date } { $name }
chart-event-expected = { $date } { $name } (очікується)
chart-event-assumed = { $date } { $name } (припущення)
chart-taken-back-note = Більше повернуто, ніж виплачено: { $years }.
chart-unseen = Замалі, щоб їх було видно: { $name }, разом { $amount }.
chart-needs-note = Потреби за { $name } у { $prices }, без дефлювання.
chart-source = Джерела: { $sources }. { $target }
chart-assumptions = власні припущення щодо { $percent }{"\u00A0"}% суми
chart-target = Ціль, а не підписаний бюджет.
chart-scenario-source = Сценарій: { $scenario }.
chart-frozen-source = Стан: { $frozen }.

## Хто платить

chart-who-pays-subtitle = Заплановані виплати за видом капіталу, { $years }, { $unit }, { $prices }
chart-who-pays-title-peak = Пік запланованих виплат припав би на { $year } рік: { $amount }
chart-who-pays-title-level = Заплановані виплати трималися б на рівні { $amount } на рік
chart-who-pays-title-once = Усі заплановані виплати припали б на { $year } рік: { $amount }
chart-who-pays-title-after = Усі заплановані виплати припали б на час після { $last } року
chart-who-pays-title-none = Виплат не заплановано
chart-who-pays-alt = Складені стовпці запланованих виплат за роками, { $unit }: { $first-amount } у { $first } році, пік { $peak-amount } у { $peak } році, { $last-amount } у { $last } році. Разом { $total }: { $parts }.
chart-paid-mark-note = Риски поперек стовпців показують, скільки було б виплачено за рік: { $paid } з { $amount } до кінця { $last } року.
chart-who-pays-alt-none = Складені стовпці запланованих виплат за роками. { $title }.

## Коли надходять кошти

chart-when-it-flows-subtitle = Зобов’язання і виплати наростаючим підсумком, { $years }, за кварталами, { $unit }, { $prices }
chart-when-it-flows-subtitle-planned = Зобов’язання, план і виплати наростаючим підсумком, { $years }, за кварталами, { $unit }, { $prices }
chart-when-it-flows-title-half = Половину з { $amount } було б виплачено до кінця { $quarter }
chart-when-it-flows-title-less = Лише { $paid } з { $amount } було б виплачено до кінця { $last } року
chart-when-it-flows-title-none = Зобов’язань ще немає
chart-when-it-flows-alt = Лінії зобов’язань і виплат наростаючим підсумком за кварталами, { $unit }: виплачено { $first-amount } до кінця { $first } року і { $last-amount } до кінця { $last } року; зобов’язання на той час { $committed }.
chart-needs-alt = Потреби за { $name }: { $amount }, горизонтальна лінія.
chart-half-mark = половина, { $quarter }: { $amount }

## Що чекає на реформи

chart-what-waits-for-reforms-subtitle = Прискорювач за станами на кінець кожного кварталу, { $years }, { $unit }, { $prices }
chart-what-waits-for-reforms-title-none = Жодні кошти не чекають на реформи
chart-what-waits-for-reforms-title-no-steps = Кроків не названо, тож усі { $amount } прискорювача вважаються вивільненими
chart-what-waits-for-reforms-title-all-lost = Усі { $amount } прискорювача було б втрачено до кінця { $last } року
chart-what-waits-for-reforms-title-lost = Із { $amount } прискорювача { $lost } було б втрачено, а { $released } вивільнено до кінця { $last } року
chart-what-waits-for-reforms-title-at-risk = Із { $amount } прискорювача до { $risk } було б під ризиком, уперше в { $quarter }
chart-what-waits-for-reforms-title-all = Усі { $amount } прискорювача вивільнено
chart-what-waits-for-reforms-title-half = Половину з { $amount } прискорювача було б вивільнено до кінця { $quarter }
chart-what-waits-for-reforms-title-less = Із { $amount } прискорювача { $released } було б вивільнено до кінця { $last } року
chart-what-waits-for-reforms-alt = Складені площі станів прискорювача на кінець кожного кварталу, { $unit }, разом завжди { $amount }: вивільнено { $released-first } ({ $first }) і { $released-last } ({ $last }); строк не настав { $due-first } і { $due-last }.
chart-at-risk-alt = Під ризиком щонайбільше { $amount }, уперше в { $quarter }.
chart-lost-alt = Втрачено щонайбільше { $amount }, уперше в { $quarter }.
chart-released-note = Вивільнено ще не означає виплачено: виплата йде за планом і після паузи, передбаченої умовами.
chart-assumed-steps-note = Кроки з припущеними вагою і строком: { $assumed } із { $steps }.

## Коли можливий вступ

chart-when-could-accession-come-subtitle = Імовірність того, що всі кроки реформ виконано до кінця кварталу, { $years }, %
chart-when-could-accession-come-title-even = Якщо кроки незалежні, шанси виконати всі зрівнялися б до кінця { $quarter }
chart-when-could-accession-come-title-less = Якщо кроки незалежні, до кінця { $quarter } усі було б виконано з імовірністю { $percent }
chart-when-could-accession-come-title-planned = За планом усі кроки було б виконано у { $quarter }; шанси на це невідомі
chart-when-could-accession-come-title-never = За планом усі кроки ніколи не було б виконано
chart-when-could-accession-come-title-none = Кроків не названо
chart-when-could-accession-come-alt = Лінія всередині смуги: імовірність того, що всі кроки виконано. До кінця { $quarter } — { $independent }, якщо кроки незалежні, і від { $least } до { $most } за будь-якої залежності між ними.
chart-odds-independent = Якщо незалежні
chart-odds-least = Щонайменше
chart-odds-most = Щонайбільше
chart-odds-note = Лінія — якщо кроки незалежні; смуга — за будь-якої залежності між ними.
chart-accession-note = Виконані кроки ще не означають вступу: держави-члени вирішують одностайно.
chart-accession-planned = Усі кроки за планом: { $quarter }
chart-accession-all-steps = Усі кроки виконано за планом
chart-no-odds = Кроки без імовірності: { $missing } із { $steps }. Крива за здогадами не будується.
chart-no-steps = Кроків не названо, тож чекати немає на що.
chart-day = День
chart-what = Що

## Чи можна це освоїти

chart-can-it-be-absorbed-subtitle = Виплати за роками і те, що може прийняти економіка, { $years }, { $unit }, { $prices }; над стовпцями: частка ВВП
chart-can-it-be-absorbed-subtitle-no-gdp = Виплати за роками і те, для чого немає місця, { $years }, { $unit }, { $prices }
chart-can-it-be-absorbed-title-over = Виплати перевищили б { $percent } ВВП у { $over } із { $known } років
chart-can-it-be-absorbed-title-below = Виплати щороку залишалися б нижчими за { $percent } ВВП
chart-can-it-be-absorbed-title-waits = До { $amount } чекало б на освоєння, найбільше наприкінці { $year } року
chart-can-it-be-absorbed-title-nothing-waits = Усе належне було б виплачено: ніщо не чекає на освоєння
chart-can-it-be-absorbed-title-none = Виплат немає
chart-can-it-be-absorbed-alt = Стовпці виплат за роками, { $unit }, найвищий у { $peak } році: { $amount }.
chart-share-alt = У { $year } році це { $percent } ВВП.
chart-waiting-alt = Найбільше чекає наприкінці { $year } року: { $amount }.
chart-paid-under-caps = з них у межах стель
chart-waits-at-year-end = Чекає на кінець року
chart-room-of-caps = Місце за стелями
chart-room-of = Місце: { $cap }
chart-gdp = ВВП
chart-bound = { $percent } ВВП
chart-share-of-gdp = Частка ВВП
chart-share-known = { $percent } ВВП
chart-share-extrapolated = { $percent } екстрапольованого ВВП
chart-bound-note = { $percent } ВВП — це поріг застереження, а не межа.
chart-extrapolated-note = ВВП з { $year } року екстрапольовано: пунктир.
chart-waiting-note = Те, що чекає, підлягало виплаті, але не мало місця.
chart-caps-note = Стелі: { $caps }.

## Спільне для порівнянь

chart-nothing-compared = Ще нічого не порівнюється
chart-nothing-compared-hint = Виберіть два чи більше сценаріїв, версій або планів, щоб поставити їх поряд.
chart-no-difference = без відмінностей
chart-sum = Сума
chart-sum-so-far = Сума досі
chart-step = Крок
chart-change = Зміна
chart-change-in-all = Зміна разом
chart-change-of = Зміна: { $name }
chart-other-steps = Інші зміни ({ $count })
chart-by-year = за роками
chart-by-change = за тим, що змінено
chart-by-dimension = за виміром «{ $dimension }»
chart-from-to = від: { $from } · до: { $to }
chart-for-comparison = Для порівняння: { $name }
chart-planned-more = Заплановано на { $amount } більше
chart-planned-less = Заплановано на { $amount } менше
chart-paid-more = Було б виплачено на { $amount } більше
chart-paid-less = Було б виплачено на { $amount } менше

## Чим відрізняються

chart-what-differs-subtitle-planned = Заплановані виплати разом і зміни в них { $by }, { $unit }, { $prices }
chart-what-differs-subtitle-paid = Виплати разом і зміни в них { $by }, { $unit }, { $prices }
chart-what-differs-title-same = Сума та сама: в обох випадках { $amount }
chart-what-differs-title-even = Сума не змінюється, але { $moved } перемістилося б у її межах
chart-what-differs-title-planned-more = Заплановано на { $amount } більше; найбільша зміна — { $name }: { $change }
chart-what-differs-title-planned-less = Заплановано на { $amount } менше; найбільша зміна — { $name }: { $change }
chart-what-differs-title-planned-more-one = Заплановано на { $amount } більше: { $name }
chart-what-differs-title-planned-less-one = Заплановано на { $amount } менше: { $name }
chart-what-differs-title-paid-more = Було б виплачено на { $amount } більше; найбільша зміна — { $name }: { $change }
chart-what-differs-title-paid-less = Було б виплачено на { $amount } менше; найбільша зміна — { $name }: { $change }
chart-what-differs-title-paid-more-one = Було б виплачено на { $amount } більше: { $name }
chart-what-differs-title-paid-less-one = Було б виплачено на { $amount } менше: { $name }
chart-what-differs-alt = Смуги ведуть від стану «{ $from }», { $from-amount }, до стану «{ $to }», { $to-amount }. Зміни, { $unit }: { $steps }.
chart-what-differs-alt-same = Дві смуги, { $unit }: «{ $from }», { $from-amount }, і «{ $to }», { $to-amount }. Між ними нічого немає.
chart-change-alone-note = Смуги починаються від першої суми, а не від нуля, щоб зміни було видно.

## Поряд

chart-side-by-side-subtitle-planned = Заплановані виплати за роками в одному масштабі, { $years }, { $unit }, { $prices }
chart-side-by-side-subtitle-paid = Виплати за роками в одному масштабі, { $years }, { $unit }, { $prices }
chart-side-by-side-title-same = Жоден рік не відрізняється: в усіх випадках { $amount }
chart-side-by-side-title-even = Ті самі { $amount }, але в інший час; найбільший розрив: { $when }, { $change }
chart-side-by-side-title-even-many = Скрізь ті самі { $amount }, але в інший час; найбільший розрив: { $when }, { $gap }
chart-side-by-side-title-planned-one = Заплановано { $amount }
chart-side-by-side-title-planned-more = Заплановано на { $amount } більше; найбільший розрив: { $when }, { $change }
chart-side-by-side-title-planned-less = Заплановано на { $amount } менше; найбільший розрив: { $when }, { $change }
chart-side-by-side-title-planned-many = Заплановано від { $least } до { $most }; найбільший розрив: { $when }, { $gap }
chart-side-by-side-title-planned-many-short = Заплановано від { $least } до { $most }
chart-side-by-side-title-paid-one = Було б виплачено { $amount }
chart-side-by-side-title-paid-more = Було б виплачено на { $amount } більше; найбільший розрив: { $when }, { $change }
chart-side-by-side-title-paid-less = Було б виплачено на { $amount } менше; найбільший розрив: { $when }, { $change }
chart-side-by-side-title-paid-many = Було б виплачено від { $least } до { $most }; найбільший розрив: { $when }, { $gap }
chart-side-by-side-title-paid-many-short = Було б виплачено від { $least } до { $most }
chart-side-by-side-alt = Панелі зі стовпцями за роками з { $first } до { $last }, усього { $count }, в одному масштабі. Разом { $sides }.
chart-last-column-note = Останній стовпець — те, що надходить після { $year } року.

## Чим це може закінчитися

chart-how-it-could-end-subtitle = Виплати за роками за кожного результату перемовин, { $years }, { $unit }, { $prices }
chart-how-it-could-end-title-none = Жоден сценарій ще не описує результату
chart-how-it-could-end-hint = Зазначте у сценарії, який результат він описує, або додайте вбудовані сценарії.
chart-how-it-could-end-title-one = { $name }: до кінця { $last } року було б виплачено { $amount }
chart-how-it-could-end-title-same = За будь-якого результату до кінця { $last } року було б виплачено { $amount }
chart-how-it-could-end-title-even = За будь-якого результату до кінця { $last } року було б виплачено { $amount }, лише в інший час
chart-how-it-could-end-title-range = Залежно від результату до кінця { $last } року було б виплачено від { $least } до { $most }
chart-how-it-could-end-title-range-short = Від { $least } до { $most } до кінця { $last } року
chart-how-it-could-end-title-weighted = До кінця { $last } року було б виплачено від { $least } до { $most }, зважено за ймовірністю — { $amount }
chart-how-it-could-end-title-weighted-short = Від { $least } до { $most }, зважено — { $amount }
chart-how-it-could-end-alt = Лінії виплат за роками з { $first } до { $last } за кожного результату перемовин. За ці роки { $paths }.
chart-path = { $letter }: { $name }
chart-path-odds = { $letter }: { $name }, { $percent }
chart-weighted = Зважено за ймовірністю
chart-weighted-note = Пунктир — середнє результатів: за жодного з них стільки не виплатять.
chart-no-probability = Жодної ймовірності не введено
chart-probability-missing = Не зважено: бракує ймовірності
chart-outcome-missing = Не зважено: один із результатів не має сценарію
chart-paths-after-note = Після { $year } року: { $list }.
