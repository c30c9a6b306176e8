# Words that several rooms share. Arguments whose names end in "text" are texts that are ready to print.

unit-bn = { $number-text } bn
unit-mn = { $number-text } mn
unit-one = USD { $number-text }

part-public = public
part-private = private
part-booster = booster

figure-sources = { $more ->
    [0] { $keys-text } in the plan’s list of sources
   *[other] { $keys-text } and { $more } more in the plan’s list of sources
}
