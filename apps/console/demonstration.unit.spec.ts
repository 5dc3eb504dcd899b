import { afterEach, expect, it } from "@jest/globals";
import { showDemonstration } from "./demonstration.ts";
import { html } from "./html.ts";
import { page } from "./page.ts";

afterEach(() => showDemonstration(null));

it("stands on every page of a demonstration, with the day that it shows, and on none in service", () => {
  const whole = () => page("Schools", html`<p>Here they are.</p>`, null);
  expect(whole()).not.toContain("Demonstration");
  showDemonstration(() => Date.parse("2025-03-11T10:00:00Z"));
  expect(whole()).toContain("Here it is 11 March 2025. The schools and people are made up, and no mail leaves.");
});
