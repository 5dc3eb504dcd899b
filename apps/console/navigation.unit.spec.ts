import { expect, it } from "@jest/globals";
import { ROLES } from "../../libs/service/access/principal.ts";
import { furtherByPart, furtherOf, linksOf, navigationOf } from "./navigation.ts";

const marked = (role: (typeof ROLES)[number], at: string): string | undefined =>
  navigationOf(linksOf(role), at).find(({ current, active }) => current ?? active)?.text;

it("each page of a role stands at the top or below More, once, and no more than eight at the top", () => {
  for (const role of ROLES) {
    const top = navigationOf(linksOf(role), "/").map(({ href }) => href);
    const all = [...top, ...furtherOf(linksOf(role)).map(({ href }) => href)].filter((href) => href !== "/more");
    expect(all.sort()).toEqual(
      linksOf(role)
        .map(({ href }) => href)
        .sort(),
    );
    expect(top.length).toBeLessThanOrEqual(8);
  }
});

it("below More each page stands once, with those that are about the same", () => {
  for (const role of ROLES) {
    const parts = furtherByPart(linksOf(role));
    expect(parts.flatMap(({ links }) => links.map(({ href }) => href)).sort()).toEqual(
      furtherOf(linksOf(role))
        .map(({ href }) => href)
        .sort(),
    );
  }
  expect(furtherByPart(linksOf("hub-lead")).map(({ title }) => title)).toEqual([
    ...["Ahead", "Letters", "Schools", "Hub settings", "Others"],
  ]);
});

it("the page that is shown is marked, or the one it lies below", () => {
  expect(marked("hub-lead", "/tasks?show=mine")).toBe("Tasks");
  expect(marked("hub-lead", "/groups/north-1/register")).toBe("Work Groups");
  expect(marked("hub-lead", "/journeys/100001-primary/why/3")).toBe("Schools");
  expect(marked("auditor", "/journeys/100001-primary/why/3")).toBe("Schools");
  expect(marked("hub-lead", "/windows/2021-22/primary-readiness")).toBe("More");
  expect(marked("hub-lead", "/more")).toBe("More");
  expect(marked("work-group-lead", "/")).toBe("Their schools");
  expect(marked("hub-lead", "/contact")).toBeUndefined();
});

it("that very page is the current one, a page below it only belongs to it", () => {
  const [at, below] = ["/groups", "/groups/north-1"].map((address) =>
    navigationOf(linksOf("hub-lead"), address).find(({ href }) => href === "/groups"),
  );
  expect([at?.current, at?.active, below?.current, below?.active]).toEqual([true, undefined, undefined, true]);
});
