// One Work Group: what waits there first, then its sessions, its schools and who waits; what can be done by task, and
// apart what ends or costs something.

import { timesOfDay } from "../../../libs/calendar/long-dates.ts";
import type { LocalDate } from "../../../libs/calendar/instants.ts";
import { slugOf } from "../../../libs/service/commands/journey-commands.ts";
import type { GroupFacts } from "../../../libs/service/work-groups/group-facts.ts";
import type { GroupSeen, SessionSeen } from "../../../libs/service/work-groups/group-in-full.ts";
import { turnInWords } from "../../../libs/work-group/describe.ts";
import type { SummaryListOptions } from "../look/options.ts";
import { day, inWords, low, moment, programmeAndPhase } from "../words.ts";
import { GROUP_WORDS, type GroupAction } from "./group-actions.ts";

interface Way {
  words: string;
  href: string;
  /** Read aloud after its words. */
  whose: string;
}
interface SessionLine {
  name: string;
  on: string;
  at: string;
  how: string;
  place: string;
  link: string;
  status: { words: string; look: string };
  ways: readonly Way[];
}

/** What template group.njk is filled with. */
export interface GroupView {
  done: string | null;
  passedOver: string;
  warnings: readonly string[];
  main: { words: string; href: string } | null;
  facts: SummaryListOptions["rows"];
  sessions: readonly SessionLine[];
  schools: readonly {
    name: string;
    href: string;
    place: string;
    since: string;
    teachers: readonly { name: string; role: string }[];
    ways: readonly Way[];
  }[];
  /** Where several of them are chosen for one thing; null for who does nothing here. */
  several: string | null;
  visits: boolean;
  waitlist: readonly { name: string; href: string; turn: string }[];
  applications: readonly { name: string; href: string; offer: string }[];
  others: readonly { title: string; links: readonly Omit<Way, "whose">[] }[];
  ends: readonly Omit<Way, "whose">[];
}

/** What was just done, in words; the schools that it passed over, with why; and the day in London. */
export interface GroupLook {
  done: string | null;
  skipped: readonly { journey: string; why: string }[];
  today: LocalDate;
  /** Where this person has the list of schools. */
  schools: string;
}

/** The view model. `now`: what this person may do with it. */
export function groupView(facts: GroupFacts, now: readonly GroupAction[], look: GroupLook): GroupView {
  const { group } = facts;
  const decide = group.below === null ? [] : [`What becomes of it is to be decided by ${day(group.below)}.`];
  return {
    done: look.done,
    passedOver: look.skipped.map(({ journey, why }) => `${nameIn(facts, journey)} (${why})`).join(", "),
    warnings: [...(group.warning === null ? [] : [group.warning]), ...decide],
    main: mainOf(facts, now, look.today),
    facts: factsOf(facts),
    sessions: group.sessions.map((one) => sessionLine(group.id, one, now)),
    schools: schoolsOf(facts, now),
    several: now.length > 0 && group.schools.length > 0 ? `${look.schools}?group=${group.id}` : null,
    visits: now.includes("BookSupportVisit"),
    waitlist: group.waitlist.map((one) => ({
      name: nameIn(facts, one.journey),
      href: `/journeys/${one.journey}`,
      turn: turnInWords(one, moment),
    })),
    applications: now.includes("ChangeLead")
      ? facts.applications.map((journey) => ({
          name: nameIn(facts, journey),
          href: `/journeys/${journey}`,
          offer: `/journeys/${journey}/offer-place?workGroup=${group.id}`,
        }))
      : [],
    ...furtherOf(group, now),
  };
}

/** What is called first: the oldest register that is due, else what is to be decided of the group. */
function mainOf({ group }: GroupFacts, now: readonly GroupAction[], today: LocalDate): GroupView["main"] {
  const due = group.sessions.find(({ status, on }) => status === "scheduled" && on <= today);
  if (due !== undefined && now.includes("TakeRegister"))
    return {
      words: `Take the register of ${low(due.code)}, ${day(due.on)}`,
      href: `/groups/${group.id}/take-register?session=${due.code}`,
    };
  return now.includes("DecideGroup")
    ? { words: GROUP_WORDS.DecideGroup.title, href: `/groups/${group.id}/${slugOf("DecideGroup")}` }
    : null;
}

function factsOf({ group, lead }: GroupFacts): GroupView["facts"] {
  const row = (term: string, text: string) => ({ key: { text: term }, value: { text } });
  const programmes = [group.prospectus, ...group.also].map(programmeAndPhase);
  const role = inWords(group.leadRole);
  return [
    row("Programme", programmes.join("; also ")),
    row("Lead", lead === null ? `${role}, not on the list of the hub’s staff` : `${lead}, ${role.toLowerCase()}`),
    row("Places", placesInWords(group)),
    row("It meets", inWords(group.delivery)),
  ];
}

const LOOKS: Readonly<Record<string, string>> = { held: "govuk-tag--green", cancelled: "govuk-tag--red" };
const STANDS: Readonly<Record<string, string>> = { held: "Held", cancelled: "Called off", scheduled: "To come" };

function sessionLine(group: string, one: SessionSeen, now: readonly GroupAction[]): SessionLine {
  const { code, status, where, place, link } = one;
  const way = (name: GroupAction, words: string): Way[] =>
    now.includes(name)
      ? [{ words, href: `/groups/${group}/${slugOf(name)}?session=${code}`, whose: `: ${low(code)}` }]
      : [];
  const print = now.includes("TakeRegister")
    ? [{ words: "Print a register", href: `/groups/${group}/print-register?session=${code}`, whose: `: ${low(code)}` }]
    : [];
  return {
    name: inWords(code),
    on: day(one.on),
    at: one.startsAt === null ? "" : timesOfDay(one),
    how: `${inWords(one.length)}, ${where === "online" ? "online" : "in person"}`,
    place: where === "online" ? "" : (place ?? ""),
    link: where === "online" ? (link ?? "") : "",
    status: { words: STANDS[status] ?? inWords(status), look: LOOKS[status] ?? "" },
    ways: [
      ...(status === "cancelled"
        ? []
        : way("TakeRegister", status === "held" ? "Register again" : "Take the register")),
      ...(status === "scheduled" ? print : []),
      ...(status === "held" ? [] : way("MoveSession", "Change")),
      ...(status === "scheduled" ? way("CancelSession", "Call off") : []),
    ],
  };
}

function schoolsOf(facts: GroupFacts, now: readonly GroupAction[]): GroupView["schools"] {
  const { group, teachers } = facts;
  return group.schools.map(({ journey, status, since }) => {
    const name = nameIn(facts, journey);
    const visits = [
      { words: "Book a visit", href: `/groups/${group.id}/book-support-visit?journey=${journey}`, whose: `: ${name}` },
      { words: "Record a visit", href: `/journeys/${journey}/record-support-visit`, whose: `: ${name}` },
    ];
    return {
      name,
      href: `/journeys/${journey}`,
      place: status === "taken" ? "Takes part" : "Is offered a place",
      since: day(since),
      teachers: teachers
        .filter((one) => one.journey === journey)
        .map((one) => ({ name: one.name ?? "A teacher", role: low(one.role) })),
      ways: status === "taken" && now.includes("BookSupportVisit") ? visits : [],
    };
  });
}

const FURTHER: readonly { title: string; actions: readonly GroupAction[] }[] = [
  { title: "Sessions and visits", actions: ["ScheduleSession", "MoveSession", "BookSupportVisit"] },
  { title: "Schools", actions: ["OfferTogether"] },
  { title: "The group", actions: ["ChangeLead", "AdaptDelivery"] },
];
/** Nobody wants to have pressed these unawares. */
const ENDS: readonly GroupAction[] = ["CancelSession", "DecideGroup"];

/** All that can be done, by what it is about; with the pages beside this one, for those whom they are for. */
function furtherOf({ id }: GroupSeen, now: readonly GroupAction[]): Pick<GroupView, "others" | "ends"> {
  const link = (name: GroupAction) => ({ words: GROUP_WORDS[name].title, href: `/groups/${id}/${slugOf(name)}` });
  const beside = now.includes("ChangeLead")
    ? [
        { words: "Call it otherwise", href: `/groups/${id}/name` },
        { words: "Letters to come of its schools", href: `/groups/${id}/letters-ahead` },
        { words: "Take a name out of what was written", href: `/groups/${id}/redactions` },
      ]
    : [];
  const days = { words: "The days ahead", href: `/groups/${id}/calendar` };
  const outcomes = { words: "Who completed the year", href: `/groups/${id}/outcomes` };
  return {
    others: FURTHER.map(({ title, actions }) => ({
      title,
      links: [
        ...actions.filter((one) => now.includes(one)).map(link),
        ...(title === "The group" ? beside : title === "Schools" ? [outcomes] : [days]),
      ],
    })).filter(({ links }) => links.length > 0),
    ends: ENDS.filter((one) => now.includes(one)).map(link),
  };
}

/** What a school is called. */
export function nameIn({ schools: names }: Pick<GroupFacts, "schools">, journey: string): string {
  return names.get(journey) ?? `School ${journey.slice(0, 6)}`;
}

/** `3 taken, 1 offered, 2 of 6 free` */
export function placesInWords({ places: { most, reserved, taken, free } }: Pick<GroupSeen, "places">): string {
  const held = `${taken} taken, ${reserved} offered`;
  return most === null ? held : `${held}, ${free} of ${most} free`;
}
