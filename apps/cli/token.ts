// `npm run -s token -- --role ROLE [--hub HUB] [--urn URN] [--work-group GROUP] [--who NAME]`: a bearer token of the
// embedded sign-in, for scripts. It is good while `npm start` runs, and for the next start too. Standard output is the
// token alone.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  NoAccess,
  principalFromClaims,
  ROLES,
  roleNamed,
  type Principal,
} from "../../libs/service/access/principal.ts";
import { readEnvironment } from "../../libs/config/environment.ts";
import { EnvironmentError } from "../../libs/config/variables.ts";
import { readSecrets } from "../sign-in/secrets.ts";
import { issuerAt } from "../sign-in/issuer.ts";
import { idOf } from "../sign-in/sign-ins.ts";
import { tokenFor } from "../sign-in/token.ts";
import { localFolder } from "./setup/folders.ts";
import { signInFolder } from "./start/places.ts";

const USAGE = `npm run -s token -- --role ROLE [--hub HUB] [--urn URN] [--work-group GROUP] [--who NAME]
ROLE is one of ${ROLES.join(", ")}. --urn and --work-group may come several times.`;

/** What a person can mend; exit code 1 for what is not there yet, 2 for what was typed. */
class Sentence extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}

try {
  process.stdout.write(`${await token(process.argv.slice(2), process.env)}\n`);
} catch (error) {
  const known = error instanceof Sentence || error instanceof EnvironmentError;
  process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = error instanceof Sentence ? error.exitCode : 1;
}

async function token(args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const principal = wanted(args);
  const { oidcIssuer } = readEnvironment(env);
  if (oidcIssuer !== undefined)
    throw new Sentence(`OIDC_ISSUER is set, so the embedded sign-in is not used: take a token from ${oidcIssuer}.`, 1);
  const secrets = await readSecrets(signInFolder);
  const port = rememberedPort();
  if (secrets === null || port === undefined)
    throw new Sentence("There is no embedded sign-in yet. Run `npm start` first: it makes one.", 1);
  return tokenFor(principal, secrets, issuerAt(port));
}

function wanted(args: string[]): Principal {
  const { role: roleName, hub, urn, who, "work-group": groups } = options(args);
  const role = roleNamed(roleName);
  if (role === undefined)
    throw new Sentence(
      `${roleName === undefined ? "--role is missing." : `There is no role ${roleName}.`}\n${USAGE}`,
      2,
    );
  try {
    return principalFromClaims({ sub: who ?? idOf(role, hub ?? urn?.[0]), role, hub, urns: urn, work_groups: groups });
  } catch (error) {
    if (error instanceof NoAccess)
      throw new Sentence(
        `--hub is a code such as great-north, --urn six digits, --who an opaque id without @.\n${USAGE}`,
        2,
      );
    throw error;
  }
}

function options(args: string[]): {
  role?: string;
  hub?: string;
  urn?: string[];
  who?: string;
  "work-group"?: string[];
} {
  try {
    const one = { type: "string" } as const;
    const many = { type: "string", multiple: true } as const;
    return parseArgs({ args, options: { role: one, hub: one, who: one, urn: many, "work-group": many } }).values;
  } catch (error) {
    throw new Sentence(`${error instanceof Error ? error.message : "Unknown option."}\n${USAGE}`, 2);
  }
}

/** The embedded sign-in's port, from its last start. */
function rememberedPort(): number | undefined {
  const file = join(localFolder, "ports.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, number>)["sign-in"] : undefined;
}
