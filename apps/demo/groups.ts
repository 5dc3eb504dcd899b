// A hub's Work Groups: formed before schools apply, met by their leads, who take the register; and the year's turn.

import { addDays } from "../../libs/calendar/dates.ts";
import type { LocalDate } from "../../libs/calendar/instants.ts";
import { nextSchoolDay } from "../../libs/calendar/terms.ts";
import { planOf } from "../../libs/journey/plan.ts";
import { teachersNow } from "../../libs/journey/teachers.ts";
import { enterStaff } from "../../libs/people/staff-list.ts";
import type { Prospectus } from "../../libs/prospectus/prospectus.ts";
import type { Principal } from "../../libs/service/access/principal.ts";
import { asksSecondYear, usualRoleOf } from "../../libs/work-group/decide/form.ts";
import { TO_BE_PAID, type Lead } from "./cast.ts";
import type { HubAtWork } from "./hub.ts";
import type { School } from "./school.ts";

const THERE = { keen: 0.95, busy: 0.8, silent: 0.12 };
/** Registers of the last days before the day that is shown, of which some are still to be taken. */
const DAYS_UNTAKEN = 14;
const UNTAKEN = 0.45;
/** The meeting of spring, from which on groups meet weeks apart. */
const SECOND = "session-2";
const WEEKS = 8;
/** Groups of the turn, of which so many move that meeting, so many days before it. */
const TURNED = /-(embedding|sustaining)-\d+$/u;
const MOVES = 0.6;
const NOTICE = 9;
const HALLS = ["the hall", "the library", "the training room"] as const;

/** The hub's staff is entered by name, role and address. */
export async function leadsComeIn(hub: HubAtWork): Promise<void> {
  const source = await hub.desk.shared.database.open();
  const { code, staff, leads } = hub.hub;
  const office = (["hub-lead", "hub-coordinator", "finance-officer"] as const).map((role) => ({
    ...staff[role],
    id: `${role}.${code}`,
    role,
  }));
  for (const { id, firstName, lastName, email, role } of [
    ...office,
    ...leads.map((lead) => ({ ...lead, role: "work-group-lead" as const })),
  ])
    await enterStaff(source, code, { id, firstName, lastName, email, role });
}

/** Forms a group for a programme, under the lead of its stage. */
export async function formGroup(hub: HubAtWork, id: string, prospectus: Prospectus, special = false): Promise<void> {
  const lead = leadFor(hub, prospectus);
  const body = {
    id,
    hub: hub.hub.code,
    prospectus: prospectus.id,
    lead: lead.id,
    leadRole: usualRoleOf(prospectus),
    ...(asksSecondYear(prospectus) && { secondYearDone: true }),
    ...(special && { special: true }),
    ...(prospectus.groupSize === null && { places: 6 }),
    sessions: sessionsOf(hub, id, prospectus),
  };
  const asked = hub.asked(hub.by("hub-coordinator"), "form");
  await hub.tries(id, "FormWorkGroup", () => hub.desk.groups.form({ ...asked, body }));
}

function leadFor(hub: HubAtWork, { phase, stage }: Prospectus): Lead {
  const [first, ...others] = hub.hub.leads;
  if (first === undefined) throw new Error(`${hub.hub.code} has no lead`);
  return [first, ...others].find(({ stages }) => stages.includes(`${phase}-${stage}`)) ?? first;
}

/** The meetings on the days that the programme has for them, at a time and a place. */
function sessionsOf(hub: HubAtWork, id: string, prospectus: Prospectus): object[] {
  const hosts = [...hub.schools.values()];
  const { calendar } = hub.desk.shared.rules;
  return planOf(prospectus, calendar)
    .filter(({ kind }) => kind === "session")
    .map(({ code, dueOn }, index) => {
      const host = hosts[Math.floor(hub.chance(`${id} ${code}`) * hosts.length)]?.cast;
      const hall = HALLS[index % HALLS.length];
      // Groups do not all meet on one day, and the second time through the whole of spring.
      const weeks = code === SECOND ? Math.floor(hub.chance(`${id} weeks`) * WEEKS) : 0;
      const day = nextSchoolDay(calendar, addDays(dueOn, weeks * 7 + Math.floor(hub.chance(`${id} day`) * 4)));
      return {
        session: code,
        on: day,
        startsAt: "13:00",
        endsAt: "15:45",
        place: `${host?.name ?? hub.hub.name}, ${hall}, ${host?.street ?? ""}, ${host?.town ?? ""}`,
      };
    });
}

/** Takes in a group that was formed, by hand or by the turn: its lead, and a register after each of its meetings. */
export async function takeInGroups(hub: HubAtWork, until: LocalDate): Promise<void> {
  const source = await hub.desk.shared.database.open();
  const formed = await source.query<{ id: string; lead: string }[]>(
    "select id, lead from work_groups where hub = $1 order by id",
    [hub.hub.code],
  );
  for (const { id, lead } of formed) {
    if (hub.leads.has(id)) continue;
    hub.leads.set(id, lead);
    const { sessions } = await hub.desk.groups.one(hub.by("hub-coordinator"), id);
    for (const { code, on } of sessions) meets(hub, id, { session: code, on }, until);
    // Those that the turn has formed meet on the days of the programme; not all can.
    const second = sessions.find(({ code }) => code === SECOND);
    if (second === undefined || !TURNED.test(id) || hub.chance(`${id} later`) >= MOVES) continue;
    const day = nextSchoolDay(hub.desk.shared.rules.calendar, addDays(second.on, -NOTICE));
    changesMeeting(hub, id, SECOND, day, until, 1 + Math.floor(hub.chance(`${id} weeks`) * WEEKS));
  }
}

function meets(
  hub: HubAtWork,
  group: string,
  { session, on }: { session: string; on: LocalDate },
  until: LocalDate,
): void {
  const late = on >= addDays(until, -DAYS_UNTAKEN) && hub.chance(`${group} ${session} untaken`) < UNTAKEN;
  if (late) return;
  const at = `16:${10 + Math.floor(hub.chance(`${group} ${session}`) * 45)}`;
  hub.on(on, at, () => takeRegister(hub, group, session));
}

async function takeRegister(hub: HubAtWork, group: string, session: string): Promise<void> {
  const caller = leadOf(hub, group);
  const { sessions, schools } = await hub.desk.groups.one(caller, group);
  const held = sessions.find(({ code }) => code === session);
  const on = hub.today();
  // What was moved has its own day, and its own place on the agenda.
  if (held === undefined || held.status !== "scheduled" || held.on !== on) return;
  const members = schools.flatMap(({ journey, status }) =>
    status === "taken" ? (hub.schools.get(journey) ?? []) : [],
  );
  if (members.length === 0) return;
  const body = { session, on, schools: members.map((school) => lineOf(hub, school, `${group} ${session}`)) };
  await hub.tries(group, "TakeRegister", () =>
    hub.desk.groups.perform("TakeRegister", group, { ...hub.asked(caller, "register"), body }),
  );
}

const leadOf = (hub: HubAtWork, group: string): Principal => ({
  ...hub.by("work-group-lead"),
  who: hub.leads.get(group) ?? hub.by("work-group-lead").who,
  workGroups: [group],
});

/** Who of a school was there. */
function lineOf(hub: HubAtWork, school: School, about: string): object {
  const { state, journey, cast } = school;
  const teachers = state.status === "participating" ? teachersNow(state).map(({ id }) => id) : [];
  const surely = TO_BE_PAID.has(cast.fate);
  const isThere = (who: string): boolean => surely || hub.chance(`${about} ${who}`) < THERE[cast.character];
  // By what the generator calls them: their ids are others in every database.
  const present = teachers.filter((id) => isThere(`${cast.urn} ${school.called(id)}`));
  const headteacher = isThere(`head of ${cast.urn}`);
  return { journey, present, ...(headteacher && { headteacher }) };
}

/** A meeting that is moved some weeks on, as happens. */
export function changesMeeting(
  hub: HubAtWork,
  group: string,
  session: string,
  day: LocalDate,
  until: LocalDate,
  weeks = 1,
): void {
  hub.on(day, "09:40", async () => {
    const caller = leadOf(hub, group);
    const { sessions } = await hub.desk.groups.one(caller, group);
    const held = sessions.find(({ code }) => code === session);
    if (held === undefined || held.status !== "scheduled") return;
    const on = nextSchoolDay(hub.desk.shared.rules.calendar, addDays(held.on, weeks * 7));
    const body = { session, on, reason: "The school that is the host needs its hall that day." };
    const moved = await hub.tries(group, "MoveSession", () =>
      hub.desk.groups.perform("MoveSession", group, { ...hub.asked(caller, "move"), body }),
    );
    if (moved) meets(hub, group, { session, on }, until);
  });
}

/** The hub turns into a year: it looks, names the leads that are missing, and begins. */
export async function turnInto(hub: HubAtWork, into: string): Promise<void> {
  const caller = hub.by("hub-lead");
  const { plan, digest } = await hub.desk.turns.preview(caller, hub.hub.code, into);
  const { catalogue } = hub.desk.shared.rules;
  const groups = plan.groups.flatMap(({ id, prospectus, formed, why }) => {
    const programme = catalogue.get(prospectus);
    if (formed || programme === null || why === null) return [];
    const lead = leadFor(hub, programme).id;
    return [{ id, lead, leadRole: usualRoleOf(programme), secondYearDone: true }];
  });
  const body = { into, plan: digest, ...(groups.length > 0 && { groups }) };
  await hub.tries(`turn ${into}`, "TurnHub", () =>
    hub.desk.turns.begin(hub.hub.code, { ...hub.asked(caller, "turn"), body }),
  );
}

/**
 * Schools of a Readiness year go on together once they are found ready: a group of Development is formed for them, and
 * their places are kept in it.
 */
export async function formForReady(hub: HubAtWork, year: string, next: Prospectus, id: string): Promise<void> {
  await formGroup(hub, id, next);
  hub.nextGroups.set(`${year} primary-readiness`, id);
}
