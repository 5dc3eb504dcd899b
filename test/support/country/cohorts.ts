// The schools of a country, rehearsed: for each first year and programme a Work Group of seven that goes through the
// stages together, and what is in the books of its schools and of its groups on the day that is shown.

import { generator } from "../../../apps/demo/generator.ts";
import { nextAcademicYear, type AcademicYear } from "../../../libs/calendar/academic-years.ts";
import { addDays } from "../../../libs/calendar/dates.ts";
import { SERVICE } from "../../../libs/journey/commands.ts";
import { decide } from "../../../libs/journey/decide.ts";
import type { Recorded } from "../../../libs/journey/events.ts";
import { fold } from "../../../libs/journey/evolve.ts";
import { step } from "../../../libs/journey/settle.ts";
import type { Rules } from "../../../libs/journey/rules.ts";
import { readRehearsal } from "../../../libs/rehearsal/file.ts";
import { rehearse } from "../../../libs/rehearsal/run.ts";
import type { Recorded as GroupRecorded } from "../../../libs/work-group/events.ts";
import { groupBooks } from "./group-books.ts";
import type { Member } from "./member.ts";

/** Schools that go through the stages together, and the books of their groups by name. */
export interface Cohort {
  members: readonly Member[];
  groups: Readonly<Record<string, readonly GroupRecorded[]>>;
}

/** What the clock shows: term has begun, its reminder comes on Monday at nine. */
export const COUNTRY_DAY = "2027-01-08T16:00:00Z";
const FIRST_YEAR: AcademicYear = "2020/21";
/** So many schools to a group; of them one says nothing, and one pauses. */
export const OF_A_GROUP = 7;
const [SILENT, PAUSES] = [5, 6];

/** The programmes that schools begin with. */
const PROGRAMMES = [
  { begins: "primary-readiness", phase: "primary", history: [] },
  { begins: "primary-development", phase: "primary", history: [] },
  { begins: "secondary-development", phase: "secondary", history: [] },
  { begins: "primary-embedding", phase: "primary", history: [{ stage: "development", academicYear: "2018/19" }] },
] as const;

/** How many groups began in each year, from the first to the one under way: most schools are new. */
const GROUPS_BY_YEAR = [1, 1, 2, 2, 4, 6, 12];

/** Which cohorts there are: old and new ones in turn, so that any part of them is a country too. */
export function whichCohorts(): { year: AcademicYear; programme: (typeof PROGRAMMES)[number] }[] {
  const chance = generator(7);
  const all: { year: AcademicYear; programme: (typeof PROGRAMMES)[number]; place: number }[] = [];
  let year = FIRST_YEAR;
  for (const groups of GROUPS_BY_YEAR) {
    for (let no = 0; no < groups; no++) {
      const programme = PROGRAMMES[(all.length + no) % PROGRAMMES.length] ?? PROGRAMMES[0];
      all.push({ year, programme, place: chance() });
    }
    year = nextAcademicYear(year);
  }
  return all.sort((one, other) => one.place - other.place);
}

/** Rehearses one cohort, the same each time. Throws where a programme or a rehearsal is not as it should be. */
export function rehearseCohort(no: number, rules: Rules): Cohort {
  const which = whichCohorts()[no];
  if (!which) throw new Error(`there is no cohort ${no}`);
  const chance = generator(no + 1);
  const prospectus = `${which.year.replace("/", "-")}/${which.programme.begins}`;
  const members = Array.from({ length: OF_A_GROUP }, (_, seat): Member => {
    const urn = String(190_000 + no * 10 + seat);
    const { phase, history } = which.programme;
    const starts = addDays(`${which.year.slice(0, 4)}-04-20`, Math.floor(chance() * 40));
    const read = readRehearsal(
      {
        prospectus,
        start: starts,
        until: COUNTRY_DAY,
        behaviour: seat === SILENT ? "silent" : "exemplary",
        hub: "attentive",
        script: scriptOf(which.year, seat),
        school: { urn, name: "A School", phase, funding: "state", headteacher: true, history },
      },
      rules.catalogue,
    );
    if ("faults" in read) throw new Error(`${prospectus}: ${JSON.stringify(read.faults)}`);
    const { facts } = rehearse(read.rehearsal, { ...rules, catalogue: read.catalogue });
    const by = facts.map((fact) => fact.by);
    const events = allPerformed(
      facts.map(({ event }) => event),
      rules,
    );
    return { urn, phase, events, by };
  });
  return { members, groups: groupBooks(members, rules) };
}

/** A rehearsal owes nothing and performs nothing: what the service has sent by now is recorded at the end. */
function allPerformed(events: readonly Recorded[], rules: Rules): Recorded[] {
  const all = [...events];
  let state = fold(events);
  const at = events.at(-1)?.at ?? "";
  for (const { seq: effect } of state.status === "none" ? [] : state.effects) {
    const data = { effect, outcome: "performed" as const };
    const done = decide(state, { id: `effect ${effect}`, type: "RecordEffect", at, by: SERVICE, data }, rules);
    if ("rejection" in done) throw new Error(JSON.stringify(done.rejection));
    for (const event of done.events) {
      all.push({ ...event, seq: all.length + 1 });
      state = step(state, event);
    }
  }
  return all;
}

/** Every summer all are invited into one group; one school is away for some weeks of its second year. */
function scriptOf(from: AcademicYear, seat: number): object[] {
  const script: object[] = [];
  const first = Number(from.slice(0, 4));
  for (let year = first + 1; `${year}-08` < COUNTRY_DAY; year++)
    script.push({
      at: `${year}-07-25T10:00`,
      command: "InviteToNextStage",
      with: { workGroup: `work-group-${year - first + 1}` },
    });
  if (seat === PAUSES)
    script.push(
      { at: `${first + 1}-11-10T10:00`, command: "PauseJourney", with: { reason: "Our roof has come down." } },
      { at: `${first + 1}-12-08T10:00`, command: "ReturnToProgramme", with: {} },
    );
  return script.sort((one, other) => (Reflect.get(one, "at") < Reflect.get(other, "at") ? -1 : 1));
}
