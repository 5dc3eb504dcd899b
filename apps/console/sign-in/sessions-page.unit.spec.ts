import { expect, it } from "@jest/globals";
import { strictView } from "../../../test/support/strict-view.ts";
import { filledIn } from "../look/templates.ts";
import { sessionsView } from "./sessions-page.ts";

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
