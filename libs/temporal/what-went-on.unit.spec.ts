import { expect, it } from "@jest/globals";
import type { Client } from "@temporalio/client";
import { historyOf, readHistoryJson } from "../../test/replay/history-files.ts";
import { whatWentOn } from "./what-went-on.ts";

const RECORDED = new URL("../../test/replay/histories/0.5.0-at-once/exemplary-2.json", import.meta.url).pathname;

it("A history says which letters went out, within a round or by the queue", async () => {
  const history = historyOf(readHistoryJson(RECORDED));
  const client = { workflow: { getHandle: () => ({ fetchHistory: () => Promise.resolve(history) }) } };
  const run = { workflowId: "journey/400005-primary", runId: "recorded" };
  const { performed } = await whatWentOn(client as unknown as Client, run, "1970-01-01T00:00:00Z");
  const letters = performed.filter(({ messageIds }) => messageIds.length > 0);
  // Each letter names itself by its journey and the event that asked for it: none is said twice, none is missing.
  expect(letters.map(({ id }) => id)).toEqual([...new Set(letters.map(({ id }) => id))]);
  for (const { id, messageIds } of letters)
    for (const messageId of messageIds) expect(messageId).toContain(`<${id.replace(":", ".")}.`);
  const queued = (history.events ?? []).filter((event) => event.activityTaskCompletedEventAttributes).length;
  expect(letters.length).toBeGreaterThan(queued);
});
