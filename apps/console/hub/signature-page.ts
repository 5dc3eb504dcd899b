// How the hub signs its letters: as it stands, or as it would, once that was asked.

import type { SignatureSeen } from "../../../libs/service/hubs/signature.ts";
import type { FormField } from "../form-fields.ts";
import type { Html } from "../html.ts";

/** What template signature.njk is filled with. `looked`: these are the lines that letters would have. */
export interface SignatureView {
  done: string | null;
  looked: boolean;
  lines: readonly string[];
  form: Html;
}

export const SIGNATURE_FIELDS: readonly FormField[] = [
  { kind: "line", name: "name", label: "Who signs", required: true },
  { kind: "line", name: "telephone", label: "Telephone", required: false },
  {
    kind: "words",
    name: "paragraph",
    label: "A few words",
    hint: "For example when to call. Words alone: no web address.",
    required: false,
  },
];
const CONFIRM: FormField = {
  kind: "tick",
  name: "confirmed",
  label: "Sign our letters so from now on",
  required: true,
};

/** What is asked: once it was looked at, whether to keep it. */
export const signatureFields = (looked: boolean): readonly FormField[] =>
  looked ? [...SIGNATURE_FIELDS, CONFIRM] : SIGNATURE_FIELDS;

/** The view model. `then`: as it would be, once it was looked at. */
export function signatureView(
  now: SignatureSeen,
  then: SignatureSeen | null,
  form: Html,
  done: string | null = null,
): SignatureView {
  return { done, looked: then !== null, lines: (then ?? now).lines, form };
}
