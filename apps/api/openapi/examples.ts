// Examples that hang together: one made-up primary school, from its application on.

import { INTAKE_EXAMPLES } from "./intake-schemas.ts";

export const WINDOW_EXAMPLE = { opensOn: "2020-09-21", closesOn: "2020-10-16" };
const WINDOW = {
  hub: "great-north",
  prospectus: "2020-21/primary-readiness",
  ...WINDOW_EXAMPLE,
  setBy: "local",
  setAt: "2020-09-18T10:00:00Z",
};

export const HUB_CONTACTS_EXAMPLE = {
  contacts: [
    { role: "hub-lead", firstName: "Hella", lastName: "Example", email: "hella@hub.example" },
    { role: "hub-coordinator", email: "office@hub.example" },
  ],
};

/** An example of each answer, by the name of its schema. */
export const ANSWER_EXAMPLES: Readonly<Record<string, unknown>> = {
  TaskPage: {
    items: [
      {
        journey: "100001-primary",
        urn: "100001",
        school: "Example Primary School",
        workGroup: "north-readiness-1",
        id: "2020/21/gap-task-1",
        about: "missed-commitment",
        commitment: "gap-task-1",
        openedAt: "2021-01-18T09:00:00Z",
        dueOn: "2021-01-25",
        status: "open",
        assignee: null,
        soFar: [{ seq: 31, at: "2020-12-09T00:00:00Z", what: "Missed: gap-task-1, which was due on 8 December 2020." }],
        choices: ["extend", "waive", "visit", "concern", "withdraw"],
      },
    ],
    next: null,
  },
  ReminderReport: {
    totals: { due: 1, sent: 1, heldBack: 0, superseded: 0, pending: 0, stalled: 0, letters: 3, bounced: 0 },
    items: [
      {
        id: "100001-primary:1-autumn",
        journey: "100001-primary",
        urn: "100001",
        kind: "termly",
        academicYear: "2020/21",
        term: "autumn",
        cause: "the autumn term of 2020/21",
        dueAt: "2020-09-14T08:00:00Z",
        outcome: "sent",
        why: null,
        sentAt: "2020-09-14T08:02:11Z",
        letters: 3,
        fellBack: false,
        bounced: 0,
        seq: 11,
      },
    ],
    next: null,
  },
  Window: WINDOW,
  WindowPage: { items: [WINDOW], next: null },
  HubContactPage: {
    items: HUB_CONTACTS_EXAMPLE.contacts.map((one, index) => ({
      firstName: "",
      lastName: "",
      ...one,
      person: `0b9f6f0e-6c1a-4d6e-a1b2-0d6a3f4c5e7${index}`,
    })),
    next: null,
  },
  ...INTAKE_EXAMPLES,
};
