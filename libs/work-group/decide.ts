// Decisions on a Work Group: who leads it, how many schools it holds, when it meets.

import { localDate, type Instant } from "../calendar/instants.ts";
import { assign } from "../journey/decide/assign.ts";
import { because, needsReason } from "../journey/decide/common.ts";
import { reject, inField } from "../journey/rejection.ts";
import { rulesAt, type Rules } from "../journey/rules.ts";
import { invalid } from "../journey/wire.ts";
import type { Command, CommandName } from "./commands.ts";
import { calendarOf, formed, type Decide, type Decision } from "./decide/common.ts";
import { FORM } from "./decide/form.ts";
import { REGISTER } from "./decide/register.ts";
import { SESSIONS } from "./decide/sessions.ts";
import { nextUp, type Next } from "./due.ts";
import type { GroupEvent } from "./events.ts";
import { step } from "./evolve.ts";
import { openTasks } from "./register-task.ts";
import type { WorkGroup } from "./state.ts";

/** Decides a command of a Work Group: its events, or one rejection. Pure, as a journey's `decide`. */
export function decide(group: WorkGroup, command: Command, rules: Rules): Decision {
  const version = group.status === "none" ? 0 : group.seq;
  if (command.expected !== undefined && command.expected !== version) {
    return reject("version-conflict", "work-group", { version, expected: command.expected });
  }
  const hub = command.type === "FormWorkGroup" ? command.data.hub : group.status === "none" ? null : group.hub;
  const there = hub === null ? rules : rulesAt(rules, hub);
  return (VERBS[command.type] as Decide<CommandName>)(group, command as never, there);
}

const VERBS: { [N in CommandName]: Decide<N> } = {
  ...FORM,
  ...SESSIONS,
  ...REGISTER,

  OfferTogether: formed((_group, { data }) => {
    const two = data.schools.length > 1 && new Set(data.schools).size === data.schools.length;
    return two ? { events: [] } : invalid([inField("/schools", "two-schools")]);
  }),

  DecideGroup: formed((group, { at, data }) => {
    if (group.task === null) return reject("not-in-this-state", "group-nothing-to-decide");
    const fault = needsReason(data);
    if (fault) return fault;
    const { decision, workGroup } = data;
    if (decision === "join" && workGroup === undefined) return invalid([inField("/workGroup", "group-to-join")]);
    const joins = decision === "join" && workGroup !== undefined;
    return { events: [{ type: "GroupDecided", at, decision, ...(joins && { workGroup }), ...because(data) }] };
  }),

  AssignTask: formed((group, { at, data }, rules) => {
    const open = openTasks(group, calendarOf(rules, group.hub), localDate(at)).find(({ task }) => task === data.task);
    return open === undefined ? reject("not-found", "task") : assign(open, data, at, calendarOf(rules, group.hub));
  }),

  Tick: (group, { at }) => {
    const events: GroupEvent[] = [];
    let now = group;
    for (let next = nextUp(now); next && next.at <= at; next = nextUp(now)) {
      const brought = bring(now, next, at);
      now = step(now, brought);
      events.push(brought);
    }
    return { events };
  },

  RecordEffect: (group, { at, data }) => {
    const open = group.status === "none" ? undefined : group.effects.find((one) => one.seq === data.effect);
    if (!open || (data.outcome === "stalled" && open.stalled)) return { events: [] };
    if (data.outcome === "stalled")
      return { events: [{ type: "EffectStalled", at, effect: data.effect, code: data.code ?? "unknown" }] };
    return { events: [{ type: "EffectPerformed", at, effect: data.effect, messageId: null }] };
  },
};

function bring(group: WorkGroup, next: Next, at: Instant): GroupEvent {
  if (next.what === "next-offer") return { type: "PlaceReserved", at, journey: next.first.journey, fromWaitlist: true };
  return { type: "WorkGroupEnded", at, academicYear: group.status === "none" ? "" : group.academicYear };
}
