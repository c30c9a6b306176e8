import type { Words } from "../../format/words";
import type { Choices, Dim, LimitSlice } from "../../host";
import { values_of } from "../grid/values";

/** A value that rows must have to be in a slice. */
export type Part = { dimension: Dim; key: string; label: string };

/** The values of a slice, one by one. */
export function parts_of(slice: readonly LimitSlice[], choices: Choices, t: Words): Part[] {
  return slice.flatMap(({ dimension, keys }) =>
    keys.map((key) => ({
      dimension,
      key,
      label: values_of(dimension, choices, t).find((value) => value.key === key)?.label ?? key,
    })),
  );
}

/** The slice with a value more. Values of one dimension stand together: a row needs one of them. */
export function with_part(slice: readonly LimitSlice[], dimension: Dim, key: string): LimitSlice[] {
  const found = slice.find((part) => part.dimension === dimension);
  if (!found) return [...slice, { dimension, keys: [key] }];
  return slice.map((part) => (part === found ? { dimension, keys: [...part.keys, key] } : part));
}

/** The slice with a value less; a dimension without values binds nothing. */
export function without_part(slice: readonly LimitSlice[], { dimension, key }: Part): LimitSlice[] {
  return slice
    .map((part) =>
      part.dimension === dimension ? { dimension, keys: part.keys.filter((each) => each !== key) } : part,
    )
    .filter((part) => part.keys.length > 0);
}
