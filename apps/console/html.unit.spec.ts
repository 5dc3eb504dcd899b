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
  expect(page(evil, html``, { name: evil, role: evil })).not.toContain("<script>");
});

it("the foot of every page says which release it is", () => {
  expect(page("Any page", html``, null)).toMatch(`School Journeys ${VERSION}</footer>`);
});

it("no line of the style ends within quotes: what follows would be no rule any more", () => {
  const [, style = ""] = /<style>([\s\S]*?)<\/style>/u.exec(page("Any page", html``, null)) ?? [];
  expect(style).toContain(".skip{position:absolute;left:-999px}");
  expect(style.split("\n").filter((line) => line.split('"').length % 2 === 0)).toEqual([]);
});
