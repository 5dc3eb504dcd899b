// `npm run test:recovery -- --schools 1000`: Temporal loses all that it knew while so many journeys are under way,
// some with open offers, a payment run half paid and a hub's turn half done. `npm run recover` is killed on its way
// and run again. Then everything is counted. Ends with 1 if anything was sent or paid twice, or a date is another.

import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { DefaultLogger, Runtime } from "@temporalio/worker";
import { top } from "../../apps/cli/setup/folders.ts";
import { startGround } from "../faults/world.ts";
import { check } from "../payments/checks.ts";
import { startMailServer } from "../support/mail-server.ts";
import { startReceiver } from "../support/receiver.ts";
import { beginLives, clockOfLives, gate, statusOf, until, workerAt } from "./lives.ts";
import { hasTimer, quiet, ringsInTime, running, standing } from "./looking.ts";

const { values } = parseArgs({ options: { schools: { type: "string", default: "1000" } } });
const schools = Number(values.schools);
/** Schools with an open offer; the others' grants are paid. */
const offers = Math.round(schools * 0.3);
const LONG_MS = 20 * 60_000;
const LOOKS_MS = 2 * 60_000;

Runtime.install({ shutdownSignals: [], logger: new DefaultLogger("ERROR") });
process.exitCode = 1; // until it is known to be well
const ground = await startGround("recovery");
const { dataSource, client } = ground;
const [mail, receiver] = [await startMailServer(), await startReceiver()];
const clock = clockOfLives();
/** The run stands still when about half of its batches are paid. */
const BATCH = 100;
const [paid, turned] = [gate(Math.floor((schools - offers) / BATCH / 2)), gate(1)];
const worker = await workerAt({
  databaseUrl: ground.env["DATABASE_URL"] ?? "",
  address: ground.env["TEMPORAL_ADDRESS"] ?? "",
  namespace: "default",
  smtpUrl: mail.smtpUrl,
  clock,
  bundle: ground.bundle,
  around: (activities) => ({
    ...activities,
    "confirm-payments": paid.hold(activities["confirm-payments"]),
    "take-steps": turned.hold(activities["take-steps"]),
  }),
});
say(`beginning ${schools} journeys`);
await beginLives({ dataSource, client, clock }, { grants: schools - offers, offers, webhookUrl: receiver.url });
await until(async () => paid.held > 0 && turned.held > 0, LONG_MS);
const [before, waiting] = [await standing(dataSource), await quiet(dataSource, clock)];
const letters = (): string[] => mail.arrived.map(({ email }) => email.messageId ?? "");
say(`${before.length} lives have something to come, ${waiting.length} of them only a day; ${letters().length} letters`);

ground.temporal.signal("SIGKILL");
await ground.temporal.gone();
await ground.temporal.start();
say("Temporal has lost all that it knew");
const killed = await recovering(Math.floor(before.length / 3));
const began = Date.now();
const again = await recovering(Infinity);
const seconds = (Date.now() - began) / 1_000;

const faults: string[] = [];
const must = (holds: boolean, otherwise: string): void => void (holds || faults.push(otherwise));
must(killed.code !== 0 && again.code === 0, `recover ended with ${killed.code} and ${again.code}`);
must(again.said.includes("Gone on where it was broken off"), "recover began anew");
const there = new Set(await running(client));
for (const one of waiting) {
  must(there.has(one.stream), `${one.stream} does not run`);
  // Begun is not yet looked: that takes the worker longer than `recover` took to ask for it.
  await until(async () => hasTimer(client, one).catch(() => false), LOOKS_MS).catch(() => undefined);
  must(await ringsInTime(client, one, clock).catch(() => false), `${one.stream} does not ring at ${one.due}`);
}
[paid, turned].forEach(({ open }) => open());
await until(async () => (await statusOf(dataSource)) === "complete", LONG_MS);
await until(async () => (await standing(dataSource)).every(({ open }) => open === 0), LONG_MS);
const after = new Map((await standing(dataSource)).map(({ stream, due }) => [stream, due]));
for (const { stream, due } of waiting.filter((one) => !one.stream.startsWith("journey/4")))
  must(after.get(stream) === due, `${stream} was due ${due} and is due ${after.get(stream)}`);
must(new Set(letters()).size === letters().length, "a letter went twice");
const payments = await check(dataSource);
faults.push(...payments.faults);

const facts = { schools, before: before.length, waiting: waiting.length, letters: letters().length, seconds };
process.stdout.write(`${JSON.stringify({ ...facts, paid: payments.facts["paid"] })}\n`);
process.stdout.write(
  faults.length > 0
    ? `${faults.slice(0, 50).join("\n")}\n${faults.length} FAULTS\n`
    : "all runs again, nothing was sent or paid twice, the next dates are the same\n",
);
process.exitCode = faults.length > 0 ? 1 : 0;
worker.stop();
await worker.ended;
await receiver.stop();
await mail.stop();
await ground.stop();
process.exit();

/** `npm run recover`, as an operator has it; killed once it has woken so many. */
async function recovering(most: number): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ["--import", "./apps/cli/setup/typescript.mjs", "apps/cli/recover.ts"], {
    cwd: top,
    env: ground.env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      said += String(chunk);
      const [, woken = "0"] = /(\d+) of \d+ woken …\n$/u.exec(said) ?? [];
      if (Number(woken) > most) child.kill("SIGKILL");
    });
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  await pause(100);
  say(said.trim().split("\n").slice(-3).join(" | "));
  return { code, said };
}

function say(line: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
}
