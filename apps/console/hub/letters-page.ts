// Pages of letters to many: what one would come to, what became of one, and all of them.

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
import type { GroupNaming } from "../../../libs/words/group-name.ts";
import { sentenceOfRejection } from "../../../libs/words/rejection.ts";
import { carried, hidden, type FormState } from "../form-page.ts";
import { html, type Html } from "../html.ts";
import { letterShown } from "../letter-shown.ts";
import { day, inWords, moment, toPerson } from "../words.ts";

/** Somebody, with what became of theirs; `became`: null while nothing was sent off. */
interface PersonLine {
  words: string;
  became: { words: string; late: boolean } | null;
}
/** Who of a school gets it. `because`: why it did not come to the school. */
interface SchoolLine {
  href: string;
  name: string;
  because: string | null;
  people: readonly PersonLine[];
}
/** Who gets it, school by school, and who does not. */
interface Readers {
  schools: readonly SchoolLine[];
  passedOver: readonly { href: string; name: string; why: string }[];
}

/** What template letter-looked.njk is filled with. `as`: as whom one of its readers has it. */
export interface LookedView extends Readers {
  people: string;
  schoolCount: string;
  action: string;
  hidden: Html;
  as: string | null;
  letter: Html;
}

/** What was looked at: how many, who, the letter; and the way to send it. `plan`: these very people. */
export function lookedView(
  seen: LetterSeen & { letter: Letter; plan: string },
  state: Pick<FormState, "action" | "token" | "key" | "typed">,
  called: GroupNaming,
): LookedView {
  const { people, schoolCount, schools, letter, plan } = seen;
  return {
    people: count(people, "person", "people"),
    schoolCount: count(schoolCount, "school"),
    action: state.action,
    hidden: html`${hidden(state)}${carried({ ...state.typed, change: undefined, plan })}`,
    as: schools.some((one) => one.people.length > 0) ? readerOf(schools) : null,
    letter: letterShown(letter),
    ...readersOf(seen, called),
  };
}

/** What template letter.njk is filled with. `toCome`: schools that it has still to reach; `lines`: null: unreadable. */
export interface LetterView extends Readers {
  writtenOn: string;
  byMe: boolean;
  chosen: string;
  people: string;
  schoolCount: string;
  toCome: string | null;
  subject: string;
  lines: readonly string[] | null;
}

/** What became of one. `mine`: they wrote it themselves. */
export function letterView(seen: LetterSeen, mine: boolean, called: GroupNaming): LetterView {
  const { people, schoolCount, schools, finished, subject, text, at, chosen } = seen;
  const waiting = schools.filter(({ outcome }) => outcome === "waiting").length;
  return {
    writtenOn: moment(at),
    byMe: mine,
    chosen: chosenInWords(chosen, called),
    people: count(people, "person", "people"),
    schoolCount: count(schoolCount, "school"),
    toCome: finished || waiting === 0 ? null : count(waiting, "school"),
    subject: subject ?? "",
    lines: text === null ? null : text.split(/\r?\n/u).filter((line) => line.trim() !== ""),
    ...readersOf(seen, called),
  };
}

/** What template letters.njk is filled with. */
export interface LettersView {
  letters: readonly { href: string; subject: string; on: string; to: string; howMany: string; finished: boolean }[];
}

/** All of them, the latest first. */
export const lettersView = (letters: readonly LetterInShort[], called: GroupNaming): LettersView => ({
  letters: letters.map(({ id, subject, at, chosen, people, schoolCount, finished }) => ({
    href: `/letters/${id}`,
    subject: subject ?? "A letter whose words cannot be read",
    on: day(at),
    to: chosenInWords(chosen, called),
    howMany: `${count(people, "person", "people")} of ${count(schoolCount, "school")}`,
    finished,
  })),
});

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

function readersOf({ schools, passedOver }: LetterSeen, called: GroupNaming): Readers {
  return {
    schools: schools.map((school) => ({
      href: `/journeys/${school.journey}`,
      name: nameOf(school),
      because: school.because === null ? null : sentenceOfRejection(school.because, toPerson(called)),
      people: [
        ...school.people.map(personLine),
        ...school.elsewhere.map((one) => ({
          words: `${inWords(one.role)}: with the letter to ${nameOf(one)}`,
          became: null,
        })),
      ],
    })),
    passedOver: passedOver.map((one) => ({ href: `/journeys/${one.journey}`, name: nameOf(one), why: whyNot(one) })),
  };
}

function personLine({ role, name, standsInFor, also, became }: PersonOfLetter): PersonLine {
  const who = name === null ? inWords(role) : `${name}, ${roleName(role)}`;
  const instead = standsInFor.length === 0 ? "" : `, for the ${listed(standsInFor.map(roleName))}`;
  const others = also.length === 0 ? "" : `, also for ${listed(also.map(nameOf))}`;
  return {
    words: `${who}${instead}${others}`,
    became: became === null ? null : { words: BECAME[became], late: became === "came-back" },
  };
}

function whyNot({ why, role }: LetterSeen["passedOver"][number]): string {
  if (why === "nobody") return "no e-mail address of theirs is known";
  return `${role === null ? "they have" : `the ${roleName(role)} has`} asked for no reminders`;
}
