import { describe, expect, it } from "@jest/globals";
import { DataSource } from "typeorm";
import { TEST_KEY } from "../../test/support/people-keys.ts";
import { makeKeyring } from "./keyring.ts";
import { unlockPeople } from "./keys.ts";
import { openWebhook, sealWebhook, signing, withNewSecret, type WebhookSecrets } from "./webhook-secrets.ts";

const pool = (key: Buffer): DataSource => unlockPeople(new DataSource({ type: "postgres" }), makeKeyring([key]));
const one: WebhookSecrets = {
  url: "https://hub.example.org/?token=abc",
  secrets: [{ secret: "whsec_one", by: "c-1", until: null }],
};

describe("what is secret of a webhook", () => {
  it("opens with its key, for its own webhook alone", () => {
    const sealed = sealWebhook(pool(TEST_KEY), "w-1", one);
    expect(openWebhook(pool(TEST_KEY), { id: "w-1", ...sealed })).toEqual(one);
    expect(sealed.sealed.toString("latin1")).not.toContain("token");
    expect(() => openWebhook(pool(TEST_KEY), { id: "w-2", ...sealed })).toThrow("people-sealed-otherwise");
    expect(() => openWebhook(pool(Buffer.alloc(32, 9)), { id: "w-1", ...sealed })).toThrow("people-key-unknown");
    expect(() => openWebhook(pool(TEST_KEY), { id: "w-1", sealed: null, wrapped: null, kek: null })).toThrow(
      "people-sealed-otherwise",
    );
  });

  it("has two secrets for seven days after a new one was made, the newest first", () => {
    const two = withNewSecret(one, { secret: "whsec_two", by: "c-2", at: "2026-11-01T09:00:00Z" });
    expect([
      signing(one, "2026-11-01T09:00:00Z"),
      signing(two, "2026-11-08T08:59:59Z"),
      signing(two, "2026-11-08T09:00:00Z"),
    ]).toEqual([["whsec_one"], ["whsec_two", "whsec_one"], ["whsec_two"]]);
  });

  it("forgets all but the newest two: one that leaked is gone when two were made since", () => {
    const three = withNewSecret(withNewSecret(one, { secret: "whsec_two", by: "c-2", at: "2026-11-01T09:00:00Z" }), {
      secret: "whsec_three",
      by: "c-3",
      at: "2026-11-01T09:01:00Z",
    });
    expect(signing(three, "2026-11-01T09:02:00Z")).toEqual(["whsec_three", "whsec_two"]);
    expect(JSON.stringify(three)).not.toContain("whsec_one");
  });
});
