// What a page leads to beside the service.

import { describe, expect, it } from "@jest/globals";
import { loadCatalogue } from "../config/load-catalogue.ts";

const catalogue = loadCatalogue();

describe("What a page leads to", () => {
  const linksOf = (id: string, from = catalogue): unknown =>
    from.get(id)?.links?.value.map(({ kind, address }) => [kind, address]) ?? [];

  it("is its website, its address, its community, another way in: and the code of the national project", () => {
    expect(catalogue.get("2020-21/secondary-development")?.projectCode).toMatchObject({
      value: "NCP20-13",
      source: "seed",
    });
    expect(linksOf("2021-22/secondary-development")).toEqual([["email", "mathshub@george-spencer.notts.sch.uk"]]);
    expect(linksOf("2024-25/primary-development")).toEqual([
      ["website", "https://www.ncetm.org.uk"],
      ["online-community", null],
    ]);
    expect(linksOf("2024-25/secondary-sustaining")).toEqual([
      ["other-route", null],
      ["form", null],
    ]);
  });

  it("is in other years, and at other hubs, what is not that hub’s or that year’s own", () => {
    expect(linksOf("2027-28/secondary-development")).toEqual([]);
    expect(linksOf("2027-28/primary-development")).toEqual(linksOf("2024-25/primary-development"));
    expect(linksOf("2020-21/secondary-development", catalogue.forHub("far-south"))).toEqual([
      ["website", "https://www.ncetm.org.uk"],
    ]);
    expect(catalogue.forHub("far-south").get("2020-21/secondary-development")?.projectCode).toBeNull();
  });
});
