// How a hub signs its letters.

import { Matches } from "class-validator";
import { signatureLines } from "../../letters/letter.ts";
import { hubSignature, setHubSignature, type HubSignature } from "../../people/hub-signature.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, type Roles } from "../access/roles.ts";
import { sameHub } from "../access/scope.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";
import { Name } from "../shape/contact-fields.ts";
import { Named } from "../shape/field.ts";

export const SIGNATURE_ROLES = {
  read: ["hub-coordinator", "hub-lead", "operator"],
  set: ["hub-coordinator", "hub-lead"],
} as const satisfies Record<string, Roles>;

/** Mail programs make links of addresses by themselves, and a letter of ours leads nobody elsewhere. */
const WORDS_ALONE = /^(?!.*(?::\/\/|www\.|[<>]))/isu;
const wordsAlone = (what: string) =>
  Matches(WORDS_ALONE, { message: `${what} holds words alone: no web address and none of < >.` });

@Named("Signature")
export class SignatureBody {
  @wordsAlone("name")
  @Name({ most: 120, else: "name is missing: who signs.", says: "Who signs", example: "Hella Example" })
  name: string;

  @Matches(/^[\d\s()+.,;a-z-]*$/iu, { message: "telephone is a number as people write it, such as 01632 960 001." })
  @Name({ most: 60, optional: true, says: "A number as people write it", example: "01632 960 001" })
  telephone?: string | null;

  @wordsAlone("paragraph")
  @Name({ most: 600, optional: true, says: "A few words, such as when to call", example: "We answer within two days." })
  paragraph?: string | null;
}

/** `person`: an opaque id, by which it is erased; null where nothing is kept. `lines`: as a letter has it. */
export interface SignatureSeen extends HubSignature {
  person: string | null;
  lines: string[];
}

const NONE: HubSignature = { name: "", telephone: "", paragraph: "" };

export class HubSignatures {
  constructor(private readonly database: Database) {}

  /** How a hub signs; without lines where it has not said so. @throws Refusal `forbidden`, `not-found` */
  async of(caller: Principal, hub: string): Promise<SignatureSeen> {
    mustHold(caller, SIGNATURE_ROLES.read);
    sameHub(caller, hub);
    const found = await hubSignature(await this.database.open(), hubCode(hub));
    return found === null ? { ...NONE, person: null, lines: [] } : seen(found, found.person, hub);
  }

  /** How it would sign; nothing is kept. @throws Refusal as `set` */
  wouldSet(caller: Principal, hub: string, body: SignatureBody): SignatureSeen {
    maySet(caller, hub);
    return seen(signatureIn(body), null, hubCode(hub));
  }

  /** Signs so from now on. @throws Refusal `forbidden`, `not-found` */
  async set(caller: Principal, hub: string, body: SignatureBody): Promise<SignatureSeen> {
    maySet(caller, hub);
    await setHubSignature(await this.database.open(), hubCode(hub), signatureIn(body));
    return this.of(caller, hub);
  }

  /** Signs no more. @throws Refusal `forbidden`, `not-found` */
  async remove(caller: Principal, hub: string): Promise<SignatureSeen> {
    maySet(caller, hub);
    await setHubSignature(await this.database.open(), hubCode(hub), null);
    return this.of(caller, hub);
  }
}

function maySet(caller: Principal, hub: string): void {
  mustHold(caller, SIGNATURE_ROLES.set);
  sameHub(caller, hub);
}

const signatureIn = ({ name, telephone, paragraph }: SignatureBody): HubSignature => ({
  name,
  telephone: telephone ?? "",
  paragraph: paragraph ?? "",
});

const seen = ({ name, telephone, paragraph }: HubSignature, person: string | null, hub: string): SignatureSeen => ({
  name,
  telephone,
  paragraph,
  person,
  lines: signatureLines({ name, telephone, paragraph }, hub),
});
