# Речення про те, від чого залежать кошти: наслідки подій, запізнення кроків, пояснення. Аргументи, чиї назви закінчуються
# на "text", уже готові до друку.

when-year = у { $period-text } році
when-quarter = у { $period-text }
when-after = після { $period-text } року
code-and-name = { $code-text } «{ $name-text }»
row-in-short = { $programme-text }: { $sector-text }
state-in-quarter = { $state-text } у { $quarter }
slice-all = усі асигнування
slice-part = { $dimension-text }: { $places-text }
slice-except = { $slice-text }, крім { $except-text }

effect-sentence-open = Жодних коштів до { $day-text } ({ $slice-text }); заплановане раніше починається тоді.
effect-sentence-while = Кошти лише з { $day-text } до { $until-text } ({ $slice-text }); заплановане раніше починається тоді, заплановане пізніше зупинено.
effect-sentence-delay = { $quarters ->
    [one] Заплановане від { $day-text } ({ $slice-text }) приходить на { $quarters } квартал пізніше.
    [few] Заплановане від { $day-text } ({ $slice-text }) приходить на { $quarters } квартали пізніше.
   *[other] Заплановане від { $day-text } ({ $slice-text }) приходить на { $quarters } кварталів пізніше.
}
effect-sentence-scale = Із запланованого від { $day-text } ({ $slice-text }) виплачують { $share-text }; решту зупинено.
effect-sentence-stop = Заплановане від { $day-text } ({ $slice-text }) зупинено.

## Крок, що запізнюється: найгірше стоїть першим

slip-sentence = { $step-text } { $later-text }: { $parts-text }.
slip-years-later = { $years ->
    [one] на { $years } рік пізніше
    [few] на { $years } роки пізніше
   *[other] на { $years } років пізніше
}
slip-quarters-later = { $quarters ->
    [one] на { $quarters } квартал пізніше
    [few] на { $quarters } квартали пізніше
   *[other] на { $quarters } кварталів пізніше
}
slip-lost = { $amount-text } втрачено
slip-after = { $amount-text } виходять за межі пакета, після { $last-text } року
slip-withheld = { $amount-text } наприкінці { $last-text } року ще чекають на кроки
slip-backlog = { $amount-text } наприкінці { $last-text } року ще чекають у черзі на освоєння
slip-leaves-for = { $amount-text } переходять із { $from-text } на { $to-text }
slip-leaves-partly-for = { $amount-text } відходять із { $from-text }, з них { $part-text } на { $to-text }
slip-leaves = { $amount-text } відходять із { $from-text }
slip-gains = на { $part-text } більше виплачено за { $to-text }
slip-within-years = { $amount-text } переходять на інші квартали того самого року ({ $in-text })
slip-at-risk = до { $amount-text } під ризиком до { $until-text }
slip-less-lost = втрачено на { $amount-text } менше
slip-nothing = жодна виплата не змінюється
slip-none-lost = нічого не втрачено
slip-pace = разом із ним чекають інші кластери, бо жоден не може випереджати основи процесу вступу

## Чому цифра саме така, ланка за ланкою

explain-committed-one = { $row-text } { $name-text }: зобов’язання { $amount-text }, з { $start } до { $end }.
explain-committed-many = { $rows ->
    [one] { $rows } асигнування: зобов’язання разом { $amount-text }.
    [few] { $rows } асигнування: зобов’язання разом { $amount-text }.
   *[other] { $rows } асигнувань: зобов’язання разом { $amount-text }.
}
explain-profile-one = За профілем «{ $profile-text }»{ $parameters-text } { $when-text } заплановано { $amount-text }.
explain-profile-many = За їхніми профілями { $when-text } заплановано { $amount-text }.
explain-profile-source = { $sentence-text } Джерело: { $source-text }
explain-actual = Із них { $part-text } справді виплачено.
explain-moved = Із них { $part-text } мали бути виплачені до дати плану й перейшли сюди.
explain-event-less = Подія { $event-text } забирає звідси { $change-text }.
explain-event-more = Подія { $event-text } додає сюди { $change-text }.
explain-event-same = Подія { $event-text } { $when-text } нічого не змінює.
explain-event-about = { $day-text }, { $state-text }. { $effects-text }
explain-release-less = Із цього { $change-text } чекають на кроки реформ: { $clusters-text }.
explain-release-more = Ще { $change-text }, які чекали на кроки реформ ({ $clusters-text }), можна виплатити { $when-text }.
explain-release-same = Кроки реформ ({ $clusters-text }) нічого не стримують { $when-text }.
explain-no-terms = Умов не задано; те, чого не тримають кроки, вважається вивільненим.
explain-terms = { $rule-text } { $lag ->
    [0] Виплачують у кварталі вивільнення
    [one] Виплачують через { $lag } квартал після вивільнення
    [few] Виплачують через { $lag } квартали після вивільнення
   *[other] Виплачують через { $lag } кварталів після вивільнення
}; крок можна виконати із запізненням до { $window ->
    [one] { $window } кварталу
   *[other] { $window } кварталів
}.
explain-step-due = Строк { $due }, очікується { $met }; наприкінці періоду: { $place-text }. Вирішує долю { $value-text }.
explain-step-met = Строк { $due }, виконано { $met }; наприкінці періоду: { $place-text }. Вирішує долю { $value-text }.
explain-absorption-less = Для { $change-text } із цього немає місця { $when-text }, і вони чекають у черзі.
explain-absorption-more = Ще { $change-text }, які раніше чекали в черзі, виплачено { $when-text }.
explain-absorption-same = Місця { $when-text } вистачає на все.
explain-lapsed = { $lapsed-text }, які чекали задовго, згоряють.
explain-cap-about = Місця у { $year-text }: { $room-text }; виплачено { $paid-text }; наприкінці в черзі { $waiting-text }.
explain-cap-unbounded = У { $year-text } ніщо не обмежує: продукт цього року не відомий.
explain-paid = { $amount-text } виплачено { $when-text }.
explain-paid-after = { $amount-text } заплановано { $when-text }, за межами пакета: показано, але в ньому не виплачено.
