// The links of one letter: made when it is written, and the same each time it is written again. Whoever has the address
// answers as the person to whom the letter went, so the key in it can neither be guessed nor made without the keyring:
// it is signed with the key of the digests (digest-key.ts), and kept as its digest alone.

import { createHash, createHmac } from "node:crypto";
import type { DataSource } from "typeorm";
import { codeOf, type Thing } from "../letters/answers.ts";
import { keepAnswerLinks, revocationsOf } from "../store/answer-links.ts";
import { digestKey } from "./digest-key.ts";

export interface LinksAsked {
  journey: string;
  /** The reader's opaque id; null for an inbox, which answers nothing. */
  person: string | null;
  things: readonly Thing[];
}

/**
 * The addresses at which a reader answers things, by the code of each (`codeOf`): none where the service has no address
 * of its own, or the reader is nobody in particular. For the same journey, reader and thing the same address each time,
 * until the hub revokes it: then another. Nothing in an address says who or what. Rejects with StoreError, SealError.
 */
export async function linksFor(
  { dataSource, publicUrl }: { dataSource: DataSource; publicUrl?: string | undefined },
  { journey, person, things }: LinksAsked,
): Promise<Map<string, string>> {
  if (publicUrl === undefined || person === null || things.length === 0) return new Map();
  const codes = [...new Set(things.map(codeOf))];
  const [key, revoked] = await Promise.all([
    digestKey(dataSource),
    revocationsOf(dataSource, { journey, person }, codes),
  ]);
  const links = codes.map((thing) => {
    const name = JSON.stringify(["answer link", journey, person, thing, revoked.get(thing) ?? 0]);
    return { id: idOf(name), thing, secret: createHmac("sha256", key).update(name).digest("base64url") };
  });
  await keepAnswerLinks(dataSource, { journey, person }, links);
  return new Map(links.map(({ thing, secret }) => [thing, `${publicUrl}/answer/${secret}`]));
}

/** A UUID that is the same each time. */
function idOf(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
