// The form of an application, or of an interest: what this programme's page asks, in our own words.

import type { Applying } from "../../../libs/service/intake/programmes.ts";
import { bodyFrom, type FormField, type Typed } from "../form-fields.ts";
import { html } from "../html.ts";

/** The places for schools that it would like to be placed with. */
export const PARTNERS = [0, 1, 2];

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
    ...(page.prior.value === "none" && applying.prospectus.stage !== "development" ? [] : history()),
    ...(page.statements?.value ?? []).map(({ code, text }) => ({
      kind: "tick" as const,
      name: `statements.${code}`,
      label: text,
      required: true,
    })),
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
    ...address(),
    ...contact(),
    ...headteacher(applying),
    ...(page.group.value ? partners() : []),
  ];
}

function address(): FormField[] {
  return [
    { kind: "line", name: "address", label: "Address of the school", required: true },
    { kind: "line", name: "postcode", label: "Postcode", required: true },
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

/** Where the page gives the headteacher a part, the form says why it asks; it does not insist. */
function headteacher({ prospectus: { commitments } }: Applying): FormField[] {
  const part = commitments.meetings.headteacherAtFirst.value || commitments.visits?.withHeadteacher.value === true;
  const hint = "The headteacher has a part in this programme: what concerns it is written to them directly.";
  return [
    { kind: "line", name: "school.headteacher.name", label: "The headteacher’s name", required: false },
    {
      kind: "email",
      name: "school.headteacher.email",
      label: "The headteacher’s e-mail address",
      required: false,
      ...(part && { hint }),
    },
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
        { value: "unknown", words: "We do not know what our school has been through" },
      ],
    },
    {
      kind: "line",
      name: "earlier.academicYear",
      label: "In which academic year",
      required: false,
      hint: "Such as 2019/20, where you chose a stage.",
    },
  ];
}

function partners(): FormField[] {
  const wished: FormField = {
    kind: "yes-no",
    name: "group.wished",
    label: "Would your school like to be considered together with other schools?",
    hint: "Each school still applies for itself. Name up to three below.",
    required: true,
  };
  const schools = PARTNERS.flatMap((index): FormField[] => [
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
  return [wished, ...schools];
}

/** The body of the request: what was typed, and what the service knows of the school already. */
export function applicationBody(
  applying: Applying,
  fields: readonly FormField[],
  typed: Typed,
): Record<string, unknown> {
  const { earlier, group, school, statements, ...body } = bodyFrom(fields, typed);
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
      ...(past?.stage === undefined ? {} : { history: [historyOf(past)] }),
    },
    ...(statements !== undefined && { statements: Object.keys(statements as object) }),
    ...groupBody(group as { wished?: boolean; schools?: object } | undefined),
  };
}

function historyOf({ stage, academicYear }: { stage?: string; academicYear?: string }): object {
  if (stage === "specialist") return { masterySpecialistDepartment: true };
  return stage === "unknown" ? { unknown: true } : { stage, academicYear };
}

/** The schools that it would like to be placed with, where it would. */
function groupBody(group: { wished?: boolean; schools?: object } | undefined): object {
  return group?.wished === true && group.schools !== undefined
    ? { group: { schools: Object.values(group.schools) } }
    : {};
}
