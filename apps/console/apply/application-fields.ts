// What an application, or an interest, asks: what this programme's page asks, in our own words, page by page.

import type { Applying } from "../../../libs/service/intake/programmes.ts";
import type { FormField } from "../form-fields.ts";

/** The places for schools that it would like to be placed with. */
export const PARTNERS = [0, 1, 2];

/** What an interest asks: which hub, which school, who. */
export function interestFields(applying: Applying): FormField[] {
  return [...about(applying), ...contact(applying)];
}

/** The pages of an application, in their order, by their names in addresses. */
export const STEPS = ["school", "reasons", "agree", "people", "together", "schools"] as const;
export type StepName = (typeof STEPS)[number];

/** One page of questions. `reads`: what somebody is to read before they answer. */
export interface Step {
  name: StepName;
  title: string;
  fields: readonly FormField[];
  reads: readonly string[];
}

/** The pages of an application for this programme by this school; what the service knows is not asked. */
export function stepsOf(applying: Applying): Step[] {
  const { application: page, texts } = applying.prospectus;
  const past = page.prior.value === "none" && applying.prospectus.stage !== "development" ? [] : history();
  const why = [...criteriaOf(applying), ...reasonsOf(applying)];
  const steps: Step[] = [
    { name: "school", title: "Your school", fields: [...about(applying), ...address(applying)], reads: [] },
    {
      name: "reasons",
      title: why.length === 0 ? "What your school has been through" : "Why your school wishes to take part",
      fields: [...why, ...past],
      reads: [],
    },
    {
      name: "agree",
      title: "What your school takes on",
      fields: [...statementsOf(applying), ...promisesOf(applying)],
      reads: texts.expectations,
    },
    { name: "people", title: "Whom we write to", fields: [...contact(applying), ...headteacher(applying)], reads: [] },
    ...(page.group.value
      ? [
          { name: "together" as const, title: "Together with other schools", fields: wished(), reads: [] },
          { name: "schools" as const, title: "Schools to be placed with", fields: partners(), reads: [] },
        ]
      : []),
  ];
  return steps.filter(({ fields }) => fields.length > 0);
}

function criteriaOf({ prospectus }: Applying): FormField[] {
  const { criteria } = prospectus.application;
  if (criteria === null) return [];
  return [
    {
      kind: "many-of",
      name: "criteria",
      label: "Which of these are true of your school?",
      hint: "Tick all that apply; at least one is needed.",
      blank: "Tick at least one that is true of your school",
      required: true,
      choices: criteria.value.map(({ code, text }) => ({ value: code, words: text })),
    },
  ];
}

function reasonsOf({ prospectus }: Applying): FormField[] {
  const most = prospectus.application.reasonsMostWords;
  if (most === null) return [];
  return [
    {
      kind: "words",
      name: "reasons",
      label: "Why does your school wish to take part, and why is it suitable?",
      hint: `Up to ${most.value} words.`,
      blank: "Say why your school wishes to take part, and why it is suitable",
      required: true,
      mostWords: most.value,
    },
  ];
}

const statementsOf = ({ prospectus }: Applying): FormField[] =>
  (prospectus.application.statements?.value ?? []).map(({ code, text }) => ({
    kind: "tick" as const,
    name: `statements.${code}`,
    label: text,
    required: true,
  }));

function promisesOf({ prospectus }: Applying): FormField[] {
  const support = prospectus.application.seniorLeaderSupport.value;
  const leads = { name: "seniorLeaderSupports", required: true };
  const understands: FormField = {
    kind: "tick",
    name: "understandsExpectations",
    label: "We understand the aims and expectations of the programme",
    blank: "Tick that your school understands what is expected of it",
    required: true,
  };
  const who = "the headteacher or a member of the senior leadership team";
  if (support === "required")
    return [
      understands,
      {
        ...leads,
        kind: "tick",
        label: "The headteacher or a member of the senior leadership team supports this application",
        blank: `Tick that ${who} supports this application`,
      },
    ];
  if (support !== "expected") return [understands];
  return [
    understands,
    {
      ...leads,
      kind: "yes-no",
      label: "Does the headteacher or a member of the senior leadership team support this application?",
      blank: `Say whether ${who} supports this application`,
    },
  ];
}

/** Of a school that the register knows, the register's word counts: it is not asked for. */
function address({ school }: Applying): FormField[] {
  if (school?.source === "register" && school.address !== null && school.postcode !== null) return [];
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
            blank: "Choose your Maths Hub",
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
            blank: "Say how your school is funded",
            required: true,
            choices: [
              { value: "state", words: "By the state" },
              { value: "independent", words: "Independent" },
            ],
          },
        ]),
  ];
}

/** Who gets the letters: whoever fills in the form, or somebody at the school, where its hub does. */
function contact({ hub }: Applying): FormField[] {
  const [whose, write] = hub === null ? ["Your", "your"] : ["The contact’s", "the contact’s"];
  return [
    {
      kind: "line",
      name: "contact.firstName",
      label: `${whose} first name`,
      required: false,
      hint: "One of the two names is enough.",
      blank: `Enter ${write} first name, or ${write} last name`,
    },
    { kind: "line", name: "contact.lastName", label: `${whose} last name`, required: false, blank: null },
    {
      kind: "email",
      name: "contact.email",
      label: `${whose} e-mail address`,
      required: true,
      hint: "Letters about this application go there.",
    },
    {
      kind: "telephone",
      name: "contact.telephone",
      label: `${whose} telephone number`,
      required: false,
      hint: "Where the hub may call you about it.",
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

function wished(): FormField[] {
  return [
    {
      kind: "yes-no",
      name: "group.wished",
      label: "Would your school like to be considered together with other schools?",
      hint: "Each school still applies for itself. If yes, you name up to three on the next page.",
      blank: "Say whether your school would like to be considered together with others",
      required: true,
    },
  ];
}

/** The schools are chosen by a search (partners-page.ts): no page shows these fields as they are. */
function partners(): FormField[] {
  return PARTNERS.flatMap((index): FormField[] => [
    {
      kind: "line",
      name: `group.schools.${index}.urn`,
      label: "A school that you would like to be placed with",
      required: false,
    },
    {
      kind: "line",
      name: `group.schools.${index}.relationship`,
      label: "How do you know each other?",
      required: false,
    },
  ]);
}
