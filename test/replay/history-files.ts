// Histories as files: the protobuf's own fields, names instead of numbers for enums, one event a line.
// (The SDK's historyToJSON fails where npm has laid out two copies of protobufjs, as it does here.)

import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import protocol from "@temporalio/proto";
import type { History } from "../workflows/histories.ts";

const { History: message } = protocol.temporal.api.history.v1;

/** A history as JSON. */
export interface HistoryJson {
  events: Record<string, unknown>[];
}

export async function writeHistory(file: string, history: History): Promise<void> {
  const { events } = message.toObject(message.fromObject(history), {
    longs: String,
    enums: String,
    bytes: String,
  }) as HistoryJson;
  await writeFile(file, `{"events":[\n${events.map((event) => JSON.stringify(event)).join(",\n")}\n]}\n`);
}

export function readHistoryJson(file: string): HistoryJson {
  return JSON.parse(readFileSync(file, "utf8")) as HistoryJson;
}

/** What the SDK replays. */
export function historyOf(json: HistoryJson): History {
  return message.fromObject(json);
}

/** The branches (`patched`) that a history is marked with: code that does not know one of them cannot replay it. */
export function branchesOf({ events }: HistoryJson): string[] {
  return events.flatMap(({ markerRecordedEventAttributes: marker }) =>
    isPatch(marker)
      ? marker.details["patch-data"].payloads.map(
          ({ data }) => (JSON.parse(Buffer.from(data, "base64").toString()) as { id: string }).id,
        )
      : [],
  );
}

interface Patch {
  markerName: "core_patch";
  details: { "patch-data": { payloads: { data: string }[] } };
}
const isPatch = (marker: unknown): marker is Patch =>
  typeof marker === "object" && marker !== null && "markerName" in marker && marker.markerName === "core_patch";
