// The thread of one hub (threads.ts): it lives on when it is told to, and says when it has.

import { parentPort, workerData } from "node:worker_threads";
import type { Instant } from "../../libs/calendar/instants.ts";
import { noMailer } from "../../libs/mail/no-mail.ts";
import { makeKeyring } from "../../libs/people/keyring.ts";
import { castOf } from "./cast.ts";
import type { Size } from "./cohorts.ts";
import { sharedOf } from "./desk.ts";
import { FIRST_DAY, lifeOf } from "./life.ts";

/** `keys`: of personal data; `hub`: its code. */
export interface ThreadData {
  hub: string;
  size: Size;
  seed: number;
  databaseUrl: string;
  keys: readonly Uint8Array[];
  erasureLog: string;
  publicUrl: string;
}
export type Asked = { until: Instant } | { end: true };

const { hub, size, seed, keys, ...making } = workerData as ThreadData;
const port = parentPort;
const cast = castOf(size, seed).find(({ code }) => code === hub);
if (port === null || cast === undefined) throw new Error(`${hub} lives in no thread`);
const shared = sharedOf({ ...making, keyring: makeKeyring(keys.map((key) => Buffer.from(key))), mailer: noMailer });
const life = await lifeOf(shared, cast, seed, FIRST_DAY[size]);

port.on("message", (asked: Asked) => {
  if ("until" in asked) void life.until(asked.until).then(() => port.postMessage(null));
  else void end();
});
port.postMessage(null);

async function end(): Promise<void> {
  const lived = await life.end();
  await shared.database.close();
  port?.postMessage(lived);
  port?.close();
}
