// What the operator reads of a webhook in the Temporal UI. Of its address the host alone: paths of some receivers are
// passwords.

import type { Webhook } from "../libs/store/webhooks.ts";

/** A webhook's current details, in Markdown. */
export function webhookDetails({ hub, shownUrl, delivered, failing, disabled }: Webhook): string {
  return [
    `Events of **${hub}** for ${new URL(shownUrl).host}`,
    delivered === null ? "Nothing delivered yet" : `Delivered last: \`${delivered.id}\`, at ${delivered.at}`,
    ...(disabled === null
      ? []
      : [
          `**Disabled** since ${disabled.at}: ${REASONS[disabled.because]}. It goes on from where it was ` +
            `when the hub enables it again`,
        ]),
    ...(failing === null
      ? []
      : [
          `**Not getting through** since ${failing.since}: ${failing.tries} tries, the last ` +
            `\`${failing.code}\`${failing.next === null ? "" : `; next at ${failing.next}`}`,
        ]),
  ].join("\n\n");
}

const REASONS = {
  failing: "it failed for days",
  gone: "its receiver says that it is gone (410)",
  asked: "somebody asked for it",
} as const;
