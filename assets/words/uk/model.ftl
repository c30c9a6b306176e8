# Слова моделі: інструменти, призначення, рівні певності, кластери, капітал, виміри, показники, профілі.
# Кожна назва має пояснення `-sentence`. Ідентифікатори збігаються з англійським каталогом.
#
# Словник (одне слово на одне поняття):
#   plan = план · package = пакет · reading = тлумачення · funder = надавач коштів · programme = програма
#   instrument = інструмент · capital = капітал (державний, приватний) · sector = сектор · need = потреба
#   purpose = призначення · allocation = асигнування (дія: розподіл) · booster = прискорювач
#   profile = профіль виплат · schedule = графік · limit = ліміт · step = крок · cluster = кластер
#   event = подія · scenario = сценарій · version = версія · source = джерело · grade = рівень певності
#   as-of = станом на · edit = правка · history = історія · figure = рисунок · concern = зауваження
#   cap = стеля · backlog = черга · terms = умови вивільнення · released = вивільнено · at risk = під ризиком
#   not yet due = строк не настав · lost = втрачено · lapse = згоряти · window = вікно
#   commitment = зобов’язання · disbursement = виплата · grant = грант · loan = кредит
#   to be mobilised = належить залучити · horizon = горизонт · quarter = квартал · amount = сума · target = ціль

## Капітал: чиї це кошти

capital-public = Державний
capital-public-sentence = Кошти держав, Європейського Союзу та міжнародних фінансових організацій: гранти, державні кредити, участь у капіталі та гарантії.
capital-private = Приватний
capital-private-sentence = Кошти компаній, банків і фондів, які вкладають на власний ризик, у формі кредитів або участі в капіталі.

## Інструменти: на яких умовах

instrument-grant = Грант
instrument-grant-sentence = Кошти, які не повертають.
instrument-loan-concessional = Пільговий кредит
instrument-loan-concessional-sentence = Державний кредит на умовах, м’якших за ринкові: нижча ставка, довший строк або пільговий період.
instrument-loan-limited-recourse = Кредит з обмеженим регресом
instrument-loan-limited-recourse-sentence = Державний кредит, який Україна повертає лише з визначеного джерела: з репарацій або доходів від знерухомлених російських активів.
instrument-loan-commercial = Комерційний кредит
instrument-loan-commercial-sentence = Кредит державної чи міжнародної установи на ринкових або близьких до ринкових умовах.
instrument-equity-public = Державна участь у капіталі
instrument-equity-public-sentence = Державна чи міжнародна установа купує частку в компанії чи фонді й поділяє її прибутки та збитки.
instrument-guarantee = Гарантія
instrument-guarantee-sentence = Обіцянка заплатити, якщо позичальник або проєкт не зможе; кошти рухаються лише після звернення за гарантією.
instrument-loan-private = Приватний кредит
instrument-loan-private-sentence = Кредит приватних кредиторів, які несуть ризик, із державним покриттям або без нього.
instrument-equity-private = Приватна участь у капіталі
instrument-equity-private-sentence = Приватні інвестори вкладають власний капітал і володіють тим, що збудували.

## Призначення: з якою метою

purpose-compensation = Компенсація
purpose-compensation-sentence = Виплати людям і підприємствам за шкоду, завдану війною; жодне джерело не називає суми, тому у вбудованому плані її немає.
purpose-reconstruction = Відбудова
purpose-reconstruction-sentence = Відновлення зруйнованого та послуг у тому обсязі, у якому їх рахує оцінка потреб.
purpose-modernisation = Модернізація
purpose-modernisation-sentence = Будівництво кращого, ніж було: промисловість, енергетика та правила на шляху до Європейського Союзу.
purpose-stability = Стабільність
purpose-stability-sentence = Бюджетна підтримка, завдяки якій працюють держава й економіка.

## Рівні певності: наскільки твердою є цифра

grade-signed = Підписано
grade-signed-sentence = Угоду на цю суму підписано.
grade-running = Виконується
grade-running-sentence = Програма діє і виплачує кошти; її суму називає джерело.
grade-announced = Оголошено
grade-announced-sentence = Надавач коштів оголосив суму; підписаної угоди не знайдено.
grade-proposed = Запропоновано
grade-proposed-sentence = Сума міститься у пропозиції, яку ще не ухвалено.
grade-reported = Повідомлено
grade-reported-sentence = Суму наводить преса; надавач коштів її не підтвердив.
grade-assumption = Припущення
grade-assumption-sentence = Цього не каже жодне джерело; так припускає план, і це зазначено всюди, де цифру показано.

## Кластери переговорів про вступ, до яких прив’язано кошти прискорювача

cluster-fundamentals = Основи процесу вступу
cluster-fundamentals-sentence = Суди, основоположні права, публічні закупівлі, статистика та фінансовий контроль; відкривається першим, закривається останнім.
cluster-internal-market = Внутрішній ринок
cluster-internal-market-sentence = Вільний рух товарів, працівників, послуг і капіталу, корпоративне право, конкуренція та фінансові послуги.
cluster-competitiveness = Конкурентоспроможність та інклюзивне зростання
cluster-competitiveness-sentence = Цифровізація, оподаткування, економічна й соціальна політика, промисловість, наука, освіта та митний союз.
cluster-green-agenda = Зелений порядок денний і стале сполучення
cluster-green-agenda-sentence = Транспорт, енергетика, транс’європейські мережі, довкілля та клімат.
cluster-resources-cohesion = Ресурси, сільське господарство та згуртованість
cluster-resources-cohesion-sentence = Сільське господарство, безпечність харчових продуктів, рибальство, регіональна політика та бюджет Союзу.
cluster-external-relations = Зовнішні відносини
cluster-external-relations-sentence = Зовнішні відносини, а також зовнішня, безпекова та оборонна політика.
cluster-none = Без кластера
cluster-none-sentence = Асигнування не залежить від кластера вступу.

## Прискорювач

booster-yes = У прискорювачі
booster-yes-sentence = Асигнування прив’язане до реформ для вступу.
booster-no = Поза прискорювачем
booster-no-sentence = Асигнування не чекає реформ для вступу.

## Види надавачів коштів

funder-kind-union = Об’єднання держав
funder-kind-ifi = Міжнародна фінансова організація
funder-kind-government = Уряд
funder-kind-private = Приватні інвестори
funder-kind-unidentified = Не визначено

## Виміри: за чим можна розкласти цифру

dimension-funder = Надавач коштів
dimension-funder-sentence = Хто платить.
dimension-programme = Програма
dimension-programme-sentence = Названа програма надавача коштів.
dimension-instrument = Інструмент
dimension-instrument-sentence = На яких умовах надходять кошти.
dimension-capital = Капітал
dimension-capital-sentence = Державні чи приватні кошти.
dimension-sector = Сектор
dimension-sector-sentence = На що йдуть кошти.
dimension-purpose = Призначення
dimension-purpose-sentence = З якою метою: компенсація, відбудова, модернізація чи стабільність.
dimension-booster = Прискорювач
dimension-booster-sentence = Чи прив’язані кошти до реформ для вступу.
dimension-cluster = Кластер
dimension-cluster-sentence = Кластер вступу, реформи якого відкривають кошти.
dimension-amount-grade = Певність суми
dimension-amount-grade-sentence = Наскільки твердою є сума.
dimension-split-grade = Певність розподілу
dimension-split-grade-sentence = Наскільки твердим є розподіл за секторами, призначеннями та роками.

## Показники: що рахують

measure-planned = Заплановано
measure-planned-sentence = Те, що вже виплачено, далі профіль на решту; разом дорівнює сумі.
measure-paid = Виплачено
measure-paid-sentence = Що виплачено за кожен період після подій, кроків реформ і освоєння; те саме, що й заплановано, де ніщо не стримує коштів.
measure-committed = Зобов’язання
measure-committed-sentence = Повна сума у кварталі, з якого можливі виплати.
measure-to-come = Очікується
measure-to-come-sentence = Вивільнено й заплановано на пізніший квартал пакета.
measure-after = Після горизонту
measure-after-sentence = Взято зобов’язання й заплановано після останнього кварталу пакета; показано, а не відкинуто.
measure-backlog = Черга на освоєння
measure-backlog-sentence = Можна платити, але відкладено: більше за рік не освоїти.
measure-at-risk = Під ризиком
measure-at-risk-sentence = Утримано через крок, що запізнюється; кошти ще можна отримати.
measure-not-yet-due = Строк не настав
measure-not-yet-due-sentence = Чекає на кроки реформ, строк яких ще не настав.
measure-lost = Втрачено
measure-lost-sentence = Згоріло разом із кроком, не виконаним вчасно, або через задовге чекання на освоєння.
measure-stopped = Зупинено
measure-stopped-sentence = Припинено подією.
measure-clawback = Повернуто
measure-clawback-sentence = Раніше вивільнене й витребуване назад, бо крок реформи скасовано.

## Кроки реформ: яка дія, яких коштів стосується, наскільки просунулася

step-kind-chapter = Розділ закрито
step-kind-chapter-sentence = Розділ переговорів про вступ попередньо закрито.
step-kind-legislative = Закон
step-kind-legislative-sentence = Закон чи інший правовий акт набирає чинності.
step-kind-institutional = Інституція
step-kind-institutional-sentence = Інституцію створено або реформовано.
step-kind-quantitative = Кількість
step-kind-quantitative-sentence = Досягнуто числа: заповнено посади, під’єднано домівки.
step-kind-investment = Інвестиція
step-kind-investment-sentence = Щось збудовано або придбано.

step-part-all = Усі кошти
step-part-all-sentence = Крок стосується всіх коштів свого кластера.
step-part-grants = Гранти
step-part-grants-sentence = Крок стосується лише грантів свого кластера.
step-part-loans = Кредити
step-part-loans-sentence = Крок стосується лише кредитів свого кластера.

step-state-due = Очікується
step-state-due-sentence = Ще не виконано; очікується у кварталі строку або пізніше на введену затримку.
step-state-met = Виконано
step-state-met-sentence = Крок виконано.
step-state-partly-met = Виконано частково
step-state-partly-met-sentence = Частину кроку виконано; решта згоряє, коли закриється вікно.
step-state-reversed = Скасовано
step-state-reversed-sentence = Крок було виконано, а згодом скасовано; вивільнене ним можуть витребувати назад.

step-place-not-yet-due = Строк не настав
step-place-released = Виконано
step-place-at-risk = Запізнюється, ще можна виконати
step-place-lost = Згорів

## Умови вивільнення: як виконані кроки вивільняють кошти і що стається з рештою

release-rule-proportional = Пропорційно
release-rule-proportional-sentence = Кожен виконаний крок вивільняє свою вагу.
release-rule-all-or-nothing = Усе або нічого
release-rule-all-or-nothing-sentence = Нічого не вивільняють, доки не виконано всіх кроків.
release-rule-floor = Із гарантованою часткою
release-rule-floor-sentence = Частина вільна від умов; понад неї кожен виконаний крок вивільняє свою вагу.
release-rule-threshold = Від порога
release-rule-threshold-sentence = Нижче порога не вивільняють нічого; від нього кожен виконаний крок вивільняє свою вагу.
release-rule-threshold-then-full = Від порога повністю
release-rule-threshold-then-full-sentence = Кожен виконаний крок вивільняє свою вагу; щойно порога досягнуто, вивільняють усе.
release-rule-gate = За ключовими кроками
release-rule-gate-sentence = Нічого не вивільняють, доки не виконано всіх ключових кроків; тоді кожен виконаний крок вивільняє свою вагу.

on-loss-lost = Втрачаються
on-loss-lost-sentence = Кошти, вікно яких закрилося, втрачено.
on-loss-reallocated = Перерозподіляються
on-loss-reallocated-sentence = Кошти, вікно яких закрилося, пропорційно переходять до інших кроків кластера.
on-loss-extended = Вікно продовжують
on-loss-extended-sentence = Вікно продовжують один раз; потім кошти втрачено.

## Події: які, чи враховуються, що роблять

event-kind-meeting = Зустріч
event-kind-deadline = Крайній строк
event-kind-ceasefire = Припинення вогню
event-kind-referendum = Референдум
event-kind-accession = Вступ до ЄС
event-kind-guarantee = Гарантія безпеки
event-kind-collapse = Зрив угоди
event-kind-other = Інше

event-state-happened = Відбулося
event-state-happened-sentence = Це відбулося; так каже джерело.
event-state-expected = Очікується
event-state-expected-sentence = Хтось оголосив це на той день.
event-state-assumed = Припущення
event-state-assumed-sentence = Так припускає аналітик.
event-state-excluded = Не враховується
event-state-excluded-sentence = Про це відомо, але воно не рахується; його наслідки не діють.

effect-verb-open = Відкриває
effect-verb-open-sentence = Жодних коштів до події; заплановане раніше починається з нею.
effect-verb-while = Лише поки триває
effect-verb-while-sentence = Відкривається першим днем, припиняється останнім.
effect-verb-delay = Відкладає
effect-verb-delay-sentence = Заплановане від цього дня приходить на кілька кварталів пізніше.
effect-verb-scale = Зменшує
effect-verb-scale-sentence = Із запланованого від цього дня виплачують лише частку; решту зупинено.
effect-verb-stop = Зупиняє
effect-verb-stop-sentence = Заплановане від цього дня зупинено.

## Стелі: скільки можна освоїти за рік

cap-kind-fixed = Стала
cap-kind-fixed-sentence = Однакова сума щороку.
cap-kind-growing = Зростає
cap-kind-growing-sentence = Сума першого року пакета, яка щороку зростає на певний відсоток.
cap-kind-gdp-share = Частка ВВП
cap-kind-gdp-share-sentence = Частка валового внутрішнього продукту кожного року.

## Ланки пояснення

link-committed = Зобов’язання
link-profile = Профіль
link-event = Подія
link-release = Кроки реформ
link-absorption = Освоєння
link-paid = Виплачено

## Профілі: форма виплат у часі, параметри та походження

profile-uniform = Рівномірний
profile-uniform-sentence = Однакова частка в кожному кварталі.
profile-uniform-source = Умовність планування; жодне джерело не наводить її для цих програм.
profile-front-linear = З випередженням
profile-front-linear-sentence = Найбільша частка на початку, далі спадає по прямій.
profile-front-linear-source = Умовність планування; жодне джерело не наводить її для цих програм.
profile-front-linear-s = Наскільки раніше (від 0 до 1)
profile-back-linear = Із зсувом на кінець
profile-back-linear-sentence = Найменша частка на початку, далі зростає по прямій.
profile-back-linear-source = Умовність планування; жодне джерело не наводить її для цих програм.
profile-back-linear-s = Наскільки пізніше (від −1 до 0)
profile-trapezoid = Трапеція
profile-trapezoid-sentence = Наростає, тримається рівно, потім спадає.
profile-trapezoid-source = Умовність планування; жодне джерело не наводить її для цих програм.
profile-trapezoid-u = Наростання, частка часу
profile-trapezoid-d = Спадання, частка часу
profile-logistic = S-крива
profile-logistic-sentence = Спершу повільно, найшвидше всередині, наприкінці знову повільно.
profile-logistic-source = Умовність планування; жодне джерело не наводить її для цих програм.
profile-logistic-k = Крутизна
profile-logistic-m = Середина, частка часу
profile-empirical-wb-investment = Як інвестиційні кредити Світового банку
profile-empirical-wb-investment-sentence = Виплачується так, як інвестиційні кредити Світового банку разом за перші сім з половиною років.
profile-empirical-wb-investment-source = Світовий банк: звіт IBRD про кредити на 31 травня 2023 року та звіт IDA про кредити й гранти на 31 липня 2024 року (H01, H02), схвалення з 2005 року; частки зобов’язань без скасованих, зріз різних років, а не одна когорта.
profile-empirical-wb-policy = Як кредити Світового банку на політику розвитку
profile-empirical-wb-policy-sentence = Виплачується так, як кредити IBRD на політику розвитку: близько семи десятих за перший рік.
profile-empirical-wb-policy-source = Світовий банк: звіт IBRD про кредити на 31 травня 2023 року (H01), схвалення з 2005 року; кредити на політику розвитку виокремлено за назвою; частки зобов’язань без скасованих.
profile-typed = Задані частки
profile-typed-sentence = Частки, задані по одній для рівних відрізків часу; у межах відрізка — рівномірно.
profile-typed-source = Задано аналітиком; жодне джерело її не наводить, крім зазначених у рядку.
profile-typed-s = Частка кожного відрізка
profile-empirical = За точками
profile-empirical-sentence = Проходить прямими через точки, які задано або прочитано з таблиці.
profile-empirical-source = Задано або прочитано аналітиком; жодне джерело її не наводить, крім зазначених у рядку.
profile-empirical-t = Момент кожної точки, частка часу
profile-empirical-f = Частка, виплачена на той час
profile-outlay-rates = Норми освоєння
profile-outlay-rates-sentence = Щорічні зобов’язання, кожне з яких виплачується за однаковими нормами в наступні роки; сягає за кінець строку.
profile-outlay-rates-source = Норми освоєння, як їх застосовують фінансовий контролер Міністерства оборони США та Бюджетне управління Конгресу; самі норми задає аналітик.
profile-outlay-rates-years = Кількість щорічних зобов’язань
profile-outlay-rates-r = Частка, що виплачується в кожному році зобов’язання
profile-outlay-rates-c = Частка кожного щорічного зобов’язання
profile-geometric = Геометричний
profile-geometric-sentence = Кожен квартал отримує ту саму частку від попереднього; довгий хвіст.
profile-geometric-source = Умовність планування; жодне джерело не наводить її для цих програм.
profile-geometric-q = Відношення кварталу до попереднього
profile-beta = Бета
profile-beta-sentence = Один горб, зсунутий до початку або до кінця; якщо альфа менша за 1, кошти скупчуються на початку, якщо бета — наприкінці.
profile-beta-source = Бета-розподіл: NIST, Цифрова бібліотека математичних функцій, 8.17. Жодне джерело не наводить його параметрів для цих програм.
profile-beta-alpha = Вага пізнішого часу (альфа)
profile-beta-beta = Вага ранішого часу (бета)
profile-pert = PERT
profile-pert-sentence = Один горб із названою вершиною: бета-крива сітьового планування.
profile-pert-source = Malcolm, Roseboom, Clark і Fazar, Operations Research 7 (1959). Жодне джерело не наводить її параметрів для цих програм.
profile-pert-mode = Вершина, частка часу
profile-pert-lambda = Вага вершини (звичайно 4)
profile-nasa-beta = Бета NASA
profile-nasa-beta-sentence = Горб, який визначається тим, скільки витрачено до половини часу.
profile-nasa-beta-source = NASA Cost Estimating Handbook. Жодне джерело не наводить її параметрів для цих програм.
profile-nasa-beta-A = Вага початку (A)
profile-nasa-beta-B = Вага середини (B)
profile-rayleigh = Релея
profile-rayleigh-sentence = Спершу наростає по прямій, потім згасає.
profile-rayleigh-source = Крива Нордена–Релея для трудовитрат на розроблення; посібник SCEA 2004 року. Жодне джерело не наводить її параметра для цих програм.
profile-rayleigh-a = Темп
profile-weibull = Вейбулла
profile-weibull-sentence = Горб із коротшим або довшим хвостом, як у бюджетах космічних проєктів.
profile-weibull-source = Криві Вейбулла, підібрані до бюджетів проєктів Центру космічних польотів імені Ґоддарда; NASA, NTRS 19910016622. Жодне джерело не наводить їхніх параметрів для цих програм.
profile-weibull-shape = Форма
profile-weibull-scale = Момент, коли виплачено близько 63 %, частка часу
profile-delay = Затримка, повних кварталів
profile-stretch = Розтягнення, у скільки разів

## Сценарії: яким ще може бути план

scenario-base = Базовий план
outcome-deal = Угода тримається
outcome-deal-sentence = Угоду підписано, референдум її схвалює, і вона тримається п’ять років.
outcome-rejected = Росія відмовляється
outcome-rejected-sentence = Угоду не підписано.
outcome-collapse-early = Ранній зрив
outcome-collapse-early-sentence = Угоду підписано і схвалено, і вона зривається до кінця 2028 року.
outcome-collapse-late = Пізній зрив
outcome-collapse-late-sentence = Угоду підписано і схвалено, і вона зривається після 2028 року.
outcome-referendum-rejects = Референдум відхиляє
outcome-referendum-rejects-sentence = Угоду підписано, і референдум її відхиляє.
question-signed = Угоду підписано
question-signed-sentence = Яка ймовірність того, що угоду буде підписано?
question-accepted = Референдум схвалює
question-accepted-sentence = Якщо угоду підписано: яка ймовірність того, що референдум її схвалить?
question-holds = Тримається п’ять років
question-holds-sentence = Якщо її підписано і схвалено: яка ймовірність того, що вона протримається п’ять років?
question-early = Зрив настає рано
question-early-sentence = Якщо вона не втримається: яка ймовірність того, що вона зірветься до кінця 2028 року? Це питання можна лишити без відповіді.

## Ліміти

limit-kind-ceiling = щонайбільше
limit-kind-floor = щонайменше
limit-kind-exact = рівно

plan-new = Новий план
