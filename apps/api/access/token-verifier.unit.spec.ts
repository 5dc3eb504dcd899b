// A token that was found good is remembered for a minute: that token, in its last letter, and not past its end.

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from "jose";
import { NO_ORGANISATIONS } from "../../../libs/config/dfe-organisations.ts";
import { BadToken, TokenVerifier } from "./token-verifier.ts";

const MADE = Date.parse("2026-11-29T09:00:00Z");
let server: Server;
let issuer: string;
let key: CryptoKey;
let now = MADE;
/** How often anybody asked for the keys. */
let asked = 0;

beforeAll(async () => {
  const pair = await generateKeyPair("ES256");
  key = pair.privateKey;
  const keys = [{ ...(await exportJWK(pair.publicKey)), kid: "k", alg: "ES256", use: "sig" }];
  server = createServer(({ url }, response) => {
    if (url === "/keys") asked += 1;
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(url === "/keys" ? { keys } : { issuer, jwks_uri: `${issuer}/keys` }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const tokenFor = (seconds: number): Promise<string> =>
  new SignJWT({ role: "hub-lead", hub: "great-north" })
    .setProtectedHeader({ alg: "ES256", kid: "k", typ: "at+jwt" })
    .setIssuer(issuer)
    .setAudience("school-journeys")
    .setSubject("p-1")
    .setIssuedAt(MADE / 1_000)
    .setExpirationTime(MADE / 1_000 + seconds)
    .sign(key);

it("is looked at once in a minute, and then again", async () => {
  const verifier = new TokenVerifier(issuer, NO_ORGANISATIONS, () => now);
  const token = await tokenFor(3_600);
  expect(await verifier.principal(token)).toMatchObject({ who: "p-1", role: "hub-lead", hub: "great-north" });
  expect(asked).toBe(1);
  // Another key set, as of a sign-in that took a key back: what was found good stands for the rest of its minute.
  Object.assign(verifier, { keys: Promise.resolve(() => Promise.reject(new Error("gone"))) });
  now = MADE + 59_000;
  expect(await verifier.principal(token)).toMatchObject({ who: "p-1" });
  now = MADE + 61_000;
  await expect(verifier.principal(token)).rejects.toThrow("does not give its keys");
});

it("does not speak for another token with the same words", async () => {
  now = MADE;
  const verifier = new TokenVerifier(issuer, NO_ORGANISATIONS, () => now);
  const token = await tokenFor(3_600);
  await verifier.principal(token);
  const [head, words, signature = ""] = token.split(".");
  const forged = [head, words, (signature.startsWith("A") ? "B" : "A") + signature.slice(1)].join(".");
  await expect(verifier.principal(forged)).rejects.toBeInstanceOf(BadToken);
});

it("is good to its end and no longer", async () => {
  now = MADE;
  const verifier = new TokenVerifier(issuer, NO_ORGANISATIONS, () => now);
  const token = await tokenFor(10);
  await verifier.principal(token);
  now = MADE + 20_000;
  await expect(verifier.principal(token)).rejects.toMatchObject({ expired: true });
});
