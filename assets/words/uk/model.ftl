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
measure-paid-sentence = Що виплачено за кожен період; доки жодна умова не затримує коштів, те саме, що й заплановано.
measure-committed = Зобов’язання
measure-committed-sentence = Повна сума у кварталі, з якого можливі виплати.
measure-to-come = Очікується
measure-to-come-sentence = Взято зобов’язання й заплановано на пізніший квартал пакета.
measure-after = Після горизонту
measure-after-sentence = Взято зобов’язання й заплановано після останнього кварталу пакета; показано, а не відкинуто.

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
