// Who may say that a school goes on as another: the register, or an operator. A URN is never taken over by the word of
// the one who takes it.

import type { DataSource } from "typeorm";
import { ENDED_STATUSES } from "../../journey/state.ts";
import { successions, type Successions } from "../../register/succession.ts";
import { successionLinks } from "../../store/schools/register.ts";
import { askOfOperator } from "../../store/schools/school-questions.ts";
import { findJourneys } from "../../views/journeys/read-journeys.ts";
import type { JourneyRow } from "../../views/journeys/journeys.ts";
import type { Principal } from "../access/principal.ts";
import { Refusal } from "../refusal.ts";

const BOTH = 10;

/**
 * Whether someone may have the journey go on under the URN that a body names: one that the register links, or that an
 * operator confirms. One that has a journey of that phase is the operator's, and nobody's while that one is under way.
 * `keeps`: what an operator has to decide is put before them.
 * @throws Refusal `forbidden`, `already-active`; rejects with StoreError
 */
export async function mayBeSucceeded(
  source: DataSource,
  caller: Principal,
  journey: string,
  body: unknown,
  keeps: boolean,
): Promise<void> {
  const { urn } = Object(body) as Record<string, unknown>;
  const own = (await findJourneys(source, { urn: journey.slice(0, 6), limit: BOTH })).items.find(
    ({ id }) => id === journey,
  );
  // What is no URN the command's own shape turns away; its own URN, or a former one, the rules.
  if (own === undefined || typeof urn !== "string" || urn === own.urn || own.aliases.includes(urn)) return;
  const others = (await findJourneys(source, { urn, phase: own.phase, limit: BOTH })).items;
  if (caller.role === "operator") {
    if (others.some(isUnderWay))
      throw new Refusal(
        "already-active",
        "That school has a journey of this phase under way: a school has one. End the one that is not to go on first.",
      );
    return;
  }
  const linked = follows(successions(await successionLinks(source)), [own.urn, ...own.aliases]).has(urn);
  if (linked && others.length === 0) return;
  if (keeps) await askOfOperator(source, { journey, hub: own.hub, urn: own.urn, successor: urn });
  throw new Refusal(
    "forbidden",
    linked
      ? "That school has a journey of its own in this phase: an operator looks at both and decides."
      : "The register does not name that school as the successor of this one: an operator looks at it and confirms it.",
  );
}

/** Does it go on, or wait for something? One that has ended can be left behind. */
export function isUnderWay({ status }: Pick<JourneyRow, "status">): boolean {
  return !ENDED_STATUSES.some((one) => one === status);
}

/** Every school that follows one of these by the register's links, however far. */
function follows(after: Successions, start: readonly string[]): ReadonlySet<string> {
  const met = new Set(start);
  for (const urn of met) for (const next of after.get(urn)?.keys() ?? []) met.add(next);
  return met;
}
