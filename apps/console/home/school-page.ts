// Where somebody of a school begins: first what it is to do, by when, with one button; then what is next, then the
// rest.

import { dateWithWeekday } from "../../../libs/calendar/long-dates.ts";
import { whenHeld, whereHeld } from "../../../libs/letters/held.ts";
import { commitmentName, commitmentTodo, hubName } from "../../../libs/letters/words.ts";
import type { OwnDate, OwnJourney } from "../../../libs/service/journeys/at-a-glance.ts";
import { slugOf } from "../../../libs/service/commands/journey-commands.ts";
import { recordedBy } from "../journeys/year-page.ts";
import { day, inWords } from "../words.ts";

type ToDo = OwnJourney["toDo"][number];

/** One thing to do. `by`: in words, with whether that day has passed. */
export interface Thing {
  title: string;
  by: string;
  late: boolean;
  says: string;
  button: { words: string; href: string };
  other: { words: string; href: string } | null;
}
/** What is to come. */
export interface ComingDate {
  title: string;
  when: string;
  where: string | null;
  link: string | null;
}
/** One journey, as template school.njk has it. `first`: null where nothing is to be done. */
export interface SchoolJourney {
  id: string;
  name: string;
  stands: string;
  first: Thing | null;
  nothing: string;
  then: readonly Thing[];
  dates: readonly ComingDate[];
  all: string;
}
/** What template school.njk is filled with. */
export interface SchoolView {
  journeys: readonly SchoolJourney[];
  apply: string;
  schools: string | null;
}

const MOST_THINGS = 5;
const MOST_DATES = 4;

/** The page of one school. `urn`: where somebody speaks for several, and came from all of them. */
export function schoolView(journeys: readonly OwnJourney[], urn: string | null): SchoolView {
  return {
    journeys: journeys.map(journeyOf),
    apply: urn === null ? "/apply" : `/apply?urn=${urn}`,
    schools: urn === null ? null : "/",
  };
}

function journeyOf(own: OwnJourney): SchoolJourney {
  const { row, toDo, dates, today } = own;
  const things = toDo.map((one) => thingOf(one, row.id));
  return {
    id: row.id,
    name: nameOf(own),
    stands: standsIn(own),
    first: things[0] ?? null,
    nothing: "There is nothing that your school has to do now.",
    then: things.slice(1, 1 + MOST_THINGS),
    // What the school itself has to do stands above already.
    dates: dates
      .filter(({ on, due }) => on >= today && due?.by !== "school")
      .slice(0, MOST_DATES)
      .map(comingOf),
    all: `/journeys/${row.id}`,
  };
}

/** What the school is called, with its phase. */
export const nameOf = ({ row, school }: Pick<OwnJourney, "row" | "school">): string =>
  school ?? `School ${row.urn} (${row.phase})`;

function comingOf({ on, title, held, place, link, due, meets }: OwnDate): ComingDate {
  if (due !== undefined) return { title: due.name, when: `By ${dateWithWeekday(on)}`, where: null, link: null };
  const { startsAt, endsAt } = held;
  const times = { ...(startsAt !== undefined && { startsAt }), ...(endsAt !== undefined && { endsAt }) };
  const online = held.where === "online";
  const what = startsAt === undefined ? "the time and the place" : "the place";
  const unknown = meets === true ? `your Work Group lead tells you ${what}` : null;
  const where = whereHeld({ place, online }) ?? unknown;
  return { title, when: whenHeld({ on, ...times }), where, link: online ? link : null };
}

/** What is to be done, where, and by when. */
export function thingOf(one: ToDo, journey: string): Thing {
  const at = (command: string, which = ""): string => `/journeys/${journey}/${slugOf(command)}${which}`;
  const about = { by: byWhen(one), late: one.late, other: null };
  switch (one.what) {
    case "answer-offer":
      return {
        ...about,
        title: "Accept or decline the place",
        says: "Your school is offered a place. With it, it takes on what the programme expects.",
        button: { words: "Accept the place", href: at("AcceptOffer") },
        other: { words: "Decline the place", href: at("DeclineOffer") },
      };
    case "answer-hub":
      return {
        ...about,
        title: "Answer what your Maths Hub asked",
        says: "Your application waits for it.",
        button: { words: "Read the question and answer", href: at("ProvideInformation") },
      };
    case "name-teachers":
      return {
        ...about,
        title: teachersToName(one.missing),
        says: "They get the dates, and letters about the year go to them.",
        button: { words: "Name a teacher", href: at("NominateParticipant") },
      };
    case "say-next-year":
      return {
        ...about,
        title: "Say whether your school goes on next year",
        says: "Your Maths Hub has invited it to its next stage.",
        button: { words: "Say that it goes on", href: at("ConfirmNextStage") },
        other: { words: "It does not go on", href: at("DeclineOffer") },
      };
    case "keep":
      return keepingOf(one, journey, about);
    default:
      return one satisfies never;
  }
}

function keepingOf(
  { promise, late }: Extract<ToDo, { what: "keep" }>,
  journey: string,
  about: Pick<Thing, "by" | "late" | "other">,
): Thing {
  const way = recordedBy(promise.kind);
  const which = promise.kind === "gap-task" ? `?commitment=${promise.code}` : "";
  const words = promise.kind === "theme" ? "Choose the theme" : "Say that it is done";
  return {
    ...about,
    title: commitmentName(promise),
    says: commitmentTodo(promise, late),
    button:
      way === null
        ? { words: "See what you can do", href: `/journeys/${journey}` }
        : { words, href: `/journeys/${journey}/${slugOf(way)}${which}` },
  };
}

function teachersToName(missing: number): string {
  if (missing === 0) return "Name a teacher who fits the place that is still open";
  return missing === 1 ? "Name the teacher who takes part" : `Name your ${missing === 2 ? "two" : missing} teachers`;
}

/** `by Monday 14 September 2020`, `was due on 1 March 2021`; nothing where no day is set. */
export function byWhen({ by, late }: Pick<ToDo, "by" | "late">): string {
  if (by === null) return "";
  return late ? `was due on ${day(by)}` : `by ${dateWithWeekday(by)}`;
}

/** Where the journey stands, in a sentence. */
export function standsIn({ row, state }: Pick<OwnJourney, "row" | "state">): string {
  const hub = hubName(row.hub);
  const year = row.stage === null ? "the programme" : `${inWords(row.stage)} ${row.academicYear ?? ""}`;
  switch (state.status) {
    case "interested":
      return `${hub} knows that your school is interested, and writes when applications are taken.`;
    case "applied":
      return `${hub} has your application for ${year}, and answers it by letter.`;
    case "information-requested":
      return `${hub} has your application for ${year}, and has asked for more.`;
    case "waitlisted":
      return `Your school is on the waiting list of ${hub}, which writes when a place falls free.`;
    case "offered":
      return `${hub} offers your school a place in ${year}.`;
    case "accepted":
      return `Your school has accepted its place in ${year}; ${hub} finds it a Work Group.`;
    case "participating":
      return `Your school takes part in ${year} with ${hub}.`;
    case "paused": {
      const until = state.until === null ? "" : ` until ${day(state.until)}`;
      return `Your school rests from ${year}${until}: nothing is asked of it meanwhile.`;
    }
    default:
      return "Your school does not take part at present.";
  }
}
