// What a school is to the rules by the register's word, and whether it may apply, before any form is filled. Pure.

import { startOfDay, type Instant } from "../calendar/instants.ts";
import type { Prospectus, Phase } from "../prospectus/prospectus.ts";
import type { ActorRole, CommandData, SchoolFacts } from "../journey/commands.ts";
import { decide } from "../journey/decide.ts";
import type { Rules } from "../journey/rules.ts";
import type { Rejection } from "../journey/rejection.ts";
import type { Journey } from "../journey/state.ts";
import { isSpecial, PROPOSED, type Funding, type RegisterSchool } from "./register-school.ts";

type ByRegister = Pick<SchoolFacts, "phase" | "funding" | "open" | "proposed" | "opensOn" | "la" | "special">;

/**
 * Phase, funding, existence and LA as the register has them. `asked`: the phase of the programme. A school of section
 * 41 is paid for by the state place by place, which is the hub's to judge: what is `stated` of its funding goes.
 */
export function factsByRegister(
  school: Pick<RegisterSchool, "phases" | "funding" | "open" | "section41" | "la"> & {
    status?: string | null;
    type?: string | null;
    openedOn?: RegisterSchool["openedOn"];
  },
  asked: Phase,
  stated: Funding,
): ByRegister {
  return {
    // A nursery is of neither phase: to the rules, of another than the one asked for. So is what is no school at all
    // not state-funded.
    phase: school.phases.includes(asked) ? asked : OTHER[asked],
    funding: school.section41 ? stated : (school.funding ?? "independent"),
    open: school.open,
    ...(school.status === PROPOSED && {
      proposed: true,
      ...(school.openedOn && { opensOn: school.openedOn }),
    }),
    ...(school.la !== null && { la: school.la }),
    ...(typeof school.type === "string" && { special: isSpecial(school.type) }),
  };
}

const OTHER: Readonly<Record<Phase, Phase>> = { primary: "secondary", secondary: "primary" };

/** The phase of the programme with this id; null for what is no id of a prospectus. */
export function phaseAsked(prospectus: string): Phase | null {
  const phase = /^[^/]*\/(primary|secondary)-/u.exec(prospectus)?.[1];
  return phase === "primary" || phase === "secondary" ? phase : null;
}

/**
 * Everything in the school that stands against its application at `at`, in the order of the rules; empty where nothing
 * does. The form itself is taken as rightly filled, and of earlier stages only those count that the journey or
 * `school.history` has. `role`: of who asks.
 */
export function obstacles(
  state: Journey,
  application: Pick<CommandData["SubmitApplication"], "school" | "hub" | "window" | "listed">,
  prospectus: Prospectus,
  at: Instant,
  rules: Rules,
  role: ActorRole = "service",
): Rejection[] {
  const found: Rejection[] = [];
  let data: CommandData["SubmitApplication"] = { ...application, ...formFor(prospectus) };
  let when = at;
  for (;;) {
    const decision = decide(
      state,
      { id: "preview", type: "SubmitApplication", at: when, by: { who: "preview", role }, data },
      rules,
    );
    if (!("rejection" in decision)) return found;
    const { rejection } = decision;
    // The same again: putting it right for the preview did not help.
    if (found.some(({ code }) => code === rejection.code)) return found;
    found.push(rejection);
    // What else there is shows once this is put right.
    switch (rejection.code) {
      case "school-closed":
        data = { ...data, school: { ...data.school, open: true } };
        break;
      case "wrong-phase":
        data = { ...data, school: { ...data.school, phase: prospectus.phase } };
        break;
      case "not-state-funded":
        data = { ...data, school: { ...data.school, funding: "state" } };
        break;
      case "window-closed":
        when = startOfDay((data.window ?? { opensOn: prospectus.window.opensOn.value }).opensOn);
        break;
      default:
        return found;
    }
  }
}

/** A form that leaves nothing to ask. */
function formFor({
  id,
  application,
}: Prospectus): Omit<CommandData["SubmitApplication"], "school" | "hub" | "window" | "listed"> {
  return {
    prospectus: id,
    criteria: (application.criteria?.value ?? []).slice(0, 1).map(({ code }) => code),
    reasons: { id: "preview", words: 1 },
    understandsExpectations: true,
    seniorLeaderSupports: true,
    contact: "preview",
  };
}
