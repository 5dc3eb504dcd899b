// The morning of each hub: on a school day at 07:30 one letter to each of its staff for whom there is something.

import type { Client } from "@temporalio/client";
import { rulesOfHubs } from "../libs/book/hub-rules.ts";
import { addDays } from "../libs/calendar/dates.ts";
import {
  instantAt,
  instantFromMs,
  localDate,
  localTime,
  type Instant,
  type LocalDate,
} from "../libs/calendar/instants.ts";
import { isSchoolDay, previousSchoolDay } from "../libs/calendar/terms.ts";
import { addresseeOf, morningMessageId } from "../libs/contract/message-id.ts";
import { calendarAt, type Rules } from "../libs/journey/rules.ts";
import type { Printed } from "../libs/letters/letter.ts";
import { MORNING_BEGINS } from "../libs/letters/morning.ts";
import { morningsOf } from "../libs/letters/mornings-of.ts";
import { hubStaff, sharedInbox, type StaffMember } from "../libs/people/hub-staff.ts";
import { beginMorning, endMorning } from "../libs/store/hubs/mornings.ts";
import { leadsOfGroups } from "../libs/views/mornings/read-group-things.ts";
import { hubsWithSchools, thingsOfHub } from "../libs/views/mornings/read-morning.ts";
import type { LetterDeps } from "./deliver.ts";
import { failingByCode } from "./failures.ts";
import { ensureSchedule } from "./schedules.ts";
import { sendToStaff } from "./send-to-staff.ts";
import { noteForLeads } from "./tell-leads.ts";
import { Trying } from "./trying.ts";

type MorningDeps = LetterDeps & Rules;

/** What a round came to: `hubs` whose morning it was, `letters` that their staff have. */
export interface Mornings {
  hubs: number;
  letters: number;
}

/** In London. Later than noon nobody reads of a morning: the next one tells it. */
const ENDS = "12:00";

/**
 * The activity `hub-mornings`: goes through all hubs. What was sent in an earlier try is not sent again; one that fails
 * keeps no other waiting, and then it rejects, by code, to be tried again. Outside the morning it does nothing. It is
 * told no time: whoever reaches Temporal cannot have a morning of last year sent.
 */
export function makeHubMornings(
  deps: MorningDeps,
  clock: () => Instant = () => instantFromMs(Date.now()),
): () => Promise<Mornings> {
  return () =>
    failingByCode(async () => {
      const now = clock();
      const round = { hubs: 0, letters: 0 };
      if (localTime(now) < MORNING_BEGINS || localTime(now) >= ENDS) return round;
      const rules = await rulesOfHubs(deps.dataSource, deps);
      // What leads hear at once is not told to them again.
      await noteForLeads(deps.dataSource, now);
      const trying = new Trying();
      for (const hub of await hubsWithSchools(deps.dataSource)) {
        const letters = await trying.do(() => morningOfHub(deps, rules, hub, now));
        if (letters === null) continue;
        round.hubs += 1;
        round.letters += letters;
      }
      trying.over();
      return round;
    });
}

/** Makes the Schedule of all mornings; one that was missed is made up until noon. */
export async function ensureMorningSchedule(client: Pick<Client, "schedule">): Promise<void> {
  await ensureSchedule(client, "hub-morning", {
    spec: {
      calendars: [{ dayOfWeek: { start: "MONDAY", end: "FRIDAY" }, hour: 7, minute: 30 }],
      timezone: "Europe/London",
      jitter: "5 minutes",
    },
    catchupWindow: "270 minutes",
    workflow: "hubMorning",
  });
}

/** How many letters have gone; null where a hub has no morning today, or had it. */
async function morningOfHub(deps: MorningDeps, rules: Rules, hub: string, now: Instant): Promise<number | null> {
  const { dataSource } = deps;
  const calendar = calendarAt(rules, { hub });
  const day = localDate(now);
  if (!isSchoolDay(calendar, day)) return null;
  const first = instantAt(previousSchoolDay(calendar, addDays(day, -1)), MORNING_BEGINS);
  const known = await beginMorning(dataSource, hub, day, { at: now, first });
  if (known.done) return null;
  const inbox = deps.hubInbox(hub);
  const led = await leadsOfGroups(dataSource, hub);
  const staff = await hubStaff(dataSource, hub, led, inbox);
  const things = await thingsOfHub(dataSource, hub, known, rules);
  const about = { hub, time: known, console: deps.publicUrl ?? null, groups: led, catalogue: rules.catalogue };
  const letters = morningsOf(things, staff, about);
  const at = { hub, day, inbox, replyTo: sharedInbox(staff, inbox), now };
  const trying = new Trying();
  for (const { to, letter } of letters) await trying.do(() => sendTo(deps, at, to, letter));
  trying.over();
  await endMorning(dataSource, hub, day, letters.length);
  return letters.length;
}

async function sendTo(
  deps: MorningDeps,
  { hub, day, inbox, replyTo, now }: { hub: string; day: LocalDate; inbox: string; replyTo: string; now: Instant },
  to: StaffMember,
  letter: Printed,
): Promise<void> {
  const addressee = to.person === null ? "inbox" : addresseeOf(to.person);
  const effect = `morning/${hub}/${day}/${addressee}`;
  const role = to.roles[0] ?? "hub-lead";
  const kept = { journey: null, hub, effect, addressee, person: to.person, role, kind: "morning" };
  const messageId = morningMessageId(hub, day, addressee);
  await sendToStaff(deps, { ...kept, messageId }, { letter, addresses: [to.address, inbox], replyTo }, now);
}
