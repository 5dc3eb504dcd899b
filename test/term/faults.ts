// What befalls the service during the term: workers are killed, and PostgreSQL is restarted.

import { setTimeout as pause } from "node:timers/promises";
import { msOf, type Instant } from "../../libs/calendar/instants.ts";
import type { WorkerSlot } from "../faults/slots.ts";
import type { RuleClock } from "../../activities/in-rule-time.ts";
import type { RoughMail } from "./rough-mail.ts";
import { RESTARTS } from "./term.ts";

type Way = "at-random" | "after-append" | "after-effect" | "after-yes";

export interface Trouble {
  clock: RuleClock;
  /** When it is over, in milliseconds. */
  until: number;
  random: () => number;
  kills: Record<Way, number>;
  /** From when to when PostgreSQL was away each time, in milliseconds. */
  postgres: { from: number; to: number }[];
  progress(line: string): void;
}

/** Waits until the rules' clock shows `at`. */
export async function untilRuleTime(clock: RuleClock, at: Instant): Promise<void> {
  await pause(Math.max(0, msOf(clock.theirs(at)) - Date.now()));
}

/** How long a worker that is to die at a point has until it comes there; else it dies where it is. */
const TO_THE_POINT_MS = 3_000;

/**
 * Every so many milliseconds, half as long or half as long again, one worker dies; on a machine too busy to start them
 * as fast, once half of them work again.
 */
export async function killWorkers(
  { until, random, kills }: Trouble,
  workers: readonly WorkerSlot[],
  mail: RoughMail,
  everyMs: number,
): Promise<void> {
  const dying: Promise<void>[] = [];
  for (;;) {
    await pause(everyMs * (0.5 + random()));
    if (Date.now() >= until) break;
    const ready = workers.flatMap((worker, slot) => (worker.ready ? [slot] : []));
    const slot = ready[Math.floor(random() * ready.length)];
    const victim = slot === undefined ? undefined : workers[slot];
    if (slot === undefined || !victim || ready.length < workers.length / 2) continue;
    const way = wayOf(random());
    dying.push(
      killAt(way, slot, victim, mail).then((came) => {
        kills[came ? way : "at-random"] += 1;
      }),
    );
  }
  await Promise.all(dying);
}

function wayOf(chance: number): Way {
  if (chance < 0.4) return "after-yes";
  if (chance < 0.7) return "at-random";
  return chance < 0.85 ? "after-append" : "after-effect";
}

/** Whether it died at the point it was to die at. */
async function killAt(way: Way, slot: number, victim: WorkerSlot, mail: RoughMail): Promise<boolean> {
  if (way === "after-append" || way === "after-effect") return victim.dieAt(way, TO_THE_POINT_MS);
  if (way === "after-yes" && (await mail.afterNextYes(slot, () => victim.kill(), TO_THE_POINT_MS))) return true;
  victim.kill();
  return way === "at-random";
}

/** PostgreSQL goes away in the middle of each morning on which much falls due, and comes back. */
export async function restartPostgres(
  { clock, postgres, progress }: Trouble,
  restart: () => Promise<void>,
): Promise<void> {
  for (const at of RESTARTS) {
    await untilRuleTime(clock, at);
    const outage = { from: Date.now(), to: Infinity };
    postgres.push(outage);
    await restart();
    outage.to = Date.now();
    progress(`PostgreSQL was away for ${outage.to - outage.from} ms`);
  }
}
