import { expect, it } from "@jest/globals";
import { VERSION } from "../../libs/config/version.ts";
import { html } from "./html.ts";
import { page } from "./page.ts";

it("what is put into a page is text, whatever it says", () => {
  const evil = '<script>alert("x")</script>\'&';
  const text = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39;&amp;";
  expect(html`<p title="${evil}">${evil}</p>${null}${1}${[html`<b>${evil}</b>`]}`.text).toBe(
    `<p title="${text}">${text}</p>1<b>${text}</b>`,
  );
  const shown = page(evil, html``, { name: evil, role: evil }, { notice: evil, back: { href: "/", words: evil } });
  expect(shown).not.toContain("<script>alert");
  expect(shown.split(text)).toHaveLength(7);
});

it("the foot of every page says which release it is", () => {
  expect(page("Any page", html``, null)).toMatch(`School Journeys ${VERSION}</div>`);
});
