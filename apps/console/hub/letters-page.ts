// Pages of letters to many: the form, what it would come to, what became of one, and all of them.

import type { LocalDate } from "../../../libs/calendar/instants.ts";
import { LETTER_TO, type LetterTo } from "../../../libs/journey/decide/letter.ts";
import { listed } from "../../../libs/journey/sentences.ts";
import type { Letter } from "../../../libs/letters/letter.ts";
import { count, roleName } from "../../../libs/letters/words.ts";
import type {
  LetterInShort,
  LetterSeen,
  PersonOfLetter,
  SchoolSeen,
} from "../../../libs/service/letters/letter-seen.ts";
import { sentenceOfRejection } from "../../../libs/words/rejection.ts";
import type { Choice, FormField } from "../form-fields.ts";
import { carried, hidden, type FormState } from "../form-page.ts";
import { formShown } from "../form-view.ts";
import type { GroupNaming } from "../../../libs/words/group-name.ts";
import { html, type Html } from "../html.ts";
import { letterShown } from "../letter-shown.ts";
import { day, inWords, moment, toPerson } from "../words.ts";

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

/** The form. */
export function letterForm(fields: readonly FormField[], state: FormState): Html {
  return html`<p>You see who gets it, and the letter itself, before it goes.</p>${formShown(fields, state, {
    button: "Look at it first",
  })}<p><a href="/letters">All letters</a></p>`;
}

/** What was looked at: how many, who, the letter; and the way to send it. `plan`: these very people. */
export function lookedPage(
  seen: LetterSeen & { letter: Letter; plan: string },
  state: Pick<FormState, "token" | "key" | "typed">,
  called: GroupNaming,
): Html {
  const { people, schoolCount, schools, passedOver, letter, plan } = seen;
  const button = `Send it to ${count(people, "person", "people")}`;
  return html`<p class="note"><strong>Nothing has been sent yet.</strong> This letter goes to
    ${count(people, "person", "people")} of ${count(schoolCount, "school")}, one message each.</p>
<form class="form" method="post" action="/letters/new" novalidate>${hidden(state)}${carried({
    ...state.typed,
    change: undefined,
    plan,
  })}<p><button class="button first" name="confirm" value="yes">${button}</button> <button name="change"
  value="yes">Change it first</button></p></form>
<h2>The letter</h2>${
    schools.some((one) => one.people.length > 0)
      ? html`<p>As ${readerOf(schools)} has it. Only the greeting and the school differ for the others.</p>`
      : null
  }${letterShown(letter)}
<h2>Who gets it</h2>${table(schools, called)}${notTo(passedOver)}`;
}

/** What became of one. */
export function letterPage(seen: LetterSeen, mine: boolean, called: GroupNaming): Html {
  const { people, schoolCount, schools, passedOver, finished, subject, text, at, chosen } = seen;
  const waiting = schools.filter(({ outcome }) => outcome === "waiting").length;
  return html`<p>Written on ${moment(at)}${mine ? " by you" : ""}, to ${chosenInWords(chosen, called)}.
    ${count(people, "person", "people")} of ${count(schoolCount, "school")}, one message each.</p>${
      finished || waiting === 0
        ? null
        : html`<p class="note" role="status">${count(waiting, "school")} still to come: the service goes on by itself,
            within a few minutes. Load this page again to see how far it is.</p>`
    }<h2>What it says</h2>${
      text === null
        ? html`<p class="note">Its words cannot be read: no school has them yet, or they were erased.</p>`
        : html`<div class="note"><h3>${subject ?? ""}</h3>${text
            .split(/\r?\n/u)
            .filter((line) => line.trim() !== "")
            .map((line) => html`<p>${line}</p>`)}</div>`
    }<h2>What became of it</h2>${table(schools, called)}${notTo(passedOver)}<p><a href="/letters">All letters</a></p>`;
}

const WORDLESS = "A letter whose words cannot be read";
const HEADS = html`<thead><tr><th scope="col">Letter</th><th scope="col">Written on</th><th
  scope="col">To</th><th scope="col">How many</th></tr></thead>`;

/** All of them, the latest first. */
export function lettersPage(letters: readonly LetterInShort[], called: GroupNaming): Html {
  const line = ({ id, subject, at, chosen, people, schoolCount, finished }: LetterInShort): Html => {
    const to = chosenInWords(chosen, called);
    return html`<tr><th scope="row"><a href="/letters/${id}">${subject ?? WORDLESS}</a></th><td>${day(at)}</td><td>${to}
      </td><td>${count(people, "person", "people")} of ${count(schoolCount, "school")}${
        finished ? null : html`<small>Not all of them yet</small>`
      }</td></tr>`;
  };
  return html`<p>A letter that you write yourself, to people of many schools at once. It is in the record of each
    school.</p><p><a class="button first" href="/letters/new">Write to many</a></p>${
      letters.length === 0
        ? html`<p class="note">Nobody has written one yet.</p>`
        : html`<div class="wide"><table><caption>The latest first</caption>${HEADS}<tbody>${letters.map(
            line,
          )}</tbody></table></div>`
    }`;
}

function chosenInWords({ workGroup, theme, owing, to, session }: LetterInShort["chosen"], called: GroupNaming): string {
  const which = [
    ...(workGroup === undefined ? [] : [`of ${called(workGroup)}`]),
    ...(theme === undefined ? [] : [`with the theme “${inWords(theme)}”`]),
    ...(owing === true ? ["that owe something"] : []),
  ];
  const whom = LETTER_TO.filter((one) => to.includes(one)).map((one) => WHOM[one]);
  return (
    `${listed(whom)} of schools ${listed(which)}` + (session === undefined ? "" : `, as news of ${inWords(session)}`)
  );
}

const WHOM: Record<LetterTo, string> = {
  teachers: "the teachers",
  headteacher: "the headteacher",
  applicant: "who applied",
};

const nameOf = ({ school, urn }: { school: string | null; urn: string }): string => school ?? `School ${urn}`;

function readerOf(schools: readonly SchoolSeen[]): string {
  const school = schools.find(({ people }) => people.length > 0);
  const [person] = school?.people ?? [];
  return person?.name ?? `the ${roleName(person?.role ?? "applicant")}`;
}

const BECAME: Record<NonNullable<PersonOfLetter["became"]>, string> = {
  "on-its-way": "On its way",
  sent: "Sent",
  "came-back": "Came back: see the school’s tasks",
  stalled: "Cannot be sent at present; the service tries again",
  "not-sent": "Not sent: they cannot be written to any more, or the school takes part no more",
};

function table(schools: readonly SchoolSeen[], called: GroupNaming): Html {
  const personLine = ({ role, name, standsInFor, also, became }: PersonOfLetter): Html =>
    html`<li>${name === null ? inWords(role) : `${name}, ${roleName(role)}`}${
      standsInFor.length === 0 ? null : `, for the ${listed(standsInFor.map(roleName))}`
    }${also.length === 0 ? null : `, also for ${listed(also.map(nameOf))}`}${
      became === null ? null : html` <span class="tag${became === "came-back" ? " late" : ""}">${BECAME[became]}</span>`
    }</li>`;
  const line = (school: SchoolSeen): Html =>
    html`<tr><th scope="row"><a href="/journeys/${school.journey}">${nameOf(school)}</a></th><td>${
      school.because === null ? null : html`<p>${sentenceOfRejection(school.because, toPerson(called))}</p>`
    }<ul>${school.people.map(personLine)}${school.elsewhere.map(
      (one) => html`<li>${inWords(one.role)}: with the letter to ${nameOf(one)}</li>`,
    )}</ul></td></tr>`;
  return html`<div class="wide"><table><thead><tr><th scope="col">School</th><th scope="col">To
    whom</th></tr></thead><tbody>${schools.map(line)}</tbody></table></div>`;
}

function notTo(passedOver: LetterSeen["passedOver"]): Html | null {
  if (passedOver.length === 0) return null;
  return html`<h2>Who does not get it</h2><ul>${passedOver.map(
    (one) =>
      html`<li><a href="/journeys/${one.journey}">${nameOf(one)}</a>: ${
        one.why === "nobody"
          ? "no e-mail address of theirs is known"
          : `${one.role === null ? "they have" : `the ${roleName(one.role)} has`} asked for no reminders`
      }</li>`,
  )}</ul>`;
}
