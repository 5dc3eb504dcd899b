// One decision on several schools: to each its own command, once however often it is asked for, and what came of each.

import type { InWords } from "../../words/rejection.ts";
import { SignInTooOld } from "../access/recent.ts";
import { Refusal } from "../refusal.ts";
import type { Asked } from "./asked.ts";
import type { JourneyCommands } from "./perform-on-journey.ts";
import type { RoutedCommand } from "./journey-commands.ts";

/** What would come, or came, of it for one school. */
export interface CameOf {
  journey: string;
  outcome: "accepted" | "rejected";
  because: InWords | null;
}

/** Why it is turned down at one school. @throws what it was given, where that is alike for all of them or a fault */
export function becauseOf(error: unknown): InWords {
  if (!(error instanceof Refusal) || error.code === "unavailable" || error instanceof SignInTooOld) throw error;
  return error.rejection ?? { code: error.code, detail: error.message };
}

/**
 * Sends the command to each journey in turn, or only looks at it where a preview is asked for. What the rules turn down
 * is said of that school. @throws Refusal `unavailable` where an outcome is not known: asked again, it goes on there;
 * `invalid` where no school is named; SignInTooOld where it is about money
 */
export async function toEach(
  commands: JourneyCommands,
  name: RoutedCommand,
  asked: Asked,
  schools: readonly { journey: string; body: Readonly<Record<string, unknown>> }[],
): Promise<CameOf[]> {
  const { caller, request, key, preview = false, seen } = asked;
  if (seen !== undefined) throw new Refusal("invalid", "If-Match is of one journey: leave it out.");
  if (schools.length === 0) throw new Refusal("invalid", "Name at least one school.");
  const came: CameOf[] = [];
  for (const { journey, body } of schools) {
    try {
      await commands.perform(name, journey, { caller, request, body, key: `${key} ${journey}`, preview });
      came.push({ journey, outcome: "accepted", because: null });
    } catch (error) {
      came.push({ journey, outcome: "rejected", because: becauseOf(error) });
    }
  }
  return came;
}
