// The form of a letter to many: what it asks, and how it stands on its page.

import type { LocalDate } from "../../../libs/calendar/instants.ts";
import { LETTER_TO, type LetterTo } from "../../../libs/journey/decide/letter.ts";
import type { GroupNaming } from "../../../libs/words/group-name.ts";
import type { Page } from "../desk.ts";
import type { Choice, FormField } from "../form-fields.ts";
import type { FormState } from "../form-page.ts";
import { formShown } from "../form-view.ts";
import { day, inWords } from "../words.ts";

/** What can be chosen: groups and themes by code, and the sessions of each group. */
export interface LetterChoices {
  groups: readonly string[];
  called: GroupNaming;
  themes: readonly { code: string; text: string }[];
  sessions: readonly { workGroup: string; code: string; on: LocalDate }[];
}

const TO: Record<LetterTo, string> = {
  teachers: "The teachers who take part",
  headteacher: "The headteacher",
  applicant: "The person who applied",
};

/** What the form of a letter asks. */
export function letterFields({ groups, themes, sessions, called }: LetterChoices): FormField[] {
  const theme: FormField[] =
    themes.length === 0
      ? []
      : [
          {
            kind: "select",
            name: "theme",
            label: "Schools that have chosen this theme",
            required: false,
            choices: themes.map(({ code, text }) => ({ value: code, words: text })),
          },
        ];
  const ofSessions = sessions.map(({ workGroup, code, on }): Choice => ({
    value: `${workGroup}/${code}`,
    words: `${called(workGroup)}: ${inWords(code)}, ${day(on)}`,
  }));
  return [
    {
      kind: "select",
      name: "workGroup",
      label: "Schools of this Work Group",
      hint: "Choose a group, a theme, or schools that owe something. What you choose together must all fit.",
      required: false,
      choices: groups.map((id) => ({ value: id, words: called(id) })),
    },
    ...theme,
    { kind: "tick", name: "owing", label: "Only schools that owe something: missed, or due by now", required: false },
    {
      kind: "many-of",
      name: "to",
      label: "To whom of each school?",
      required: true,
      choices: LETTER_TO.map((value) => ({ value, words: TO[value] })),
    },
    { kind: "line", name: "subject", label: "What is it about?", hint: "One line.", required: true },
    {
      kind: "words",
      name: "text",
      label: "The letter",
      hint:
        "Plain words. Each line is a paragraph; lines that begin with a hyphen are a list. We add the greeting, and " +
        "whom to ask.",
      required: true,
    },
    ...(ofSessions.length === 0
      ? []
      : [
          {
            kind: "select" as const,
            name: "session",
            label: "It is news of a session",
            hint: "Then it also reaches those who have asked for no reminders, and schools that have paused.",
            required: false,
            choices: ofSessions,
          },
        ]),
  ];
}

/** The page of the form. */
export const letterForm = (fields: readonly FormField[], state: FormState): Page => ({
  title: "Write to many",
  body: formShown(fields, state, {
    says: "You see who gets it, and the letter itself, before it goes.",
    button: "Look at it first",
  }),
  back: { href: "/letters", words: "All letters" },
});
