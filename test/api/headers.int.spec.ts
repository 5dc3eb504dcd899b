// What a browser is told about whatever comes from here, the documents included.

import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { recordOutput, startApi, type ApiUnderTest } from "./api-under-test.ts";

const ADDRESSES = [
  "/",
  "/money",
  "/nothing",
  "/problems",
  "/signed-in",
  "/api/docs",
  "/api/docs/swagger-ui-init.js",
  "/api/openapi.json",
  "/api/v1/journeys",
  "/health/live",
  "/accessibility",
  "/calendars/none.ics",
];
const output = recordOutput();
let store: TestStore;
let home: ApiUnderTest;
let elsewhere: ApiUnderTest;

beforeAll(async () => {
  store = await freshStore();
  const options = {
    databaseUrl: store.appUrl,
    temporalAddress: `127.0.0.1:${await freePort()}`,
    startsAt: "2021-03-01T08:00:00Z",
    commandTimeoutMs: 500,
  };
  home = await startApi(options);
  elsewhere = await startApi({ ...options, publicUrl: "https://journeys.example" });
}, 60_000);

afterAll(async () => {
  await home?.stop();
  await elsewhere?.stop();
  await store?.close();
  output.end();
}, 30_000);

const get = async (api: ApiUnderTest, address: string) => {
  const response = await fetch(api.origin + address, { headers: { accept: "text/html" }, redirect: "manual" });
  return { headers: response.headers, text: await response.text() };
};

it.each(ADDRESSES)("%s may load nothing of others, and nobody may frame it", async (address) => {
  const { headers, text } = await get(home, address);
  const policy = headers.get("content-security-policy") ?? "";
  for (const part of ["default-src 'none'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"])
    expect(policy.split("; ")).toContain(part);
  expect(policy).not.toMatch(/script-src[^;]*(unsafe|\*|http)/u);
  expect([headers.get("x-content-type-options"), headers.get("referrer-policy")]).toEqual(["nosniff", "same-origin"]);
  expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
  expect(headers.get("strict-transport-security")).toBeNull();
  if (!headers.get("content-type")?.startsWith("text/html")) return;
  for (const [, script = ""] of text.matchAll(/<script>([^<]*)<\/script>/gu))
    expect(policy).toContain(`'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  for (const [, style = ""] of address === "/api/docs" ? [] : text.matchAll(/<style>([\s\S]*?)<\/style>/gu))
    expect(policy).toContain(`'sha256-${createHash("sha256").update(style).digest("base64")}'`);
});

it.each(ADDRESSES)("%s is asked for over https alone, once it was", async (address) => {
  const { headers } = await get(elsewhere, address);
  expect(headers.get("strict-transport-security")).toBe("max-age=63072000; includeSubDomains");
});
