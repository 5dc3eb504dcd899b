// As whom somebody wants to read the service.

import { readableAs } from "../../../libs/service/access/reading-as.ts";
import type { Role } from "../../../libs/service/access/principal.ts";
import type { Choice, FormField } from "../form-fields.ts";
import type { FormState } from "../form-page.ts";
import { formView, type FormView } from "../form-view.ts";
import { roleInWords } from "../words.ts";

/** What there is to choose from. `hubs`: null for who is of one. */
export interface ReadableWhere {
  hubs: readonly Choice[] | null;
  groups: readonly Choice[];
}

/** What template read-as.njk is filled with. */
export interface ReadAsView {
  form: FormView;
}

/** What is asked of a role. */
export function readAsFields(role: Role, { hubs, groups }: ReadableWhere): FormField[] {
  return [
    {
      kind: "one-of",
      name: "role",
      label: "As whom do you want to read?",
      required: true,
      choices: readableAs(role).map((value) => ({ value, words: roleInWords(value) })),
    },
    ...(hubs === null
      ? []
      : [
          {
            kind: "select",
            name: "hub",
            label: "Maths Hub, for whoever is of one",
            required: false,
            choices: hubs,
          } as const,
        ]),
    { kind: "select", name: "workGroup", label: "Work Group, for its lead", required: false, choices: groups },
    {
      kind: "school",
      among: "journeys",
      name: "urn",
      label: "School, for its contact",
      hint: "Its name, town, postcode or URN.",
      required: false,
    },
  ];
}

/** The view model. */
export const readAsView = (fields: readonly FormField[], state: FormState): ReadAsView => ({
  form: formView(fields, state),
});
