// A journey walked at somebody’s window, and what all of them took.

import { appendFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { localFolder } from "../../apps/cli/setup/folders.ts";
import type { Journey } from "./journeys/journey.ts";
import { Walker, type Taken } from "./walker.ts";
import type { Windows } from "./windows.ts";
import type { World } from "./world.ts";

/**
 * Walks it. @throws where it does not come to its end, with what is seen there (its picture is in .local/browser), or
 * where something was wrong on the way
 */
export async function walked(windows: Windows, world: World, journey: Journey): Promise<Taken> {
  if (journey.at !== undefined) {
    await world.goTo(journey.at);
    await windows.close(); // no sign-in lasts so long
  }
  const walker = new Walker(windows);
  try {
    await walker.signIn(journey.who);
    await journey.walk(walker);
  } catch (error) {
    const folder = join(localFolder, "browser");
    await mkdir(folder, { recursive: true });
    const path = join(folder, `${journey.does}.png`);
    await walker.page.screenshot({ path, fullPage: true });
    const says = (await walker.reads()).slice(0, 1_000);
    throw new Error(`${walker.page.url()} (${path})\n${says}\n\n${String(error)}`, { cause: error });
  }
  walker.mustBeSound();
  return walker.taken;
}

/** Tells what all took: at the end of the run where it gathers that (.jest/walks.mjs), else now. */
export function tellTaken(how: string, all: readonly (readonly [does: string, taken: Taken])[]): void {
  const { WALKS: gathered } = process.env;
  if (gathered === undefined) process.stderr.write(asTable(how, all));
  else appendFileSync(gathered, asTable(how, all));
}

/** A line for each: pages, clicks, fields, and what one had to know that stood nowhere. `how`: all were walked. */
function asTable(how: string, all: readonly (readonly [does: string, taken: Taken])[]): string {
  const lines = all.map(([does, { pages, clicks, fields, knew }]) =>
    [String(pages.length).padStart(5), String(clicks).padStart(6), String(fields).padStart(6), `  ${does}`]
      .concat(knew.length > 0 ? [` (had to know ${knew.join(", ")})`] : [])
      .join(" "),
  );
  return `\npages clicks fields  ${how}\n${lines.join("\n")}\n`;
}
