import type { Desk } from "../../document/desk";
import type { Choices, ProfileChoice } from "../../host";
import type { Option } from "../spread/Pick.svelte";

/** The fields that can be set on many rows at once, as the model calls them. */
export const BULK_FIELDS = [
  "programme",
  "instrument",
  "capital",
  "sector",
  "purpose",
  "booster",
  "start",
  "end",
  "profile",
  "priority",
  "amount",
  "amount_grade",
  "split_grade",
  "sources",
  "note",
  "locked",
] as const;
export type BulkField = (typeof BULK_FIELDS)[number];

/** The words of fields that the inspector calls otherwise than the model. */
const CALLED: Partial<Record<BulkField, string>> = { booster: "cluster", locked: "lock" };

/** What a field is called. */
export function field_label({ reader }: Desk, field: BulkField): string {
  return reader.t(`field-${(CALLED[field] ?? field).replaceAll("_", "-")}`);
}

/** Whether a name is that of a field that can be set on many rows at once. */
export function is_bulk_field(name: string | null): name is BulkField {
  return BULK_FIELDS.some((field) => field === name);
}

/** Whether the field holds a word that is typed, rather than one of several that are there. */
export function is_typed(field: BulkField): boolean {
  return field === "amount" || field === "note";
}

/** What can be chosen for a field. The keys are as files write them. */
export function options_of(desk: Desk, field: BulkField, choices: Choices): Option[] {
  const { t } = desk.reader;
  switch (field) {
    case "programme":
      return choices.programmes.map(({ key, label, funder_label }) => ({ key, label, detail: funder_label }));
    case "instrument":
      return choices.instruments;
    case "sector":
      return choices.sectors;
    case "purpose":
      return choices.purposes;
    case "capital":
      return ["public", "private"].map((key) => ({ key, label: t(`capital-${key}`) }));
    case "booster":
      return [{ key: "", label: t("field-cluster-none") }, ...choices.clusters];
    case "start":
    case "end":
      return choices.quarters.map((quarter) => ({ key: quarter, label: quarter }));
    case "priority":
      return Array.from({ length: 9 }, (_, at) => ({ key: String(at + 1), label: String(at + 1) }));
    case "amount_grade":
    case "split_grade":
      return choices.amount_grades;
    case "profile":
      return choices.profiles.map((profile) => ({ key: as_written(profile), label: profile.label }));
    case "locked":
      return [
        { key: "yes", label: t("bulk-locked-yes") },
        { key: "no", label: t("bulk-locked-no") },
      ];
    default:
      return [];
  }
}

/** A profile with the parameters that it begins with, as files write it. */
function as_written({ key, parameters }: ProfileChoice): string {
  return [key, ...parameters.map((parameter) => `${parameter.key}=${parameter.default}`)].join(" ");
}

/** The options in which every word that was typed occurs. */
export function fitting(options: readonly Option[], text: string): Option[] {
  const parts = text.toLowerCase().split(/\s+/).filter(Boolean);
  const words = ({ label, detail }: Option) => `${label} ${detail ?? ""}`.toLowerCase();
  return options.filter((option) => parts.every((part) => words(option).includes(part)));
}
