# Минуле плану: історія, зафіксовані версії, шляхи назад, копії, які передають і приймають.

edit-return-moment = План повернуто до стану після запису { $number-text }
edit-return-version = План повернуто до версії «{ $name-text }»
edit-merge = Злиття з { $name-text }
edit-merge-unnamed = Злиття з копією
edit-unread = Зміна, яку не вдається прочитати

detail-follows = як у батьківському
detail-taken-out = вилучено
detail-added = додано { $called-text }
history-added = додано { $row-text }
history-taken-out = вилучено { $row-text }
history-more = { $more ->
    [one] і ще { $more }
   *[other] і ще { $more }
}

version-frozen = Версію «{ $name-text }» зафіксовано ({ $fingerprint-text })
version-unsound = Версія «{ $name-text }» не така, якою її зафіксували: її вміст не збігається з її хешем. Її показано як є; на її основі нічого не роблять.
version-unsound-word = не така, якою її зафіксували
branch-from-version = Як у версії «{ $name-text }».
branch-from-moment = Як після запису { $number-text } в історії.
branch-left-out = { $number ->
    [one] { $number } відмінність такого роду, якого сценарії не містять; тут усе як у плані.
    [few] { $number } відмінності такого роду, якого сценарії не містять; тут усе як у плані.
   *[other] { $number } відмінностей такого роду, якого сценарії не містять; тут усе як у плані.
}

problem-no-earlier-state = Не названо попереднього стану. Назвіть версію або момент історії.
problem-unknown-moment = В історії немає запису { $seq }. Дайте число від 1 до { $last }.
problem-version-name-taken = Версія «{ $name }» вже є. Оберіть іншу назву; великі й малі літери не розрізняють.
problem-version-name-empty = Назва версії порожня. Введіть її.
problem-version-name-too-long = Назва версії може мати щонайбільше { $most } знаків. Оберіть коротшу.
problem-version-name-sign = «{ $name }» не може бути назвою версії: { $sign } розділяє теки, обертає текст або невидимий. Приберіть цей знак.
version-left-out = { $number ->
    [one] До копії не ввійшла версія { $names-text }: вона не така, якою її зафіксували.
   *[other] До копії не ввійшли версії { $names-text }: вони не такі, якими їх зафіксували.
}
problem-version-unread = Версію «{ $name }» не вдається прочитати: { $what }. Сам план не змінився.
problem-freeze-whole = Версія охоплює весь план з усіма сценаріями. Приберіть --scenario.
problem-odds-not-entered = Для «{ $question ->
    [signed] { question-signed }
    [accepted] { question-accepted }
    [holds] { question-holds }
   *[early] { question-early }
}» імовірності не введено, тож прибирати нічого.
problem-share-own-file = { $path } — файл самого цього плану. Оберіть для копії іншу назву.
problem-version-unsound = Версія «{ $name }» не така, якою її зафіксували: її вміст не збігається з її хешем. Її можна переглядати й порівнювати, але на її основі нічого не роблять.
problem-moved-on = План змінено, поки це готували. Зробіть це ще раз.
problem-plan-flawed = План суперечив би сам собі: { $what }. Нічого не змінено.

diff-none = Відмінностей немає.
merge-edits = Змін, відколи обидва були одним планом: { $ours ->
    [untold] в історії нашого їх немає
   *[other] у нашому { $ours-text }
}, { $theirs ->
    [untold] в історії їхнього їх немає
   *[other] у їхньому { $theirs-text }
}.
merge-recoded = { $from-text } з їхнього тепер { $to-text }: обидва дали цю назву.
merge-conflict = { $row-text }, { $field-text }: було { $base-text }; у нашому { $ours-text }, у їхньому { $theirs-text }.
merge-conflict-row = { $row-text }: було { $base-text }; у нашому { $ours-text }, у їхньому { $theirs-text }.
merge-in-scenario = { $row-text } у сценарії «{ $name-text }»
override-named = { $row-text }{ $field ->
    [none] { "" }
   *[other] , { $field-text },
} у сценарії «{ $name-text }»
override-of-gone = рядок, якого вже немає
override-of-gone-now = уже немає в плані
scenario-gone = сценарій, якого вже немає
flaw-named = { $table-text } { $row-text }: { $reason-text }
merge-not-there = немає
merge-field = { $field-text } { $value-text }
merge-limit-bound = Межа
merge-reason = { $value-text } ({ $reason-text })
merge-ours = наше: { $value-text }{ $who ->
    [nobody] { "" }
   *[somebody] { " " }({ $who-text })
}; тоді виплачено { $paid-text }
merge-theirs = їхнє: { $value-text }{ $who ->
    [nobody] { "" }
   *[somebody] { " " }({ $who-text })
}; тоді виплачено { $paid-text }
merge-total-allocated = Розподілено
merge-total-paid = Виплачено в межах пакета
picks-no-list = це не список
picks-no-pick = кожен запис потребує key, а в pick — ours або theirs

problem-merge-unrelated = Ці два плани не мають жодного спільного асигнування, тож жоден не є копією іншого. Зливати можна лише копії одного плану.
problem-merge-no-common-state = Історії цих двох планів не мають нічого спільного, тож не видно, що змінив кожен. Назвіть план, від якого походять обидва.
problem-merge-base-newer = План, названий спільним джерелом, змінено вже після того, як з нього { $whose ->
    [ours] скопійовано наш
   *[theirs] скопійовано їхній
}. Назвіть його таким, яким він був тоді.
problem-merge-base-elsewhere = План, названий спільним джерелом, не є станом спільної історії обох. Назвіть копію з цієї історії.
problem-merge-output-is-ours = { $path } — копія, яка приймає зміни, а --output пише новий файл. Приберіть --output, щоб злити в неї, або назвіть інший файл.
problem-merge-broken = Обране суперечить одне одному: { $reason }. Оберіть інакше.
problem-merge-no-conflict = «{ $key }» не є конфліктом цього злиття. Приберіть його з рішень.
problem-merge-picked-twice = «{ $key }» вирішено двома способами. Залиште один.
problem-merge-open = { $number ->
    [one] Відкритий { $number } конфлікт, нічого не записано. Вирішіть його через --picks або --take.
    [few] Відкриті { $number } конфлікти, нічого не записано. Вирішіть їх через --picks або --take.
   *[other] Відкритих конфліктів: { $number }, нічого не записано. Вирішіть їх через --picks або --take.
}
problem-merge-would-stay-open = { $number ->
    [one] Відкритим лишився б { $number } конфлікт. Вирішіть його через --picks або --take.
    [few] Відкритими лишилися б { $number } конфлікти. Вирішіть їх через --picks або --take.
   *[other] Відкритими лишилося б конфліктів: { $number }. Вирішіть їх через --picks або --take.
}
problem-picks-not-json = { $path } не є списком вирішених конфліктів у JSON: { $reason }.
problem-nothing-beside = { $chart } показує плани поруч, а названо лише один. Назвіть інший через --beside, --beside-version або --beside-file, чи місце через --scenario, --version або --moment.
