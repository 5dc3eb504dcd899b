import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { TEST_KEY, TEST_KEYRING } from "../../test/support/people-keys.ts";
import { freshStore, type TestStore } from "../../test/support/store.ts";
import { addWebhook, findWebhook } from "../store/webhooks.ts";
import { makeKeyring } from "./keyring.ts";
import { unlockPeople } from "./keys.ts";
import { openWebhook, rewrapWebhooks, sealWebhook } from "./webhook-secrets.ts";

const NEW_KEY = Buffer.alloc(32, 8);
let store: TestStore;

beforeAll(async () => {
  store = await freshStore();
}, 60_000);
afterAll(() => store.close());

it("is wrapped anew by a new key-encryption key; then the old one may go", async () => {
  const secrets = { url: "https://hub.example.org/", secrets: [{ secret: "whsec_one", by: "c-1", until: null }] };
  const sealed = sealWebhook(store.app, "w-1", secrets);
  await addWebhook(store.app, {
    id: "w-1",
    hub: "great-north",
    shownUrl: secrets.url,
    types: null,
    cursor: null,
    createdBy: "p-1",
    createdAt: "2026-11-01T09:00:00Z",
    command: "c-1",
    ...sealed,
  });
  unlockPeople(store.app, makeKeyring([NEW_KEY, TEST_KEY]));
  expect([await rewrapWebhooks(store.app), await rewrapWebhooks(store.app)]).toEqual([1, 0]);
  unlockPeople(store.app, makeKeyring([NEW_KEY]));
  expect(openWebhook(store.app, (await findWebhook(store.app, "w-1"))!)).toEqual(secrets);
  unlockPeople(store.app, TEST_KEYRING);
  const kept = await findWebhook(store.app, "w-1");
  expect(() => openWebhook(store.app, kept!)).toThrow("people-key-unknown");
});
