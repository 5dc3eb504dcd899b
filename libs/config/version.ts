// Which release this is: package.json says it, and everything that tells it takes it from here.

import { readFileSync } from "node:fs";

const PACKAGE = new URL("../../package.json", import.meta.url);

/** The version of this release, such as `0.4.0`. */
export const VERSION: string = versionIn(readFileSync(PACKAGE, "utf8"));

/**
 * The version that a package.json names.
 * @throws Error where it names none of the form 0.4.0: nothing may say a version that is none
 */
export function versionIn(packageJson: string): string {
  const { version } = JSON.parse(packageJson) as { version?: unknown };
  if (typeof version !== "string" || !/^\d+\.\d+\.\d+$/.test(version))
    throw new Error("package.json names no version of the form 0.4.0.");
  return version;
}
