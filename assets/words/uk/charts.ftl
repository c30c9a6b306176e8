# Слова діаграм. Аргументи — готові до друку тексти: числа вже у форматі читача.

## Діаграми за їхнім запитанням

chart-who-pays = Хто платить
chart-who-pays-sentence = Заплановані виплати за роками і за тим, чиї це кошти.
chart-when-it-flows = Коли надходять кошти
chart-when-it-flows-sentence = Зобов’язання і виплати наростаючим підсумком за кварталами поряд із потребами.

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
chart-after-note = Ще { $amount } було б виплачено після { $year } року.
chart-unseen = Замалі, щоб їх було видно: { $name }, разом { $amount }.
chart-needs-note = Потреби за { $name } у { $prices }, без дефлювання.
chart-source = Джерела: { $sources }. { $target }
chart-assumptions = власні припущення щодо { $percent }{"\u00A0"}% суми
chart-target = Ціль, а не підписаний бюджет.

## Хто платить

chart-who-pays-subtitle = Заплановані виплати за видом капіталу, { $years }, { $unit }, { $prices }
chart-who-pays-title-peak = Пік виплат припав би на { $year } рік: { $amount }
chart-who-pays-title-level = Виплати трималися б на рівні { $amount } на рік
chart-who-pays-title-once = Усі виплати припали б на { $year } рік: { $amount }
chart-who-pays-title-after = Усі виплати припали б на час після { $last } року
chart-who-pays-title-none = Виплат не заплановано
chart-who-pays-alt = Складені стовпці запланованих виплат за роками, { $unit }: { $first-amount } у { $first } році, пік { $peak-amount } у { $peak } році, { $last-amount } у { $last } році. Разом { $total }: { $parts }.
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
