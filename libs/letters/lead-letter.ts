// What has changed in a Work Group, as a letter to who leads it: the link first, then each thing in a sentence.

import { dateWithWeekday, dayWithWeekday } from "../calendar/long-dates.ts";
import type { SchoolCalendar } from "../calendar/terms.ts";
import { planOf } from "../journey/plan.ts";
import type { Prospectus } from "../prospectus/prospectus.ts";
import type { Formed, Session } from "../work-group/state.ts";
import { type Held, heldOf, isWebAddress, whenHeld, whereHeld } from "./held.ts";
import type { Became, LeadNews, LeadThing } from "./lead-news.ts";
import { type Block, fitsASubject, greetingOf, notice, paragraph, type Printed, section } from "./letter.ts";
import { meetingName } from "./school-dates.ts";
import { atStart, count, groupNamed, hubName } from "./words.ts";

/**
 * What is known beside the group. `name`: the reader's; `called`: the group, as its reader speaks of it; `page`: where
 * it is seen, null where the service has no address; `school`: what a school is called, by its journey; `nameOf`: who
 * leads, `text`: what people wrote, each by its id, null where nobody knows.
 */
export interface LeadEnvelope {
  hub: string;
  name: string | null;
  called: string;
  page: string | null;
  prospectus: Prospectus | null;
  calendar: SchoolCalendar;
  school(journey: string): string;
  nameOf(person: string): string | null;
  text(id: string): string | null;
}

/** One thing: under which heading it stands among others, in a sentence, and as a subject. */
interface Said {
  under: "The group" | "Sessions" | "Visits" | "Schools";
  subject: string;
  sentence: string;
  more?: readonly Block[];
}

const HEADINGS = ["The group", "Sessions", "Visits", "Schools"] as const;

/** The letter to one reader; of one thing, or of several. */
export function leadLetter(envelope: LeadEnvelope, things: LeadNews["things"]): Printed {
  const said = things.map((thing) => inWords(thing, envelope));
  const [only, ...others] = said;
  const several = `${count(said.length, "change")} in ${envelope.called}`;
  const isLed = !things.some(({ kind }) => kind === "led-before");
  const why = isLed ? "because something changed in a Work Group that you lead" : "because you led this Work Group";
  return {
    subject: only !== undefined && others.length === 0 && fitsASubject(only.subject) ? only.subject : atStart(several),
    greeting: greetingOf(envelope.name),
    about: `${atStart(envelope.called)}, ${hubName(envelope.hub)}`,
    blocks: [
      ...(envelope.page === null || !isLed
        ? []
        : [{ kind: "link" as const, text: "Open the group’s page", href: envelope.page }]),
      ...(only !== undefined && others.length === 0
        ? [notice(only.sentence), ...(only.more ?? [])]
        : HEADINGS.flatMap((heading) => {
            const mine = said.filter(({ under }) => under === heading);
            return [
              ...section(
                heading,
                mine.map(({ sentence }) => sentence),
              ),
              ...mine.flatMap(({ more = [] }) => more),
            ];
          })),
    ],
    footer:
      `Sent automatically by School Journeys for ${hubName(envelope.hub)}, ${why}. What changes within ten minutes ` +
      "is told in one letter; what you changed yourself is not told to you.",
  };
}

function inWords(thing: LeadThing, envelope: LeadEnvelope): Said {
  switch (thing.kind) {
    case "leads":
      return newLead(thing.group, envelope);
    case "led-before":
      return ledBefore(thing.lead, envelope);
    case "delivery":
      return delivery(thing.event, envelope);
    case "session":
      return session(thing, envelope);
    case "visit":
      return visit(thing, envelope);
    case "alone":
      return alone(thing, envelope);
    case "school": {
      const [subject, sentence] = BECAME[thing.became](envelope.school(thing.journey), envelope.called);
      return { under: "Schools", subject, sentence };
    }
    default:
      return thing satisfies never;
  }
}

function newLead(group: Formed, envelope: LeadEnvelope): Said {
  const sessions = group.sessions
    .filter(({ status }) => status === "scheduled")
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))
    .map((one) => `${sessionName(one.code, envelope)}: ${whenAndWhere(heldOf(one, envelope.text))}`);
  const schools = group.taken
    .filter(({ status }) => status === "taken")
    .map(({ journey }) => envelope.school(journey))
    .toSorted();
  return {
    under: "The group",
    subject: `You lead a Work Group of ${group.academicYear}`,
    sentence: `You lead ${groupNamed(envelope.prospectus, null)} of ${group.academicYear} from now on.`,
    more: [
      ...section("Its sessions to come", sessions),
      ...section("Its schools", schools),
      ...(schools.length === 0 ? [paragraph("It has no schools yet. We write to you about each that comes.")] : []),
    ],
  };
}

function ledBefore(lead: string, { called, nameOf }: LeadEnvelope): Said {
  return {
    under: "The group",
    subject: `${nameOf(lead) ?? "Somebody else"} leads your Work Group now`,
    sentence: `${nameOf(lead) ?? "Somebody else"} leads ${called} from now on.`,
    more: [paragraph("You get no more letters about it. What you agreed with its schools stands.")],
  };
}

const HOW: Readonly<Record<string, readonly [subject: string, said: string]>> = {
  online: ["meets online", "meets online from now on"],
  "in-person": ["meets in person again", "meets in person again from now on"],
  extended: ["has more time", "has more time: its sessions to come can have later dates"],
};

function delivery(
  { delivery: how, until }: Extract<LeadThing, { kind: "delivery" }>["event"],
  { called }: LeadEnvelope,
): Said {
  const [subject, said] = HOW[how] ?? ["goes on in another way", "goes on in another way than was planned"];
  const rest = until === undefined ? "" : ` Its schools are not chased until ${dateWithWeekday(until)}.`;
  return {
    under: "The group",
    subject: atStart(`${called} ${subject}`),
    sentence: `${atStart(`${called} ${said}`)}.${rest}`,
  };
}

function session({ was, now }: Extract<LeadThing, { kind: "session" }>, envelope: LeadEnvelope): Said {
  const name = sessionName(now.code, envelope);
  const held = heldOf(now, envelope.text);
  const day = dayWithWeekday(now.on);
  const more = joinOnline(name, held);
  if (now.status === "cancelled") {
    const on = dateWithWeekday(was?.on ?? now.on);
    return {
      under: "Sessions",
      subject: `Called off, ${dayWithWeekday(was?.on ?? now.on)}: ${name}`,
      sentence: `${name} on ${on} does not take place.`,
    };
  }
  const where = whenAndWhere(held);
  if (was === null)
    return { under: "Sessions", subject: `New date, ${day}: ${name}`, sentence: `${name} is on ${where}.`, more };
  if (was.status === "cancelled")
    return {
      under: "Sessions",
      subject: `On again, ${day}: ${name}`,
      sentence: `${name} had been called off, and takes place after all: on ${where}.`,
      more,
    };
  if (was.on !== now.on)
    return {
      under: "Sessions",
      subject: `Moved to ${day}: ${name}`,
      sentence: `${name} is now on ${where}. It was to be on ${dateWithWeekday(was.on)}.`,
      more,
    };
  return { under: "Sessions", subject: `Changed, ${day}: ${name}`, sentence: sameDay(name, was, now, held), more };
}

/** Other times, another place, or another length, on the day that it has. */
function sameDay(name: string, was: Session, now: Session, held: Held): string {
  const alone = (["on", "where", "startsAt", "endsAt", "placeId", "linkId"] as const).every(
    (key) => was[key] === now[key],
  );
  if (alone)
    return `${name} on ${dateWithWeekday(now.on)} is now ${now.length === "half-day" ? "half a day" : "a full day"}.`;
  if (now.where === "online" && was.where !== "online") return `${name} is put online. It is on ${whenHeld(held)}.`;
  const changed =
    was.where === "online" && now.where !== "online"
      ? `${name} is not online any more.`
      : `When or where ${name} takes place has changed.`;
  return `${changed} It is now on ${whenAndWhere(held)}.`;
}

/** `Wednesday 14 October 2020, 9:30am to midday, at Example School`. */
function whenAndWhere(held: Held): string {
  const where = whereHeld(held);
  return where === null ? whenHeld(held) : `${whenHeld(held)}, ${where}`;
}

const joinOnline = (name: string, { online, link }: Held): Block[] =>
  online && link !== null && isWebAddress(link) ? [{ kind: "link", text: `Join online: ${name}`, href: link }] : [];

function visit(
  { journey, event, was, support }: Extract<LeadThing, { kind: "visit" }>,
  { school }: LeadEnvelope,
): Said {
  const at = school(journey);
  const what = support ? "In-school support" : "Visit";
  const visits = support ? `Your day of in-school support at ${at}` : `Your visit to ${at}`;
  const before = was === null || was === event.on ? "" : ` It was to be on ${dateWithWeekday(was)}.`;
  const again = was === event.on ? "Other times" : was === null ? "Booked" : "Moved";
  return {
    under: "Visits",
    subject: `${again}, ${dayWithWeekday(event.on)}: ${what.toLowerCase()} at ${at}`,
    sentence: `${visits} is on ${whenHeld(event)}.${before}`,
  };
}

function alone(
  { journey, session: code, was, on }: Extract<LeadThing, { kind: "alone" }>,
  envelope: LeadEnvelope,
): Said {
  const at = envelope.school(journey);
  const before = `It was to be ${code === null ? "by" : "on"} ${dateWithWeekday(was)}.`;
  if (code === null)
    return {
      under: "Visits",
      subject: `By ${dayWithWeekday(on)}: visit at ${at}`,
      sentence: `Your visit to ${at} is now to be made by ${dateWithWeekday(on)}. ${before}`,
    };
  const name = sessionName(code, envelope);
  return {
    under: "Schools",
    subject: `${dayWithWeekday(on)}, for one school: ${name}`,
    sentence: `For ${at} alone, ${name} is now on ${dateWithWeekday(on)}. ${before} The other schools keep their day.`,
  };
}

const BECAME: Readonly<Record<Became, (school: string, group: string) => readonly [subject: string, said: string]>> = {
  placed: (school, group) => [`A school in your group: ${school}`, `${school} has its place in ${group}.`],
  "from-another-group": (school, group) => [
    `A school in your group: ${school}`,
    `${school} comes to ${group} from another group.`,
  ],
  withdrawn: (school) => [`Withdrawn: ${school}`, `${school} no longer takes part in the programme.`],
  "to-another-group": (school) => [`Moved to another group: ${school}`, `${school} goes to another group.`],
  "to-another-hub": (school) => [`Moved to another hub: ${school}`, `${school} goes to another Maths Hub.`],
  "taken-back": (school, group) => [
    `Not in your group: ${school}`,
    `${school} is not in ${group} any more: the hub has taken its placing back.`,
  ],
  "not-going-on": (school, group) => [
    `Not in your group: ${school}`,
    `${school} gives up its place in ${group}: it does not go on to that year.`,
  ],
  paused: (school) => [`Pauses: ${school}`, `${school} pauses. Until it is back nothing is asked of it.`],
  returned: (school) => [`Back: ${school}`, `${school} is back from its pause.`],
};

/** `Work Group meeting 2`. */
function sessionName(code: string, { prospectus, calendar }: LeadEnvelope): string {
  return meetingName({ commitments: prospectus === null ? [] : planOf(prospectus, calendar) }, code);
}
