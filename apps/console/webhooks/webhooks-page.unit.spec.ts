import { describe, expect, it } from "@jest/globals";
import { inOneLine } from "../../../test/support/browser.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import type { WebhookWithHistory } from "../../../libs/service/webhooks/webhooks.ts";
import { filledIn } from "../look/templates.ts";
import { addView, doneOf, secretView, webhooksView, webhookView } from "./webhooks-page.ts";

const AT = "2024-03-04T08:00:00Z";
const ONE: WebhookWithHistory = {
  id: "a".repeat(32),
  hub: "great-north",
  url: "https://crm.example.org/hooks",
  events: null,
  status: "enabled",
  cursor: null,
  delivered: { id: "e", cursor: "c", at: AT },
  failing: null,
  disabled: null,
  ping: { id: "p", askedAt: AT, doneAt: AT, code: null },
  createdBy: "hub-lead.great-north",
  createdAt: AT,
  pending: 0,
  history: [{ at: AT, what: "test-asked", by: "hub-lead.great-north", code: null }],
};
const failing: WebhookWithHistory = {
  ...ONE,
  events: ["SchoolPlaced"],
  status: "failing",
  pending: 200,
  delivered: null,
  ping: { id: "p", askedAt: AT, doneAt: AT, code: "http-500" },
  failing: { tries: 3, since: AT, at: AT, code: "http-500", next: AT },
};
const off: WebhookWithHistory = {
  ...ONE,
  status: "disabled",
  ping: null,
  disabled: { at: AT, because: "failing" },
  history: [],
};
const state = { token: "t", key: "k.1", typed: {}, faults: [] };
const shown = (template: string, view: object): string =>
  inOneLine(filledIn(`webhooks/${template}`, strictView(view)).text);
const look = { mayWrite: true, done: null, state };

describe("the systems that are told of events", () => {
  it("stand with how each is getting on, in words", () => {
    const page = shown("webhooks.njk", webhooksView([ONE, failing, off], true, doneOf("removed")));
    expect(page).toMatch(/Nothing more is sent there.*Works.*Every event.*Nothing waits/u);
    expect(page).toMatch(/Does not get through.*One kind of event.*200 events or more wait.*Turned off/u);
    expect(shown("webhooks.njk", webhooksView([], false, doneOf("x")))).toMatch(/No system is told of anything yet/u);
  });

  it("each says what came of it, and what can be done by who may", () => {
    const page = shown("webhook.njk", webhookView(ONE, look));
    expect(page).toMatch(/4 March 2024, 08:00.*Arrived 4 March 2024.*Turn it off.*Take it away.*Test asked/u);
    expect(page).not.toContain("Turn it on");
    const wrong = shown("webhook.njk", webhookView(failing, look));
    expect(wrong).toMatch(/Since 4 March 2024, 08:00, 3 tries; the next at.*Did not arrive/u);
    expect(wrong).not.toContain("http-500");
    expect(shown("webhook.njk", webhookView(off, look))).toMatch(/it had not got through for days.*Turn it on/u);
    expect(shown("webhook.njk", webhookView(ONE, { ...look, mayWrite: false }))).not.toContain("<form");
  });

  it("a secret is shown once, with till when the one before signs", () => {
    const made = { webhook: ONE.id, secret: "whsec_1", previousSignsUntil: AT };
    expect(shown("secret.njk", secretView(made))).toMatch(/not shown again.*whsec_1.*until 4 March 2024/u);
    expect(shown("secret.njk", secretView({ ...ONE, secret: null }))).toMatch(/replaced by another one/u);
    expect(shown("add.njk", addView({ ...state, action: "/webhooks/new" }))).toContain('name="url"');
  });
});
