// TLS to PostgreSQL, as its own address says it: verified in full, or none at all. What lies between (`require` takes
// any certificate in other programs) is not taken, so that nobody believes a line to be safe that is not.

import { readFileSync } from "node:fs";

const FILES = ["sslrootcert", "sslcert", "sslkey"] as const;
/** Would turn the check off, or change what `sslmode` means. */
const NOT_TAKEN = ["ssl", "uselibpqcompat", "sslpassword", "sslnegotiation"] as const;

/** In words that follow the address. */
export const TLS_IN_WORDS =
  "; with TLS, ?sslmode=verify-full, and &sslrootcert= with the file of the authority's certificate where the " +
  "machine does not know it";

/**
 * Is what an address says of TLS good: nothing, `sslmode=disable`, or `sslmode=verify-full` with files that hold what
 * they should? `sslcert` and `sslkey`, a certificate of ours, come together.
 */
export function isVerifiedOrPlain(address: string): boolean {
  const { searchParams } = new URL(address);
  if (NOT_TAKEN.some((name) => searchParams.has(name))) return false;
  const modes = searchParams.getAll("sslmode");
  const named = FILES.filter((name) => searchParams.has(name));
  if (modes.length === 0 || modes.join() === "disable") return named.length === 0;
  if (modes.join() !== "verify-full") return false;
  if (searchParams.has("sslcert") !== searchParams.has("sslkey")) return false;
  return named.every((name) => searchParams.getAll(name).length === 1 && isPem(searchParams.get(name) ?? ""));
}

function isPem(path: string): boolean {
  try {
    return readFileSync(path, "utf8").includes("-----BEGIN ");
  } catch {
    return false; // whatever it was: it is said by the name of the setting
  }
}
