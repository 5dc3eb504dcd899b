// What a field of a command may hold, as data.

export type FieldKind =
  | "text"
  | "link"
  | "id"
  | "code"
  | "codes"
  | "ids"
  | "date"
  | "time"
  | "flag"
  | "days"
  | "count"
  | "pence"
  | "seq"
  | "role"
  | "decision"
  | "stage"
  | "academic-year"
  | "urn"
  | "contact"
  | "name"
  | "address"
  | "telephone"
  | "group"
  | "word"
  | "list";

/** `words`: what a `word` may be; `items`: the fields of each object of a `list`. */
export interface Field {
  kind: FieldKind;
  required: boolean;
  note: string;
  example: unknown;
  words?: readonly string[];
  items?: Fields;
}
export type Fields = Readonly<Record<string, Field>>;

/** A field that must be sent, and one that may be. */
export const must = (kind: FieldKind, note: string, example: unknown): Field => ({
  kind,
  required: true,
  note,
  example,
});
export const may = (kind: FieldKind, note: string, example: unknown): Field => ({
  kind,
  required: false,
  note,
  example,
});
