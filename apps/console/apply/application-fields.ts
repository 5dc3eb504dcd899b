// The form of an application, or of an interest: what this programme's page asks, in our own words.

import type { Applying } from "../../../libs/service/intake/programmes.ts";
import { bodyFrom, type FormField, type Typed } from "../form-fields.ts";
import { html } from "../html.ts";

const PARTNERS = [0, 1, 2];

/** What an interest asks: which hub, which school, who. */
export function interestFields(applying: Applying): FormField[] {
  return [...about(applying), ...contact()];
}

/** What an application asks. */
export function applicationFields(applying: Applying): FormField[] {
  const { application: page, texts } = applying.prospectus;
  const support = page.seniorLeaderSupport.value;
  const leads = { name: "seniorLeaderSupports", required: true };
  return [
    ...about(applying),
    ...(page.criteria === null
      ? []
      : [
          {
            kind: "many-of" as const,
            name: "criteria",
            label: "Which of these are true of your school?",
            hint: "Tick all that apply; at least one is needed.",
            required: true,
            choices: page.criteria.value.map(({ code, text }) => ({ value: code, words: text })),
          },
        ]),
    ...(page.reasonsMostWords === null
      ? []
      : [
          {
            kind: "words" as const,
            name: "reasons",
            label: "Why does your school wish to take part, and why is it suitable?",
            hint: `Up to ${page.reasonsMostWords.value} words.`,
            required: true,
          },
        ]),
    ...(page.prior.value === "none" ? [] : history()),
    {
      kind: "tick",
      name: "understandsExpectations",
      label: "We understand the aims and expectations of the programme",
      required: true,
      hint: html`What is expected of your school:<ul>${texts.expectations.map((one) => html`<li>${one}</li>`)}</ul>`,
    },
    ...(support === "required"
      ? [
          {
            ...leads,
            kind: "tick" as const,
            label: "The headteacher or a member of the senior leadership team supports this application",
          },
        ]
      : []),
    ...(support === "expected"
      ? [
          {
            ...leads,
            kind: "yes-no" as const,
            label: "Does the headteacher or a member of the senior leadership team support this application?",
          },
        ]
      : []),
    ...contact(),
    ...headteacher(),
    ...(page.group.value ? partners() : []),
  ];
}

function about({ school, hub, hubs }: Applying): FormField[] {
  return [
    ...(hub !== null
      ? []
      : [
          {
            kind: "select" as const,
            name: "hub",
            label: "Your Maths Hub",
            required: true,
            choices: hubs.map(({ code, name }) => ({ value: code, words: name })),
          },
        ]),
    ...(school !== null
      ? []
      : [
          { kind: "line" as const, name: "school.name", label: "Name of the school", required: true },
          {
            kind: "one-of" as const,
            name: "school.funding",
            label: "How is it funded?",
            required: true,
            choices: [
              { value: "state", words: "By the state" },
              { value: "independent", words: "Independent" },
            ],
          },
        ]),
  ];
}

function contact(): FormField[] {
  return [
    {
      kind: "line",
      name: "contact.firstName",
      label: "Your first name",
      required: false,
      hint: "One of the two names is enough.",
    },
    { kind: "line", name: "contact.lastName", label: "Your last name", required: false },
    {
      kind: "email",
      name: "contact.email",
      label: "Your e-mail address",
      required: true,
      hint: "Letters about this application go there.",
    },
  ];
}

function headteacher(): FormField[] {
  return [
    { kind: "line", name: "school.headteacher.name", label: "The headteacher’s name", required: false },
    { kind: "email", name: "school.headteacher.email", label: "The headteacher’s e-mail address", required: false },
  ];
}

function history(): FormField[] {
  return [
    {
      kind: "select",
      name: "earlier.stage",
      label: "The stage your school has been through before",
      required: false,
      hint: "If this service does not know of it yet.",
      choices: [
        { value: "development", words: "Development" },
        { value: "embedding", words: "Embedding" },
        { value: "sustaining", words: "Sustaining" },
        { value: "specialist", words: "A Mastery Specialist’s own department" },
      ],
    },
    {
      kind: "line",
      name: "earlier.academicYear",
      label: "In which academic year",
      required: false,
      hint: "Such as 2019/20; not for a specialist’s department.",
    },
  ];
}

function partners(): FormField[] {
  return PARTNERS.flatMap((index): FormField[] => [
    {
      kind: "line",
      name: `group.schools.${index}.urn`,
      label: `URN of a school you would like to be placed with${index === 0 ? "" : ` (${index + 1})`}`,
      required: false,
      ...(index === 0 && { hint: "If you apply together with others. Six digits each." }),
    },
    {
      kind: "line",
      name: `group.schools.${index}.relationship`,
      label: "How do you know each other?",
      required: false,
    },
  ]);
}

/** The body of the request: what was typed, and what the service knows of the school already. */
export function applicationBody(
  applying: Applying,
  fields: readonly FormField[],
  typed: Typed,
): Record<string, unknown> {
  const { earlier, group, school, ...body } = bodyFrom(fields, typed);
  const { urn, prospectus, hub, school: known } = applying;
  const told = { ...(school as object | undefined) };
  const registered = known === null ? {} : { name: known.name, funding: known.funding ?? "state" };
  const past = earlier as { stage?: string; academicYear?: string } | undefined;
  return {
    ...body,
    ...(hub !== null && { hub }),
    prospectus: prospectus.id,
    school: {
      urn,
      phase: prospectus.phase,
      ...registered,
      ...told,
      ...(past?.stage === undefined
        ? {}
        : {
            history: [
              past.stage === "specialist"
                ? { masterySpecialistDepartment: true }
                : { stage: past.stage, academicYear: past.academicYear },
            ],
          }),
    },
    ...(group === undefined ? {} : { group: { schools: Object.values((group as { schools: object }).schools) } }),
  };
}
