// The page behind a link in a letter: as whom, about what, and a form for each choice. Where the link is not open any
// more, how it stands and the way on.

import { dateWithWeekday } from "../../../libs/calendar/long-dates.ts";
import { commitmentName, hubName, roleName } from "../../../libs/letters/words.ts";
import { ACTS_OF, TEACHERS, type Act, type OpenedLink } from "../../../libs/service/answers/answers.ts";
import type { Fault } from "../faults.ts";
import { fieldShown } from "../form-controls.ts";
import type { FormField, Typed } from "../form-fields.ts";
import { faultSummary, hidden, idOf } from "../form-page.ts";
import type { Html } from "../html.ts";
import { button } from "../look/parts.ts";
import { inWords } from "../words.ts";

/** What was sent last, and why it was turned down; null for a page that is only looked at. */
export interface Tried {
  act: Act;
  typed: Typed;
  faults: readonly Fault[];
}

const REASON: FormField = { kind: "words", name: "reason", label: "Why", required: false };

/** The fields of a choice. */
export function fieldsOfAct(act: Act, { commitment, roles }: OpenedLink): readonly FormField[] {
  switch (act) {
    case "done": {
      const on: FormField = { kind: "date", name: "on", label: "On which day", required: true };
      if (isRelease({ commitment })) {
        const hint = "Halves are allowed: 2.5";
        return [
          {
            kind: "number",
            name: "days",
            label: "Days on which you were released",
            hint,
            required: true,
            step: 0.5,
            most: 200,
          },
          { ...on, label: "Up to which day" },
        ];
      }
      return [
        on,
        { ...REASON, label: "Why it is recorded now", hint: "Only where a meeting before it is still to come." },
      ];
    }
    case "ask":
      return [{ kind: "date", name: "dueOn", label: "A day that would do", required: false }, REASON];
    case "decline":
    case "no":
      return [REASON];
    case "named":
      return TEACHERS.flatMap((which, index) => teacherFields(which, index === 0 ? "First" : "Second", roles));
    default:
      return [];
  }
}

/** One of the teachers to come. What makes somebody fit is said by tick, as where a school has signed in. */
function teacherFields(which: string, place: string, roles: OpenedLink["roles"]): FormField[] {
  const of = (name: string, label: string) => ({ name: `${which}.${name}`, label: `${place} teacher: ${label}` });
  const must = { required: place === "First" };
  return [
    { kind: "line", ...of("firstName", "first name"), ...must },
    { kind: "line", ...of("lastName", "last name"), ...must },
    { kind: "email", ...of("email", "e-mail address"), ...must },
    {
      kind: "select",
      ...of("role", "as what"),
      ...must,
      choices: roles.map((value) => ({ value, words: inWords(value) })),
    },
    { kind: "tick", ...of("experienced", "is experienced, with substantial responsibility"), required: false },
    { kind: "tick", ...of("authority", "has the authority to make change happen"), required: false },
    { kind: "tick", ...of("releasedForAllSessions", "will be released for all sessions"), required: false },
  ];
}

const isRelease = ({ commitment }: Pick<OpenedLink, "commitment">): boolean => commitment?.kind === "release-days";

interface ActWords {
  button: string;
  says: string;
  warns?: true;
  /** Once it is done. */
  done: string;
}

const WORDS: Readonly<Record<Act, ActWords>> = {
  done: {
    button: "Say that it is done",
    says: "Tell your Maths Hub on which day it was done.",
    done: "Thank you. It is recorded as done.",
  },
  ask: {
    button: "Ask for another date",
    says: "Your Maths Hub is asked, and answers. Until then the date stays as it is.",
    done: "Thank you. Your Maths Hub has been asked. Until it answers, the date stays as it is.",
  },
  accept: {
    button: "Accept the place",
    says: "Your school takes the place that it was offered.",
    done: "Thank you. The place is accepted; your Maths Hub sees to the rest.",
  },
  decline: {
    button: "Decline the place",
    says: "Your school does not take the place; it goes to another school.",
    warns: true,
    done: "The place is declined. If that was a mistake, tell your Maths Hub: it can be taken back.",
  },
  same: {
    button: "Yes, with the same teachers as now",
    says: "Your school goes on, and the teachers who take part now do so next year.",
    done: "Thank you. Your school goes on next year.",
  },
  named: {
    button: "Yes, with these teachers",
    says:
      "Your school goes on, with teachers whom you name here. They get the letters of that year. The second may stay " +
      "empty; others are named once the school signs in.",
    done: "Thank you. Your school goes on next year, with the teachers whom you have named.",
  },
  later: {
    button: "Yes, and we name the teachers later",
    says: "Your school goes on. Sign in to name who takes part, or wait: we ask you once the year begins.",
    done: "Thank you. Your school goes on next year. Sign in to name its teachers, or wait until we ask.",
  },
  no: {
    button: "No, not next year",
    says: "Your school does not go on next year. The year that is under way goes on to its end.",
    warns: true,
    done:
      "Thank you. Your school does not go on next year. If that was a mistake, tell your Maths Hub: it can " +
      "invite you again.",
  },
  stop: {
    button: "Send me no more reminders this term",
    says:
      "Reminders about this school stop for you until the term ends, and go to others at your school. News, " +
      "invitations and decisions still reach you.",
    done: "You get no more reminders about this school until the term ends.",
  },
  "not-me": {
    button: "I am not the person to write to",
    says:
      "Letters about this school stop for you, and the Maths Hub finds out who comes in your place. Your other " +
      "schools, if you have any, are not touched.",
    warns: true,
    done: "Thank you. Letters about this school do not come to you any more.",
  },
};

const ENDED: Readonly<Record<Exclude<OpenedLink["standing"], "open">, string>> = {
  settled: "This has been answered already, here or elsewhere. There is nothing more to do.",
  over: "The time for this answer has passed, so the link does nothing any more.",
  revoked: "Your Maths Hub has put an end to this link, so it does nothing any more.",
  gone: "This link was for somebody who is not a contact of this school any more, so it does nothing.",
};

/** One choice, as a form of its own. */
interface ChoiceView {
  says: string;
  act: Act;
  fields: readonly Html[];
  button: Html;
}
/**
 * What template answer.njk is filled with. `done`: what has just been done; `ended`: why there is nothing to do here;
 * `asWhom`: as who the answer counts.
 */
export interface AnswerView {
  faults: Html | null;
  done: string | null;
  ended: string | null;
  school: string;
  asWhom: string | null;
  choices: readonly ChoiceView[];
  action: string;
  hidden: Html;
  hub: string;
}

/** The page as the link stands. `key`: of its forms; `done`: what has just been done here. */
export function answerView(
  opened: OpenedLink,
  { action, key }: { action: string; key: string },
  tried: Tried | null,
  done: Act | null,
): { title: string; view: AnswerView } {
  const { standing, school, hub, thing } = opened;
  const acts = ACTS_OF[thing.what];
  const view: AnswerView = {
    faults: faultSummary(tried?.faults ?? []),
    done: null,
    ended: null,
    school,
    asWhom: null,
    choices: [],
    action,
    hidden: hidden({ token: "", key }),
    hub: hubName(hub),
  };
  const words = done !== null && acts.includes(done) ? WORDS[done].done : null;
  // Days of release may be said more than once, until there are as many as were promised.
  if (words !== null && (standing === "settled" || (standing === "open" && isRelease(opened))))
    return { title: "Thank you", view: { ...view, done: words } };
  if (standing !== "open") {
    const title = standing === "settled" ? "Answered already" : "This link has ended";
    return { title, view: { ...view, ended: ENDED[standing] } };
  }
  return {
    title: titleOf(opened),
    view: {
      ...view,
      asWhom: `${whoOf(opened)} of ${school} (URN ${opened.urn})`,
      choices: acts.map((act) => choiceOf(act, opened, tried)),
    },
  };
}

function choiceOf(act: Act, opened: OpenedLink, tried: Tried | null): ChoiceView {
  const mine = tried?.act === act ? tried : null;
  const { says, button: words, warns } = WORDS[act];
  const state = { typed: mine?.typed ?? {}, faults: mine?.faults ?? [] };
  return {
    says,
    act,
    fields: fieldsOfAct(act, opened).map((field) => fieldShown(field, idIn(act, field.name, tried), state)),
    button: button(words, { look: warns === true ? "warns" : "main" }),
  };
}

/** The summary of faults leads to the fields of the form that was sent; those of the others have ids of their own. */
const idIn = (act: Act, name: string, tried: Tried | null): string =>
  tried?.act === act ? idOf(name) : `${idOf(name)}-${act}`;

function titleOf({ thing, commitment }: OpenedLink): string {
  const name = commitment === null ? "" : commitmentName(commitment, "your");
  const due = commitment === null ? "" : `, due by ${dateWithWeekday(commitment.dueOn)}`;
  switch (thing.what) {
    case "done":
      return `Done: ${name}`;
    case "another-date":
      return `Another date: ${name}${due}`;
    case "place":
      return `The place for your school: answer by ${dateWithWeekday(thing.respondBy)}`;
    case "next-year":
      return "Does your school go on next year?";
    case "not-next-year":
      return "Your school does not go on next year";
    case "no-reminders":
      return "No more reminders this term";
    case "not-me":
      return "Not the person to write to";
    default:
      return thing satisfies never;
  }
}

/** The reader by their part, never by their name: whoever has the link sees this. */
function whoOf({ part }: OpenedLink): string {
  if (part === null) return "somebody";
  if (part === "applicant" || part === "headteacher") return `the ${roleName(part)}`;
  return `the ${inWords(part).toLowerCase()}`;
}
