import { expect, it } from "@jest/globals";
import { strictView } from "../../../test/support/strict-view.ts";
import { filledIn } from "../look/templates.ts";
import { keptFormView, sessionsView } from "./sessions-page.ts";

it("the sign-in by which one looks is marked, and each can be ended by its own button", () => {
  const seen = ["1", "2"].map((id) => ({
    id,
    browser: "Firefox on Linux",
    signedInAt: "2021-03-01T08:00:00Z",
    seenAt: "2021-03-01T09:30:00Z",
  }));
  const person = {
    name: "Ada",
    principal: { who: "a", role: "auditor", hub: null, urns: [], workGroups: [] },
  } as const;
  const view = sessionsView(seen, { person, token: "t", session: "2" });
  expect(view.sessions.map(({ id, own, lastUsed }) => [id, own, lastUsed])).toEqual([
    ["1", false, "1 March 2021, 09:30"],
    ["2", true, "1 March 2021, 09:30"],
  ]);
  const shown = filledIn("sign-in/sessions.njk", strictView(view)).text;
  expect(shown.match(/name="session" value="[12]"/gu)).toHaveLength(2);
  expect(shown.match(/This one/gu)).toHaveLength(1);
  expect(shown.match(/name="token" value="t"/gu)).toHaveLength(3);
});

it("what was typed before a new sign-in goes on as it was, with this sign-in’s own token", () => {
  const kept = { who: "a", action: "/groups", typed: { token: "old", key: "k.1", name: "North <1>" } };
  const shown = (one: typeof kept | null): string =>
    filledIn("sign-in/kept-form.njk", strictView(keptFormView(one, { token: "new" }, "came-back"))).text;
  expect(shown(kept)).toContain('method="post" action="/groups"');
  for (const [name, value] of [
    ["token", "new"],
    ["key", "k.1"],
    ["name", "North &lt;1&gt;"],
    ["came-back", "yes"],
  ])
    expect(shown(kept)).toContain(`<input type="hidden" name="${name}" value="${value}">`);
  expect(shown(kept)).not.toContain('value="old"');
  expect(shown(null)).toMatch(/There is nothing that you typed before/u);
  expect(shown(null)).not.toContain("<form");
});
