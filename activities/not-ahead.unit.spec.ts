import { expect, it } from "@jest/globals";
import { instantFromMs } from "../libs/calendar/instants.ts";
import type { Activities } from "./index.ts";
import { notAhead } from "./not-ahead.ts";

const NOW = Date.parse("2026-11-28T12:00:00Z");

/** What an activity is told of time. */
async function told(now: unknown): Promise<unknown> {
  const seen: unknown[] = [];
  const activities = { advance: async (request: unknown) => void seen.push(request) } as unknown as Activities;
  await notAhead(activities, () => NOW).advance({ journey: "100001-primary", now, commands: [] } as never);
  return (seen[0] as { now: unknown }).now;
}

it("takes Temporal’s time, also where its clock goes a little before ours", async () => {
  expect(await told("2026-11-27T12:00:00Z")).toBe("2026-11-27T12:00:00Z");
  expect(await told("2026-11-28T12:00:30Z")).toBe("2026-11-28T12:00:30Z");
});

it("believes nobody that years have passed", async () => {
  const latest = instantFromMs(NOW + 60_000);
  for (const ahead of ["2031-09-01T08:00:00Z", "9999-12-31T23:59:59Z", "tomorrow", 7, null])
    expect(await told(ahead)).toBe(latest);
});

it("tells an effect when it is tried, however long ago it was asked for", async () => {
  const activities = { "send-notice": async (request: unknown) => request } as unknown as Activities;
  const request = { journey: "100001-primary", seq: 2, id: "100001-primary:2", now: "2026-11-27T12:00:00Z" };
  expect(await notAhead(activities, () => NOW)["send-notice"](request)).toEqual({
    ...request,
    now: "2026-11-28T12:00:00Z",
  });
});

it("leaves what is told no time as it is", async () => {
  const activities = { "apply-retention": async (request: unknown) => request } as unknown as Activities;
  expect(await notAhead(activities, () => NOW)["apply-retention"]()).toBeUndefined();
});
