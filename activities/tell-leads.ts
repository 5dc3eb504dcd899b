// Who leads a Work Group hears at once what has changed in it: ten minutes after the first of it, in one letter. What
// is still to be told stands in PostgreSQL, not here: it goes out by the sweep, whatever was interrupted.

import type { DataSource } from "typeorm";
import { rulesOfHubs } from "../libs/book/hub-rules.ts";
import { addSeconds, instantFromMs, type Instant } from "../libs/calendar/instants.ts";
import { addresseeOf, groupNewsMessageId } from "../libs/contract/message-id.ts";
import { groupName } from "../libs/contract/work-group.ts";
import { calendarAt, rulesAt, type Rules } from "../libs/journey/rules.ts";
import { leadLetter, type LeadEnvelope } from "../libs/letters/lead-letter.ts";
import {
  leadNews,
  LEADS_TOLD_AFTER_SECONDS,
  NEWS_OF_GROUP,
  NEWS_OF_SCHOOL,
  type Fact,
  type GroupNews,
  type LeadNews,
} from "../libs/letters/lead-news.ts";
import { groupsInWords } from "../libs/letters/mornings-of.ts";
import { groupNamed } from "../libs/letters/words.ts";
import { hubStaff, sharedInbox } from "../libs/people/hub-staff.ts";
import { getPeople, getTexts, type Person } from "../libs/people/people.ts";
import { loadMany, type StoredEvent } from "../libs/store/events/event-store.ts";
import { recorded, recordedOfGroup } from "../libs/store/events/known-events.ts";
import { streamOf } from "../libs/store/events/streams.ts";
import { beginTelling, endTelling, groupsToTell, noteLeadNews, type ToTell } from "../libs/store/hubs/lead-news.ts";
import { leadsOfGroups } from "../libs/views/mornings/read-group-things.ts";
import { findWorkGroupRow, schoolsByName } from "../libs/views/work-groups/read-work-groups.ts";
import type { LetterDeps } from "./deliver.ts";
import { failingByCode } from "./failures.ts";
import { sendToStaff } from "./send-to-staff.ts";
import { Trying } from "./trying.ts";

type Deps = LetterDeps & Rules;

/** Groups of one round; the rest come a minute later. */
const ROUND = 50;

/** Notes what is news to leads, up to now. Rejects with StoreError. */
export const noteForLeads = (dataSource: DataSource, now: Instant): Promise<void> =>
  noteLeadNews(dataSource, { ofGroup: NEWS_OF_GROUP, ofSchool: NEWS_OF_SCHOOL }, now);

/**
 * One round: answers how many letters have gone. One that fails keeps no other waiting; then it rejects, by code, and
 * the next round goes on. `now` is the clock of this machine unless told.
 */
export function makeTellLeads(deps: Deps): (request?: { now?: Instant }) => Promise<number> {
  return (request = {}) =>
    failingByCode(async () => {
      const { dataSource } = deps;
      const now = request.now ?? instantFromMs(Date.now());
      await noteForLeads(dataSource, now);
      const groups = await groupsToTell(dataSource, addSeconds(now, -LEADS_TOLD_AFTER_SECONDS), ROUND);
      if (groups.length === 0) return 0;
      const rules = await rulesOfHubs(dataSource, deps);
      const trying = new Trying();
      let letters = 0;
      for (const group of groups) letters += (await trying.do(() => tellOf(deps, rules, group, now))) ?? 0;
      trying.over();
      return letters;
    });
}

/** How many letters a group's news came to. */
async function tellOf(deps: Deps, rules: Rules, group: string, now: Instant): Promise<number> {
  const { dataSource } = deps;
  const [toTell, row] = [await beginTelling(dataSource, group), await findWorkGroupRow(dataSource, group)];
  if (toTell === null || row === null) return 0;
  const { letter } = toTell;
  const news = leadNews(await factsOf(dataSource, group, toTell));
  const people = await getPeople(dataSource, [row.lead, ...news.map(({ reader }) => reader)]);
  const letters = news.flatMap((one) =>
    people.filter(({ id }) => id === one.reader).map((to): Outgoing => ({ of: group, letter, to, news: one })),
  );
  const trying = new Trying();
  for (const one of letters) await trying.do(() => send(deps, rulesAt(rules, row.hub), one, now));
  trying.over();
  await endTelling(
    dataSource,
    group,
    letter,
    people.some(({ id }) => id === row.lead),
  );
  return letters.length;
}

/** All that happened to the group, and to the schools of which something is told. */
async function factsOf(dataSource: DataSource, group: string, { events }: ToTell): Promise<GroupNews> {
  const journeys = [...new Set(events.flatMap(({ journey }) => journey ?? []))];
  const own = groupName(group);
  const loaded = await loadMany(dataSource, [own, ...journeys.map(streamOf)]);
  const told = new Set(events.map(({ stream, seq }) => `${stream} ${seq}`));
  const facts = <E>(stream: string, known: (stored: readonly StoredEvent[]) => E[]): Fact<E>[] => {
    const stored = loaded.get(stream) ?? [];
    return known(stored).map((event, index) => ({
      event,
      by: stored[index]?.actor.who ?? "",
      news: told.has(`${stream} ${index + 1}`),
    }));
  };
  return {
    group,
    facts: facts(own, recordedOfGroup),
    schools: new Map(journeys.map((journey) => [journey, facts(streamOf(journey), recorded)])),
  };
}

/** A letter to one of them; `letter`: its name among those of its group. */
interface Outgoing {
  of: string;
  letter: string;
  to: Person;
  news: LeadNews;
}

async function send(deps: Deps, rules: Rules, { of, letter, to, news }: Outgoing, now: Instant): Promise<void> {
  const { dataSource } = deps;
  const { hub, prospectus } = news.group;
  const inbox = deps.hubInbox(hub);
  const groups = await leadsOfGroups(dataSource, hub);
  const staff = await hubStaff(dataSource, hub, groups, inbox);
  const leads = staff.find((one) => one.leads.includes(of)) ?? null;
  const own = news.reader === news.group.lead;
  const called = own ? groupsInWords({ groups, catalogue: rules.catalogue }, staff, leads).get(of) : undefined;
  const programme = rules.catalogue.get(prospectus);
  const envelope: LeadEnvelope = {
    ...(await knownBeside(dataSource, news)),
    hub,
    name: `${to.firstName} ${to.lastName}`.trim() || null,
    called: called ?? groupNamed(programme, null),
    page: deps.publicUrl === undefined ? null : `${deps.publicUrl}/groups/${of}`,
    prospectus: programme,
    calendar: calendarAt(rules, { hub }),
    nameOf: (person) => (person === news.group.lead ? (leads?.name ?? null) : null),
  };
  const addressee = addresseeOf(to.id);
  const out = {
    messageId: groupNewsMessageId(of, letter, addressee),
    journey: groupName(of),
    hub,
    effect: `lead-news/${of}/${letter}/${addressee}`,
    addressee,
    person: to.id,
    role: "work-group-lead",
    kind: "group-news",
  };
  const addresses = [to.email, inbox];
  await sendToStaff(
    deps,
    out,
    { letter: leadLetter(envelope, news.things), addresses, replyTo: sharedInbox(staff, inbox) },
    now,
  );
}

/** What the schools are called that a letter may name, and what was written about its sessions. */
async function knownBeside(
  dataSource: DataSource,
  { group, things }: LeadNews,
): Promise<Pick<LeadEnvelope, "school" | "text">> {
  const journeys = [
    ...group.taken.map(({ journey }) => journey),
    ...things.flatMap((thing) => ("journey" in thing ? [thing.journey] : [])),
  ];
  const texts = group.sessions.flatMap(({ placeId, linkId }) => [placeId ?? [], linkId ?? []].flat());
  const [names, words] = [await schoolsByName(dataSource, journeys), await getTexts(dataSource, texts)];
  return { school: (journey) => names.get(journey) ?? "A school", text: (id) => words.get(id) ?? null };
}
