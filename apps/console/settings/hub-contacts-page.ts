// Whom this service writes to at a hub: one contact a role, a person or an inbox that several share.

import type { HubContactBody } from "../../../libs/service/hubs/contacts.ts";
import { HUB_CONTACT_ROLES, type HubContactRole } from "../../../libs/service/hubs/contacts.ts";
import { textIn, type FormField, type Typed } from "../form-fields.ts";
import type { FormState } from "../form-page.ts";
import { formView, type FormView } from "../form-view.ts";
import { roleInWords } from "../words.ts";

/** What template hub-contacts.njk is filled with. */
export interface HubContactsView {
  done: string | null;
  form: FormView;
}

const PARTS = ["firstName", "lastName", "email"] as const;
const LABELS = { firstName: "first name", lastName: "last name", email: "e-mail address" } as const;

export const CONTACT_FIELDS: readonly FormField[] = HUB_CONTACT_ROLES.flatMap((role) =>
  PARTS.map((part): FormField => ({
    kind: part === "email" ? "email" : "line",
    name: `${role}.${part}`,
    label: `${roleInWords(role)}: ${LABELS[part]}`,
    required: false,
  })),
);

/** The view model. */
export const hubContactsView = (state: FormState, done: boolean): HubContactsView => ({
  done: done ? "From now on this service writes to them." : null,
  form: formView(CONTACT_FIELDS, state),
});

/** Those of now as the form has them. */
export const typedOf = (
  contacts: readonly { role: HubContactRole; firstName: string; lastName: string; email: string }[],
): Typed =>
  Object.fromEntries(
    contacts.flatMap((one) => PARTS.map((part): [string, string] => [`${one.role}.${part}`, one[part]])),
  );

/** Those of whom anything was typed. */
export function contactsIn(typed: Typed): HubContactBody[] {
  return HUB_CONTACT_ROLES.flatMap((role): HubContactBody[] => {
    const of = (part: (typeof PARTS)[number]): string => textIn(typed, `${role}.${part}`).trim();
    if (PARTS.every((part) => of(part) === "")) return [];
    return [{ role, firstName: of("firstName"), lastName: of("lastName"), email: of("email") }];
  });
}

/** `/contacts/1/email`, of these contacts, as the field that asked for it. */
export function fieldAt(pointer: string, contacts: readonly HubContactBody[]): string {
  const [, index = "", part = ""] = /^\/contacts\/(\d+)\/(\w+)$/u.exec(pointer) ?? [];
  const role = contacts[Number(index)]?.role;
  return role === undefined || index === "" ? pointer : `/${role}/${part}`;
}
