// Sessions at the console: begun by a sign-in, held by a secret that the browser has and the database has not, ended
// for good wherever they are ended.

import { createHash, hkdfSync, randomBytes, randomUUID } from "node:crypto";
import { decrypt, encrypt, SealError } from "../../people/keyring.ts";
import {
  addSession,
  askedAnew,
  claimAsking,
  dropOldSessions,
  endSessions,
  keepForm,
  notAnswered,
  sawSession,
  sessionOf,
  sessionsOf,
  takeForm,
  type EndedBecause,
  type SessionSeen,
} from "../../store/sessions.ts";
import type { Database } from "../database.ts";
import type { Principal } from "./principal.ts";

export type { SessionSeen } from "../../store/sessions.ts";

/** What is sealed with a session. `refresh`, `access`: by which the sign-in is asked anew; null: it gave none. */
export interface Sealed {
  name: string;
  token: string;
  refresh: string | null;
  access: string | null;
}

/**
 * A session as it was found. `over`: what was typed may still be kept for its person; nothing else may be done.
 * `stale`: its role is to be asked anew; `asking`: that is being done.
 */
export interface Session extends Sealed {
  id: string;
  principal: Principal;
  over: boolean;
  stale: boolean;
  asking: boolean;
}

/** A form that was sent when a new sign-in was needed. */
export interface KeptForm {
  who: string;
  action: string;
  typed: Readonly<Record<string, string | readonly string[] | undefined>>;
}

const SECRET = /^[\w-]{43}$/u;
const PLACE = "sessions.sealed";
const FORM_PLACE = "kept_forms.sealed";

export class SessionKeeper {
  constructor(private readonly database: Database) {}

  /**
   * Begins a session; answers the secret that opens it. `authTime`: when the person signed in, in seconds since 1970;
   * `token`: what their forms bring back, where they have some open already. Rejects with StoreError.
   */
  async begin(
    principal: Principal,
    sealed: Omit<Sealed, "token">,
    { browser, authTime, token }: { browser: string; authTime: number | null; token: string | null },
  ): Promise<string> {
    const source = await this.database.open();
    await dropOldSessions(source);
    const secret = newSecret();
    await addSession(source, {
      id: randomUUID(),
      digest: digestOf(secret),
      who: principal.who,
      principal,
      sealed: sealWith(secret, { ...sealed, token: token ?? newSecret() }, PLACE),
      browser,
      authTime,
    });
    return secret;
  }

  /** The session that a secret opens; null where none does, or it was ended. Rejects with StoreError. */
  async find(secret: string): Promise<Session | null> {
    if (!SECRET.test(secret)) return null;
    const source = await this.database.open();
    const row = await sessionOf<Principal>(source, digestOf(secret));
    if (row === null || row.ended) return null;
    if (!row.over && row.unseen) await sawSession(source, row.id);
    const { id, over, stale, asking, recent } = row;
    const principal = { ...row.principal, ...(recent !== null && { recent }) };
    const inside = openWith<Sealed>(secret, row.sealed, PLACE);
    return inside === null ? null : { ...inside, id, principal, over, stale, asking };
  }

  /** Whether this process is to ask the sign-in about a session now. Rejects with StoreError. */
  async mayAsk(id: string): Promise<boolean> {
    return claimAsking(await this.database.open(), id);
  }

  /** Notes what the sign-in said of a session's person now. Rejects with StoreError. */
  async asked(secret: string, id: string, { recent: _, ...principal }: Principal, sealed: Sealed): Promise<void> {
    await askedAnew(await this.database.open(), id, principal, sealWith(secret, sealed, PLACE));
  }

  /** Notes that it did not answer. Rejects with StoreError. */
  async notAnswered(id: string): Promise<void> {
    await notAnswered(await this.database.open(), id);
  }

  /** Ends these sessions of a person, or all; answers how many. Rejects with StoreError. */
  async end(who: string, ids: readonly string[] | null, because: EndedBecause): Promise<number> {
    return endSessions(await this.database.open(), who, ids, because);
  }

  /** The sessions of a person that stand. Rejects with StoreError. */
  async list(who: string): Promise<SessionSeen[]> {
    return sessionsOf(await this.database.open(), who);
  }

  /** Keeps what was typed, for an hour; answers the secret that opens it. Rejects with StoreError. */
  async keep(form: KeptForm): Promise<string> {
    const secret = newSecret();
    await keepForm(await this.database.open(), digestOf(secret), sealWith(secret, form, FORM_PLACE));
    return secret;
  }

  /** What was typed, once, for whoever typed it; null for anybody else. Rejects with StoreError. */
  async take(secret: string, who: string): Promise<KeptForm | null> {
    if (!SECRET.test(secret)) return null;
    const sealed = await takeForm(await this.database.open(), digestOf(secret));
    const form = sealed && openWith<KeptForm>(secret, sealed, FORM_PLACE);
    return form?.who === who ? form : null;
  }
}

const newSecret = (): string => randomBytes(32).toString("base64url");

/** By which a secret is found; it does not lead back to the secret. */
const digestOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

const keyOf = (secret: string, place: string): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "", `school-journeys ${place}`, 32));

const sealWith = (secret: string, what: object, place: string): Buffer =>
  encrypt(keyOf(secret, place), JSON.stringify(what), place);

/** What was sealed; null where this secret does not open it. */
function openWith<T>(secret: string, sealed: Buffer, place: string): T | null {
  try {
    // What we sealed is what it was given.
    return JSON.parse(decrypt(keyOf(secret, place), sealed, place).toString("utf8")) as T;
  } catch (error) {
    if (error instanceof SealError) return null;
    throw error;
  }
}
