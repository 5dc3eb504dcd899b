// Next year's Work Groups, proposed from this year's: kept together where the stage goes on, under the same lead where
// that lead is fit, within the number that the page gives. Pure.

import { nextAcademicYear, type AcademicYear } from "../calendar/academic-years.ts";
import type { Prospectus } from "../prospectus/prospectus.ts";
import type { Catalogue } from "../prospectus/lookup.ts";
import { holds } from "../journey/places.ts";
import { asksSecondYear, leadRoleOf, mayHold, usualRoleOf } from "../work-group/decide/form.ts";
import type { Formed, WorkGroup } from "../work-group/state.ts";
import type { SchoolTurn } from "./school.ts";

export interface GroupProposal {
  id: string;
  /** The group of this year whose schools it keeps together; null for one that is there already. */
  from: string | null;
  prospectus: string;
  /** The other programmes that it holds, where there are such; and whether it is of special schools alone. */
  also?: readonly string[];
  special?: true;
  /** It is formed already; the schools named here are those that the turn adds. */
  formed: boolean;
  lead: string | null;
  leadRole: string | null;
  secondYearDone: boolean;
  /**
   * `lead-not-fit`: somebody else leads this stage, or nobody is known; the hub names a lead before the group is
   * formed.
   */
  why: "lead-not-fit" | null;
  detail: string | null;
  places: { least: number; most: number } | null;
  /** How many schools have a place in it before the turn. */
  holding: number;
  schools: readonly string[];
  /** Fewer schools than the page asks for. */
  belowLeast: boolean;
}

interface Draft extends Omit<GroupProposal, "belowLeast" | "schools"> {
  schools: string[];
}

/** A formed group, or a name that schools went by together. */
interface Together {
  name: string;
  group: Formed | null;
  schools: SchoolTurn[];
}

/**
 * The groups of the year to come for the schools that go on, by id. Deterministic; no school twice, no group above its
 * number.
 */
export function proposeGroups(
  hub: string,
  into: AcademicYear,
  schools: readonly SchoolTurn[],
  groups: ReadonlyMap<string, WorkGroup>,
  catalogue: Catalogue,
): GroupProposal[] {
  const goingOn = schools.filter((one) => one.does !== "nothing" && one.next !== null);
  const drafts = [...groups].flatMap(([id, group]) =>
    group.status === "formed" && group.hub === hub && group.academicYear === into ? [there(id, group)] : [],
  );
  const taken = new Set(groups.keys());
  const left: SchoolTurn[] = [];
  for (const { group, name, schools: together } of togetherNow(hub, into, goingOn, groups)) {
    for (const { id, also, members } of keptAsOne(byProspectus(together), group, catalogue)) {
      const prospectus = catalogue.get(id);
      if (!prospectus) continue;
      const draft =
        goneAhead(drafts, id, name, groups) ?? anew(hub, into, prospectus, also, name, group, taken, catalogue);
      if (!drafts.includes(draft)) drafts.push(draft);
      left.push(...fill(draft, members));
    }
  }
  const alone = goingOn.filter((one) => !isTogether(one, into));
  for (const school of [...left, ...alone].sort(byJourney)) {
    // Without a number from the page nobody is put among strangers unasked.
    const draft = drafts
      .filter((one) => school.next && holds(one, school.next.prospectus) && one.places !== null)
      .find((one) => roomIn(one) > 0);
    draft?.schools.push(school.journey);
  }
  return drafts.map(finished).sort((one, other) => (one.id < other.id ? -1 : 1));
}

/**
 * The schools of the year before that went through it together, group by group, in the order in which they came to it.
 */
function togetherNow(
  hub: string,
  into: AcademicYear,
  goingOn: readonly SchoolTurn[],
  groups: ReadonlyMap<string, WorkGroup>,
): Together[] {
  const names = new Set(goingOn.flatMap((one) => (isTogether(one, into) ? (one.now?.workGroup ?? []) : [])));
  return [...names].sort().map((name) => {
    const known = groups.get(name);
    const group = known && known.status !== "none" && known.hub === hub ? known : null;
    const rank = new Map((group?.taken ?? []).map(({ journey }, index) => [journey, index]));
    const order = (one: SchoolTurn): number => rank.get(one.journey) ?? rank.size;
    const schools = goingOn.filter((one) => isTogether(one, into) && one.now?.workGroup === name);
    return { name, group, schools: schools.sort((one, other) => order(one) - order(other) || byJourney(one, other)) };
  });
}

/** Was it in a group in the year just before the one to come? */
function isTogether({ now }: SchoolTurn, into: AcademicYear): boolean {
  return now !== null && now.workGroup !== null && now.academicYear === nextAcademicYear(into, -1);
}

function byProspectus(schools: readonly SchoolTurn[]): [string, SchoolTurn[]][] {
  const found = new Map<string, SchoolTurn[]>();
  for (const school of schools)
    if (school.next) found.set(school.next.prospectus, [...(found.get(school.next.prospectus) ?? []), school]);
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** A group to come: its own programme, the others that it holds, and who goes on in it. */
interface KeptAsOne {
  id: string;
  also: readonly string[];
  members: readonly SchoolTurn[];
}

/**
 * A group that holds more than one programme stays one group, as far as what comes next may be held together: of
 * special schools whatever it is, else Embedding with Sustaining. Its own programme is of the phase that it was of, so
 * that its lead stays fit; of several the one with the most schools.
 */
function keptAsOne(
  parts: readonly (readonly [id: string, members: SchoolTurn[]])[],
  group: Formed | null,
  catalogue: Catalogue,
): KeptAsOne[] {
  const apart = parts.map(([id, members]): KeptAsOne => ({ id, also: [], members }));
  if (group === null || (group.also.length === 0 && !group.special)) return apart;
  const phase = catalogue.get(group.prospectus)?.phase;
  const [own, ...others] = [...apart].sort((one, other) => {
    const [here, there] = [one, other].map(({ id }) => Number(catalogue.get(id)?.phase !== phase));
    return (here ?? 0) - (there ?? 0) || other.members.length - one.members.length;
  });
  const main = own && catalogue.get(own.id);
  if (!own || !main) return apart;
  const along = others.filter(({ id }) => mayHold(main, [catalogue.get(id)], group.special));
  return [
    {
      id: own.id,
      also: along.map(({ id }) => id).sort(),
      members: [own, ...along].flatMap(({ members }) => members),
    },
    ...others.filter((one) => !along.includes(one)),
  ];
}

/** A group of the year to come in which schools of this year's group have places already: the others follow them. */
function goneAhead(
  drafts: readonly Draft[],
  prospectus: string,
  name: string,
  groups: ReadonlyMap<string, WorkGroup>,
): Draft | null {
  const now = groups.get(name);
  const members = new Set(now && now.status !== "none" ? now.taken.map(({ journey }) => journey) : []);
  return (
    drafts.find((one) => {
      const group = one.formed ? groups.get(one.id) : undefined;
      return (
        holds(one, prospectus) && group?.status === "formed" && group.taken.some(({ journey }) => members.has(journey))
      );
    }) ?? null
  );
}

function there(id: string, group: Formed): Draft {
  return {
    id,
    from: null,
    prospectus: group.prospectus,
    ...asMixed(group.also, group.special),
    formed: true,
    lead: group.lead,
    leadRole: group.leadRole,
    secondYearDone: false,
    why: null,
    detail: null,
    places: group.places,
    holding: group.taken.length,
    schools: [],
  };
}

function anew(
  hub: string,
  into: AcademicYear,
  prospectus: Prospectus,
  also: readonly string[],
  name: string,
  group: Formed | null,
  taken: Set<string>,
  catalogue: Catalogue,
): Draft {
  const base = `${hub}-${into.replace("/", "-")}-${prospectus.phase}-${prospectus.stage}`;
  let number = 1;
  while (taken.has(`${base}-${number}`)) number++;
  const id = `${base}-${number}`;
  taken.add(id);
  const special = group?.special === true;
  const size = special ? null : prospectus.groupSize;
  return {
    id,
    from: name,
    prospectus: prospectus.id,
    ...asMixed(also, special),
    formed: false,
    ...leadFor(prospectus, group, catalogue),
    places: size && { least: size.least.value, most: size.most.value },
    holding: 0,
    schools: [],
  };
}

const asMixed = (also: readonly string[], special: boolean): Pick<GroupProposal, "also" | "special"> => ({
  ...(also.length > 0 && { also }),
  ...(special && { special }),
});

/**
 * The same lead, where the page of the next stage would have that lead; what the lead has behind them holds if this
 * year's page asked for it too.
 */
function leadFor(
  prospectus: Prospectus,
  group: Formed | null,
  catalogue: Catalogue,
): Pick<Draft, "lead" | "leadRole" | "secondYearDone" | "why" | "detail"> {
  const now = group && catalogue.get(group.prospectus);
  const secondYearDone = now !== null && asksSecondYear(now);
  if (group && leads(group.leadRole, prospectus) && (!asksSecondYear(prospectus) || secondYearDone)) {
    return { lead: group.lead, leadRole: group.leadRole, secondYearDone, why: null, detail: null };
  }
  const role = usualRoleOf(prospectus);
  const detail = `This stage is led by a ${prospectus.lead.value}: name who leads the group, as leadRole ${role}.`;
  return { lead: null, leadRole: role, secondYearDone: false, why: "lead-not-fit", detail };
}

/**
 * A Readiness Lead leads no Development group. Where no page says who leads, a Secondary Mastery Specialist is a
 * Mastery Specialist too.
 */
function leads(role: string, prospectus: Prospectus): boolean {
  const usual = usualRoleOf(prospectus);
  return role === usual || (leadRoleOf(prospectus) === null && role.endsWith(`-${usual}`));
}

/** Takes in as many as there are places; gives back the rest. */
function fill(draft: Draft, schools: readonly SchoolTurn[]): SchoolTurn[] {
  const room = roomIn(draft);
  draft.schools.push(...schools.slice(0, room).map(({ journey }) => journey));
  return schools.slice(room);
}

function roomIn({ places, holding, schools }: Draft): number {
  return places === null ? Infinity : Math.max(0, places.most - holding - schools.length);
}

function finished(draft: Draft): GroupProposal {
  const { places, holding, schools } = draft;
  return { ...draft, belowLeast: places !== null && holding + schools.length < places.least };
}

const byJourney = (one: SchoolTurn, other: SchoolTurn): number => (one.journey < other.journey ? -1 : 1);
