# Розподіл пакета: дії над кількома рядками в історії, що зроблять правки, ліміти, потреби. Дії: без крапки в кінці.

## Що зроблено з кількома рядками

# Скільки рядків, у родовому відмінку; для рядків вбудованих секторів є коротке слово.
label-rows = { $rows ->
    [one] { $rows } рядка
    [few] { $rows } рядків
   *[other] { $rows } рядків
}
label-rows-sector = { $rows ->
    [one] { $rows } рядка { $place-text }
    [few] { $rows } рядків { $place-text }
   *[other] { $rows } рядків { $place-text }
}
label-rows-of = { $rows ->
    [one] { $rows } рядка «{ $place-text }»
    [few] { $rows } рядків «{ $place-text }»
   *[other] { $rows } рядків «{ $place-text }»
}
# Те саме при лічбі: додано, заблоковано.
label-rows-counted = { $rows ->
    [one] { $rows } рядок
    [few] { $rows } рядки
   *[other] { $rows } рядків
}
label-rows-sector-counted = { $rows ->
    [one] { $rows } рядок { $place-text }
    [few] { $rows } рядки { $place-text }
   *[other] { $rows } рядків { $place-text }
}
label-rows-of-counted = { $rows ->
    [one] { $rows } рядок «{ $place-text }»
    [few] { $rows } рядки «{ $place-text }»
   *[other] { $rows } рядків «{ $place-text }»
}
label-sector-housing = житла
label-sector-education = освіти й науки
label-sector-health = охорони здоров’я
label-sector-social-protection = соціального захисту
label-sector-culture = культури й туризму
label-sector-energy = енергетики
label-sector-transport = транспорту
label-sector-water = водопостачання
label-sector-agriculture = сільського господарства
label-sector-commerce-industry = промисловості
label-sector-irrigation = зрошення
label-sector-explosive-hazards = протимінної діяльності
label-sector-digital = цифрової сфери
label-sector-public-administration = врядування
label-sector-budget-support = бюджетної підтримки
label-field-span = початок і кінець

edit-row-years = Роки { $row-text } введено вручну
edit-row-fields = { $row-text }: змінено { $fields-text }
edit-row-split = { $rows ->
    [few] { $row-text } поділено на { $rows } рядки
   *[other] { $row-text } поділено на { $rows } рядків
}
edit-rows-merge = { $rows ->
    [few] Об’єднано { $rows } рядки в { $row-text }
   *[other] Об’єднано { $rows } рядків у { $row-text }
}
edit-rows-moved = Перенесено { $amount-text } з { $from-text } до { $row-text }
edit-rows-amounts = Змінено суми { $rows-text }: разом { $amount-text }
edit-rows-amounts-held = Змінено суми { $rows-text }: разом { $amount-text }, як і раніше
edit-rows-start = Початок { $rows-text }: тепер { $start-text }
edit-rows-end = Кінець { $rows-text }: тепер { $end-text }
edit-rows-span = Строки { $rows-text }: тепер з { $start-text } до { $end-text }
edit-rows-dates = Змінено початок і кінець { $rows-text }
edit-rows-set = Для { $rows-text } змінено «{ $field-text }»: тепер { $value-text }
edit-rows-changed = Для { $rows-text } змінено «{ $field-text }»
edit-rows-unboost = Для { $rows-text } знято прив’язку до прискорювача
edit-rows-add = { $known ->
    [yes] Додано { $rows-text }: разом { $amount-text }
   *[no] Додано { $rows-text }
}
edit-rows-remove = { $known ->
    [yes] Вилучено { $rows-text }: разом { $amount-text }
   *[no] Вилучено { $rows-text }
}
edit-rows-lock = Заблоковано { $rows-text }
edit-rows-unlock = Розблоковано { $rows-text }
edit-rows-change = Змінено { $rows-text }
edit-rows-come = Додано { $rows-text }
edit-rows-go = Вилучено { $rows-text }

## Що зроблять правки

preview-needs-alike = Усі ці рядки належать до одного сектору ({ $sector-text }), тож потреби їх не розрізняють: вони ділять загальну суму пропорційно до того, що мають тепер.
preview-no-need = Для сектору «{ $sector-text }» потребу не названо: його рядки зберігають лише виплачене й заблоковане.
preview-like-alike = Усі ці рядки стоять на одному місці, тож інші рядки їх не розрізняють: вони ділять загальну суму пропорційно до того, що мають тепер.

## Ліміти

limit-of-reading-public = Державний капітал
limit-of-reading-private = Приватний капітал
limit-of-reading-booster = Прискорювач
limit-of-reading-total = Пакет
limit-bound = { $kind-text } { $amount-text }
limit-bound-share = { $kind-text } { $share-text } ({ $amount-text })
limit-share = { $all ->
    [yes] { $share-text } від усіх асигнувань
   *[no] { $share-text } від зрізу «{ $of-text }»
}
limit-per-cent = { $number-text } %

## Потреби

needs-net = Від потреб і від асигнувань віднято те, що підписано або виконується.

## У чому відмовлено

problem-rows-or-slice = Скажіть, про які рядки йдеться: або зрізом, або їхніми кодами, але не тим і тим водночас.
problem-no-rows-chosen = Під це не підпадає жоден рядок. Виберіть принаймні один.
problem-all-locked = Усі рядки ({ $number }) заблоковано. Спершу розблокуйте якісь із них.
problem-split-leaves-nothing = Частини разом дають { $sum_usd }, а рядок містить { $amount_usd }: для ще одного нічого не лишається.
