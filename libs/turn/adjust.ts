// What the hub makes of the proposal: another lead, other schools, a group or a school left out. It comes out as what
// is to be done, step by step, or as the fault that stands against it. Pure.

import type { Instant, LocalDate } from "../calendar/instants.ts";
import { calendarAt, type Rules } from "../journey/rules.ts";
import { lastDayToAnswer } from "../journey/decide/days-to-answer.ts";
import { reject, type Rejection, concerning, inField, type FieldFault } from "../journey/rejection.ts";
import { invalid } from "../journey/wire.ts";
import { holds } from "../journey/places.ts";
import { decide } from "../work-group/decide.ts";
import { isGroupId } from "../work-group/together.ts";
import type { Step } from "./commands.ts";
import { nothingFor, whyNothing } from "../words/turn.ts";
import type { GroupProposal } from "./groups.ts";
import type { PlannedSchool, TurnPlan } from "./plan.ts";
import type { GroupWish, Wishes } from "./wishes.ts";
import type { Prospectus } from "../prospectus/prospectus.ts";

type Fault = { rejection: Rejection };
type Unnumbered = Step extends infer S ? (S extends Step ? Omit<S, "no"> : never) : never;

/**
 * The proposal as the hub wants it, and its steps: groups first. Rejects with `invalid`, `group-full`, `lead-not-fit`
 * or what forming a group is turned down with.
 */
export function adjust(
  plan: TurnPlan,
  wishes: Wishes,
  at: Instant,
  rules: Rules,
): { plan: TurnPlan; steps: Step[] } | Fault {
  const schools = wanted(plan, wishes);
  if ("rejection" in schools) return schools;
  const groups = regrouped(plan, schools.schools, wishes.groups ?? []);
  if ("rejection" in groups) return groups;
  const placeOf = new Map(
    groups.groups.flatMap(({ id, schools: inIt }) => inIt.map((journey) => [journey, id] as const)),
  );
  const adjusted = schools.schools.map((one): PlannedSchool => {
    const workGroup = placeOf.get(one.journey) ?? null;
    return {
      ...one,
      workGroup,
      withoutPlace: one.does === "nothing" || workGroup !== null ? null : (one.withoutPlace ?? "no-group"),
    };
  });
  const steps = stepsOf(groups.groups, adjusted, wishes.respondBy, plan.hub);
  return (
    standsAgainst(groups.groups, steps, wishes.respondBy, at, rules, plan.hub) ?? {
      plan: { ...plan, schools: adjusted, groups: groups.groups },
      steps,
    }
  );
}

const because = nothingFor("left-out");
const LEFT_OUT = { because, detail: whyNothing({ because, detail: null }) };

function wanted({ schools }: TurnPlan, { leaveOut = [], invite = [] }: Wishes): { schools: PlannedSchool[] } | Fault {
  const known = new Map(schools.map((one) => [one.journey, one]));
  const unknown = leaveOut.flatMap((journey, index) =>
    known.has(journey) ? [] : [inField(`/leaveOut/${index}`, "not-in-the-turn")],
  );
  const unasked = invite.flatMap((journey, index) => {
    const one = known.get(journey);
    if (one?.does === "invite" || (one?.why === "left" && one.next !== null)) return [];
    return [inField(`/invite/${index}`, "not-invited", { because: one?.detail ?? null })];
  });
  if (unknown.length + unasked.length > 0) return invalid([...unknown, ...unasked]);
  return {
    schools: schools.map((one): PlannedSchool => {
      if (leaveOut.includes(one.journey) && one.does !== "nothing")
        return { ...one, does: "nothing", why: "left-out", ...LEFT_OUT };
      return invite.includes(one.journey) && one.does === "nothing"
        ? { ...one, does: "invite", why: null, because: null, detail: null }
        : one;
    }),
  };
}

function regrouped(
  plan: TurnPlan,
  schools: readonly PlannedSchool[],
  wishes: readonly GroupWish[],
): { groups: GroupProposal[] } | Fault {
  const going = new Map(schools.filter((one) => one.does !== "nothing").map((one) => [one.journey, one]));
  const faults: FieldFault[] = [];
  const named = new Set(wishes.flatMap((one) => one.schools ?? []));
  const groups = new Map<string, GroupProposal>(
    plan.groups.map((one) => [
      one.id,
      { ...one, schools: one.schools.filter((journey) => going.has(journey) && !named.has(journey)) },
    ]),
  );
  const seen = new Set<string>();
  wishes.forEach((wish, index) => {
    const found = groups.get(wish.id) ?? oneMore(wish);
    if (typeof found === "string") {
      faults.push(inField(`/groups/${index}/id`, found));
      return;
    }
    if (found.formed && wish.lead !== undefined) faults.push(inField(`/groups/${index}/lead`, "led-already"));
    const group = wishedFor(found, wish);
    wish.schools?.forEach((journey, place) => {
      const next = going.get(journey)?.next?.prospectus;
      const fits = next !== undefined && holds(group, next) && !seen.has(journey) && wish.leaveOut !== true;
      if (!fits) faults.push(inField(`/groups/${index}/schools/${place}`, "goes-elsewhere"));
      seen.add(journey);
    });
    groups.set(wish.id, group);
  });
  if (faults.length > 0) return invalid(faults);
  return { groups: [...groups.values()].map(counted).sort((one, other) => (one.id < other.id ? -1 : 1)) };
}

/** A group that was not proposed; or why it cannot be. */
function oneMore({ id, prospectus }: GroupWish): GroupProposal | "no-such-group" | "group-id" {
  if (prospectus === undefined) return "no-such-group";
  if (!isGroupId(id)) return "group-id";
  return {
    id,
    from: null,
    prospectus,
    formed: false,
    lead: null,
    leadRole: null,
    secondYearDone: false,
    why: "lead-not-fit",
    detail: "Name who leads it.",
    places: null,
    holding: 0,
    schools: [],
    belowLeast: false,
  };
}

function wishedFor(group: GroupProposal, wish: GroupWish): GroupProposal {
  const schools = wish.leaveOut === true ? [] : (wish.schools ?? group.schools);
  if (wish.lead === undefined) return { ...group, schools };
  const { lead, leadRole = group.leadRole, secondYearDone = group.secondYearDone } = wish;
  return { ...group, schools, lead, leadRole, secondYearDone, why: null, detail: null };
}

function counted(group: GroupProposal): GroupProposal {
  return { ...group, belowLeast: group.places !== null && group.holding + group.schools.length < group.places.least };
}

function stepsOf(
  groups: readonly GroupProposal[],
  schools: readonly PlannedSchool[],
  respondBy: LocalDate | undefined,
  hub: string,
): Step[] {
  const forming = groups
    .filter((one) => !one.formed && one.schools.length > 0)
    .map((one): Unnumbered => ({
      kind: "group",
      subject: one.id,
      type: "FormWorkGroup",
      data: {
        hub,
        prospectus: one.prospectus,
        ...(one.also && { also: [...one.also] }),
        ...(one.special && { special: true }),
        lead: one.lead ?? "",
        leadRole: one.leadRole ?? "",
        ...(one.secondYearDone && { secondYearDone: true }),
      },
    }));
  const asking = schools.flatMap(({ journey, does, next, workGroup }): Unnumbered[] => {
    const place = workGroup === null ? {} : { workGroup };
    if (does === "place" && workGroup !== null)
      return [{ kind: "school", subject: journey, type: "PlaceInWorkGroup", data: place }];
    if (does !== "invite" || next === null) return [];
    const data = {
      prospectus: next.prospectus,
      ...place,
      ...(workGroup !== null && respondBy !== undefined && { respondBy }),
    };
    return [{ kind: "school", subject: journey, type: "InviteToNextStage", data }];
  });
  return [...forming, ...asking].map((step, index): Step => ({ ...step, no: index + 1 }));
}

/** What the rules would turn down of it, asked before anything is done. */
function standsAgainst(
  groups: readonly GroupProposal[],
  steps: readonly Step[],
  respondBy: LocalDate | undefined,
  at: Instant,
  rules: Rules,
  hub: string,
): Fault | null {
  const calendar = calendarAt(rules, { hub });
  for (const { id, places, holding, schools, prospectus, lead, leadRole, formed } of groups) {
    if (schools.length === 0) continue;
    if (places !== null && holding + schools.length > places.most)
      return reject("group-full", "proposed", { workGroup: id, most: places.most, schools: holding + schools.length });
    if (!formed && lead === null)
      return concerning(id, noLead(leadRole === null ? null : rules.catalogue.get(prospectus), leadRole));
    const found = rules.catalogue.get(prospectus);
    const by = found && lastDayToAnswer(found, calendar, at, respondBy === undefined ? {} : { respondBy });
    if (by !== null && typeof by !== "string") return by;
  }
  for (const step of steps) {
    if (step.kind !== "group") continue;
    const decision = decide(
      { status: "none" },
      { id: "preview", type: "FormWorkGroup", at, by: { who: "preview", role: "service" }, data: step.data },
      rules,
    );
    if ("rejection" in decision) return concerning(step.subject, decision.rejection);
    const formed = decision.events[0];
    const inIt = groups.find((one) => one.id === step.subject)?.schools.length ?? 0;
    if (formed?.type === "WorkGroupFormed" && formed.places && inIt > formed.places.most)
      return reject("group-full", "proposed", { workGroup: step.subject, most: formed.places.most, schools: inIt });
  }
  return null;
}

function noLead(found: Prospectus | null, leadRole: string | null): Rejection {
  return reject("lead-not-fit", "no-lead", { ledBy: found?.lead.value ?? null, leadRole }).rejection;
}
