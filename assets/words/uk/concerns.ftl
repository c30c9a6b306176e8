# Зауваження: що аналітик має знати, перш ніж захищати план. Кожне одним реченням.

concern-package-exceeded = Асигнування перевищують пакет на { $by }.
concern-flawed = { $row-text } у таблиці { $table } порушує правило плану: { $reason }
concern-reading-exceeded = Це перевищує показник «{ $part }» тлумачення «{ $reading }» ({ $limit }) на { $by }.
concern-reading-unfilled = Показника «{ $part }» тлумачення «{ $reading }» ({ $limit }) не досягнуто: бракує { $by }.
concern-limit-missed = Ліміт «{ $limit }» не дотримано на { $by }.
concern-payments-above-output = { $years ->
    [one] Виплати { $paid } у { $year-text } році становили б { $share } ВВП цього року ({ $basis }), що понад межу здорового глузду { $bound }.
   *[other] Найбільші щодо ВВП виплати, { $paid } або { $share }, припали б на { $year-text } рік ({ $basis }); років понад межу здорового глузду { $bound }: { $years }.
}
output-stated = ВВП за прогнозом МВФ, жовтень 2025 року
output-extrapolated = ВВП екстрапольовано, це припущення
concern-programme-exceeded = З програми «{ $programme }» асигновано більше, ніж її сума { $amount }: зайві { $by }.
concern-overdue = За профілями { $amount } мали бути виплачені до дати плану, але не були; їх заплановано на перший відкритий квартал.
concern-after-horizon = { $amount } заплановано після останнього кварталу пакета.
concern-assumed = { $amount } ({ $share }) мають рівень певності «припущення»: цих сум не називає жодне джерело.
concern-unnamed = { $amount } ({ $share }) не мають названого платника: їх ще належить залучити.
concern-purpose-empty = На призначення «{ $purpose }» нічого не асигновано: жодне джерело не називає суми, і її не вигадано.
concern-unsourced = { $others ->
    [0] { $first-text } не називає джерела.
    [one] { $first-text } і ще { $others } асигнування не називають джерела.
   *[other] { $first-text } і ще { $others } асигнувань не називають джерела.
}
