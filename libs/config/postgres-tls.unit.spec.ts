import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { isVerifiedOrPlain } from "./postgres-tls.ts";

const folder = mkdtempSync(join(tmpdir(), "postgres-tls-"));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return encodeURIComponent(join(folder, name));
};
const pem = file("ca.pem", "-----BEGIN CERTIFICATE-----\n");
const other = file("other.txt", "nothing of the kind");
const address = (query: string): string => `postgres://app:secret@db.example:5432/journeys${query}`;

describe("An address of PostgreSQL", () => {
  it.each([
    "",
    "?sslmode=disable",
    "?sslmode=verify-full",
    `?sslmode=verify-full&sslrootcert=${pem}`,
    `?sslmode=verify-full&sslrootcert=${pem}&sslcert=${pem}&sslkey=${pem}`,
    "?application_name=x",
  ])("is good with %j", (query) => expect(isVerifiedOrPlain(address(query))).toBe(true));

  it.each([
    "?sslmode=require",
    "?sslmode=prefer",
    "?sslmode=verify-ca",
    "?sslmode=no-verify",
    "?sslmode=disable&sslmode=verify-full",
    "?ssl=true",
    "?sslmode=verify-full&ssl=0",
    "?sslmode=verify-full&uselibpqcompat=true",
    `?sslrootcert=${pem}`,
    `?sslmode=verify-full&sslrootcert=${other}`,
    "?sslmode=verify-full&sslrootcert=/nowhere.pem",
    `?sslmode=verify-full&sslcert=${pem}`,
  ])("is not with %j", (query) => expect(isVerifiedOrPlain(address(query))).toBe(false));
});
