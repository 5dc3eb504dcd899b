// What the embedded sign-in keeps: its signing key, and secrets that it shares with the console. Made by chance at the
// first start, readable by their owner alone.

import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exportJWK, generateKeyPair, type JWK } from "jose";

export const SIGNING_ALGORITHM = "ES256";

export interface SignInSecrets {
  /** The private key that signs tokens, as a JWK with `kid`. */
  key: JWK;
  /** Sign the sign-in's own cookies. */
  cookies: string;
  /** The console's secret at the sign-in. */
  client: string;
  /** Seals the console's cookies. */
  session: string;
}

/** The secrets of a folder, or null where none were made yet. */
export async function readSecrets(folder: string): Promise<SignInSecrets | null> {
  const file = fileIn(folder);
  return existsSync(file) ? (JSON.parse(await readFile(file, "utf8")) as SignInSecrets) : null;
}

/** The secrets of a folder; made if there are none. */
export async function readOrMakeSecrets(folder: string): Promise<SignInSecrets> {
  const known = await readSecrets(folder);
  if (known !== null) return known;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { privateKey } = await generateKeyPair(SIGNING_ALGORITHM, { extractable: true });
  const fresh = (): string => randomBytes(32).toString("base64url");
  const key = {
    ...(await exportJWK(privateKey)),
    kid: randomBytes(8).toString("hex"),
    alg: SIGNING_ALGORITHM,
    use: "sig",
  };
  const made: SignInSecrets = { key, cookies: fresh(), client: fresh(), session: fresh() };
  await writeFile(fileIn(folder), JSON.stringify(made), { mode: 0o600 });
  return made;
}

function fileIn(folder: string): string {
  return join(folder, "secrets.json");
}
