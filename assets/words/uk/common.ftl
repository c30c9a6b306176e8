# Слова, спільні для кількох кімнат. Аргументи, чиї назви закінчуються на "text", уже готові до друку.

unit-bn = { $number-text } млрд
unit-mn = { $number-text } млн
unit-one = { $number-text } дол. США

part-public = державний капітал
part-private = приватний капітал
part-booster = прискорювач

figure-sources = { $more ->
    [0] { $keys-text } у переліку джерел плану
   *[other] { $keys-text } і ще { $more } у переліку джерел плану
}
