// The hub's turn into the next academic year: looked at, with what the hub wants otherwise; then how far it is.

import type { Outcome, TurnAsItStands } from "../../../libs/service/turn/read-turn-progress.ts";
import type { TurnPreview } from "../../../libs/service/turn/read-turn.ts";
import type { StaffChoice } from "../../../libs/service/hubs/staff.ts";
import type { GroupWish } from "../../../libs/turn/wishes.ts";
import type { GroupNaming } from "../../../libs/words/group-name.ts";
import { whyNothing } from "../../../libs/words/turn.ts";
import { fieldShown } from "../form-controls.ts";
import { allIn, textIn, type FormField, type Typed } from "../form-fields.ts";
import { faultSummary, hidden, idOf, type FormState } from "../form-page.ts";
import type { Html } from "../html.ts";
import type { SelectOptions } from "../look/options.ts";
import { tick } from "../look/parts.ts";
import { day, inWords, low, toPerson } from "../words.ts";

type School = TurnPreview["plan"]["schools"][number];
type Group = TurnPreview["plan"]["groups"][number];

/**
 * `names`: of schools by journey; `called`: what groups are called; `staff`: who may lead one. `leads`: as what each
 * programme is led, where its page says. `opensOn`: the day from which it can be done, where it is still to come.
 */
export interface TurnLook {
  names: ReadonlyMap<string, string>;
  called: GroupNaming;
  staff: readonly StaffChoice[];
  leads(prospectus: string): string | null;
  opensOn: string | null;
  mayDo: boolean;
}

/** What template turn.njk is filled with. `form`: for who may do it now. */
export interface TurnView {
  into: string;
  asking: number;
  all: number;
  opensOn: string | null;
  form: { action: string; hidden: Html; faults: Html | null; plan: string; respondBy: Html } | null;
  schools: readonly {
    name: string;
    href: string;
    now: string;
    outcome: string;
    late: string;
    readiness: string;
    next: string;
    does: string;
    why: string;
    group: string;
    withoutPlace: string;
    leaveOut: Html | null;
  }[];
  groups: readonly {
    name: string;
    from: string;
    schools: string;
    places: string;
    lead: string;
    detail: string;
    otherwise: { lead: SelectOptions | null; secondYear: Html | null; leaveOut: Html } | null;
  }[];
}

const DOES: Readonly<Record<School["does"], string>> = {
  invite: "Is invited",
  place: "Gets its place",
  nothing: "Nothing",
};
const RESPOND_BY: FormField = { kind: "date", name: "respondBy", label: "Last day to answer", required: false };

/** The view model of the preview, as a form for who may do it. */
export function turnView({ plan, digest }: TurnPreview, look: TurnLook, state: FormState): TurnView {
  const does = look.mayDo && look.opensOn === null;
  const typed = does ? state.typed : null;
  return {
    into: plan.into,
    asking: plan.schools.filter((one) => one.does !== "nothing").length,
    all: plan.schools.length,
    opensOn: look.opensOn === null ? null : day(look.opensOn),
    form: does
      ? {
          action: state.action,
          hidden: hidden(state),
          faults: faultSummary(state.faults),
          plan: digest,
          respondBy: fieldShown(RESPOND_BY, idOf(RESPOND_BY.name), state),
        }
      : null,
    schools: plan.schools.map((one) => schoolLine(one, look, typed)),
    groups: plan.groups.map((one) => groupLine(one, look, typed)),
  };
}

function schoolLine(one: School, look: TurnLook, typed: Typed | null): TurnView["schools"][number] {
  const { journey, urn, now, next, outstanding, readiness, does, workGroup, withoutPlace } = one;
  const name = look.names.get(journey) ?? `School ${urn}`;
  const leaveOut =
    typed === null || does === "nothing"
      ? null
      : tick(
          { id: `out-${journey}`, name: "leaveOut", value: journey },
          { words: "Leave out", whose: ` ${name}`, checked: allIn(typed, "leaveOut").includes(journey) },
        );
  return {
    name,
    href: `/journeys/${journey}`,
    now: now === null ? "–" : `${inWords(now.stage)} ${now.academicYear}`,
    outcome: now === null ? "" : now.completes ? "Completes" : inWords(now.outcome),
    late: outstanding.length === 0 ? "" : `Late: ${outstanding.map(low).join(", ")}`,
    readiness: readiness === null ? "–" : inWords(readiness),
    next: next === null ? "–" : inWords(next.stage),
    does: DOES[does],
    why: whyNothing(one, toPerson(look.called)) ?? "",
    group: workGroup === null ? (withoutPlace === null ? "–" : "") : look.called(workGroup),
    withoutPlace: workGroup === null && withoutPlace !== null ? WITHOUT[withoutPlace] : "",
    leaveOut,
  };
}

const WITHOUT: Readonly<Record<NonNullable<School["withoutPlace"]>, string>> = {
  "group-full": "No place is free",
  "no-group": "No group yet",
};

function groupLine(one: Group, look: TurnLook, typed: Typed | null): TurnView["groups"][number] {
  const { id, formed, from, schools, places, holding, lead, detail, special = false } = one;
  return {
    name: look.called(id),
    from: formed ? "Is formed already" : from === null ? "New" : `The schools of ${look.called(from)}`,
    schools: `${schools.length} of this turn${special ? ", special schools alone" : ""}`,
    places: places === null ? "" : `${places.least} to ${places.most} places, ${holding} held`,
    lead: leadOf(lead, look.staff),
    detail:
      lead === null && detail !== null
        ? `Name who leads it${one.leadRole === null ? "" : `: a ${low(one.leadRole)}`}.`
        : "",
    otherwise: typed === null || formed ? null : otherwise(one, look, typed),
  };
}

/** By name, as far as they are on the list of the hub's staff. */
function leadOf(lead: string | null, staff: readonly StaffChoice[]): string {
  if (lead === null) return "Nobody yet";
  return staff.find(({ id }) => id === lead)?.name ?? "Not on the list of the hub’s staff";
}

function otherwise(
  { id, why, prospectus }: Group,
  { leads, called, staff }: TurnLook,
  typed: Typed,
): NonNullable<TurnView["groups"][number]["otherwise"]> {
  const name = called(id);
  const leaveOut = tick(
    { id: `out-${id}`, name: "leaveOutGroup", value: id },
    { words: "Do not form it", whose: `: ${name}`, checked: allIn(typed, "leaveOutGroup").includes(id) },
  );
  if (why === null) return { lead: null, secondYear: null, leaveOut };
  const role = leads(prospectus);
  const chosen = textIn(typed, `lead.${id}`);
  return {
    lead: {
      id: `lead-${id}`,
      name: `lead.${id}`,
      label: { text: `Its lead${role === null ? "" : `, a ${low(role)}`}` },
      items: [
        { value: "", text: "Choose" },
        ...staff.map((one) => ({ value: one.id, text: one.name, selected: one.id === chosen })),
      ],
    },
    secondYear: tick(
      { id: `second-${id}`, name: `second.${id}`, value: "yes" },
      {
        words: "Second year of the national programme done",
        whose: `: ${name}`,
        checked: textIn(typed, `second.${id}`) !== "",
      },
    ),
    leaveOut,
  };
}

/** The request that the form stands for. */
export function turnBody(
  { groups: all }: TurnPreview["plan"],
  into: string,
  typed: Typed,
  leads: TurnLook["leads"],
): Record<string, unknown> {
  const out = allIn(typed, "leaveOutGroup");
  const wishes = all.flatMap(({ id, prospectus }): GroupWish[] => {
    const lead = textIn(typed, `lead.${id}`).trim();
    if (out.includes(id)) return [{ id, leaveOut: true }];
    const leadRole = leads(prospectus) ?? "work-group-lead";
    return lead === ""
      ? []
      : [{ id, lead, leadRole, ...(textIn(typed, `second.${id}`) !== "" && { secondYearDone: true }) }];
  });
  const respondBy = textIn(typed, "respondBy").trim();
  return {
    into,
    plan: textIn(typed, "plan"),
    ...(respondBy !== "" && { respondBy }),
    ...(wishes.length > 0 && { groups: wishes }),
    ...(allIn(typed, "leaveOut").length > 0 && { leaveOut: [...allIn(typed, "leaveOut")] }),
  };
}

interface Became {
  words: string;
  look: string;
  why: string;
}
/** What template turn-progress.njk is filled with. `way`: to interrupt it, or to go on, for who may. */
export interface TurnProgressView {
  faults: Html | null;
  into: string;
  status: string;
  done: string;
  again: string | null;
  way: { action: string; words: string; hidden: Html } | null;
  groups: readonly { name: string; became: Became }[];
  schools: readonly { name: string; href: string; next: string; group: string; became: Became }[];
}

const STATUS: Readonly<Record<string, string>> = {
  waiting: "Still to come",
  done: "Done",
  "turned-down": "Turned down",
  none: "Nothing to do",
};
const LOOKS: Readonly<Record<string, string>> = { done: "govuk-tag--green", "turned-down": "govuk-tag--red" };

/** The view model of how far a turn is that has begun. `state`: of its forms; null for who may not run it. */
export function turnProgressView(
  turn: TurnAsItStands,
  { names, called }: Pick<TurnLook, "names" | "called">,
  state: FormState | null,
): TurnProgressView {
  const { into, status, done, of, turnedDown } = turn;
  const year = into.replace("/", "-");
  const became = (one: Outcome): Became => ({
    words: STATUS[one.status] ?? inWords(one.status),
    look: LOOKS[one.status] ?? "",
    why: whyNothing(one, toPerson(called)) ?? "",
  });
  const ways: Readonly<Record<string, readonly [slug: string, words: string]>> = {
    running: ["interrupt", "Interrupt it"],
    interrupted: ["resume", "Go on with it"],
  };
  const way = ways[status];
  return {
    faults: state === null ? null : faultSummary(state.faults),
    into,
    status: inWords(status),
    done: `${done} of ${of} done${turnedDown === 0 ? "" : `, ${turnedDown} of them turned down`}`,
    again: status === "running" ? `/turn?into=${year}` : null,
    way:
      way === undefined || state === null
        ? null
        : { action: `/turn/${year}/${way[0]}`, words: way[1], hidden: hidden(state) },
    groups: turn.groups.map((one) => ({ name: called(one.id), became: became(one) })),
    schools: turn.schools.map((one) => ({
      name: names.get(one.journey) ?? `School ${one.urn}`,
      href: `/journeys/${one.journey}`,
      next: one.next === null ? "–" : inWords(one.next.stage),
      group: one.workGroup === null ? "–" : called(one.workGroup),
      became: became(one),
    })),
  };
}
