import { expect, it } from "@jest/globals";
import { urnsAsked } from "./crawl.ts";

it("a field in which a URN has to be typed is found; one that suggests schools, or is never typed in, is none", () => {
  const field = (more: string): string => `<p><input class="govuk-input" id="f" ${more}></p>`;
  expect(urnsAsked(field('name="urn" type="text"'))).toHaveLength(1);
  expect(urnsAsked(field('name="school.urn"'))).toHaveLength(1);
  for (const fine of ['name="urn" type="text" data-suggest="register"', 'name="urn" type="hidden"', 'name="turn"'])
    expect([fine, urnsAsked(field(fine))]).toEqual([fine, []]);
});
