// What the operator reads of a webhook in the Temporal UI, in words and London time. Of its address the host alone:
// paths of some receivers are passwords.

import type { Happened } from "../libs/contract/journey.ts";
import type { Queryable } from "../libs/store/prepared.ts";
import { historySince } from "../libs/store/webhook-history.ts";
import type { Webhook } from "../libs/store/webhooks.ts";
import { hubNameOf } from "../libs/words/hub-name.ts";
import { inWords, low, moment } from "../libs/words/in-words.ts";

/** A webhook's current details, in Markdown. */
export function webhookDetails({ hub, shownUrl, delivered, failing, disabled }: Webhook): string {
  return [
    `Events of **${hubNameOf(hub)}** for ${new URL(shownUrl).host}`,
    delivered === null ? "Nothing delivered yet" : `Delivered last: ${moment(delivered.at)}`,
    ...(disabled === null
      ? []
      : [
          `**Disabled** since ${moment(disabled.at)}: ${REASONS[disabled.because]}. It goes on from where it was ` +
            `when the hub enables it again`,
        ]),
    ...(failing === null
      ? []
      : [
          `**Not getting through** since ${moment(failing.since)}: ${failing.tries} tries, the last: ` +
            `${low(failing.code)}${failing.next === null ? "" : `; next at ${moment(failing.next)}`}`,
        ]),
  ].join("\n\n");
}

const REASONS = {
  failing: "it failed for days",
  gone: "its receiver says that it is gone (410)",
  asked: "somebody asked for it",
} as const;

const LAST = 20;

/** What happened to a webhook after the line `heard` of its history, in words. Rejects with StoreError. */
export async function webhookNews(
  db: Queryable,
  id: string,
  heard: number,
): Promise<{ version?: number; news?: Happened[] }> {
  const lines = await historySince(db, id, heard, LAST);
  const version = lines.at(-1)?.no;
  if (version === undefined) return {};
  return { version, news: lines.map((one): Happened => [one.no, `${moment(one.at)}: ${says(one)}.`]) };
}

function says({ what, code }: { what: string; code: string | null }): string {
  const went = what === "pinged" && code === null ? " (it arrived)" : code === null ? "" : ` (${low(code)})`;
  return `${WHAT[what] ?? inWords(what)}${went}`;
}

/** As libs/service and the deliverer note it. */
const WHAT: Readonly<Record<string, string>> = {
  created: "The webhook is set up",
  changed: "It is changed",
  enabled: "It is enabled again",
  disabled: "It is disabled",
  failed: "A delivery fails and is tried again",
  pinged: "A trial message is sent",
  replayed: "Somebody has it go back and send again",
  "test-asked": "Somebody asks for a trial message",
  "secret-rotated": "It has a new secret",
};
