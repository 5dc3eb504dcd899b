import { expect, it } from "@jest/globals";
import { OrganisationsFault, loadDfeOrganisations, readDfeOrganisations } from "./dfe-organisations.ts";

it("says which organisations are which hub", () => {
  const { hubs, national } = readDfeOrganisations({
    hubs: { "great-north": ["urn:100001", "uid:12"], "far-south": ["ukprn:10001234"] },
    national: ["id:A"],
  });
  expect([...hubs]).toEqual([
    ["urn:100001", "great-north"],
    ["uid:12", "great-north"],
    ["ukprn:10001234", "far-south"],
  ]);
  expect([...national]).toEqual(["id:A"]);
});

it.each([
  [{ hubs: { "great-north": "urn:100001" } }, "great-north is a list"],
  [{ hubs: { "great-north": ["100001"] } }, "great-north is a list"],
  [{ hubs: { a: ["urn:100001"], b: ["urn:100001"] } }, "urn:100001 leads two hubs"],
  [{ workGroupLeads: { a: ["urn:100001"], b: ["urn:100001"] } }, "urn:100001 leads groups of two hubs"],
  [{ national: [1] }, "national is a list"],
])("is refused: %j", (content, sentence) => {
  expect(() => readDfeOrganisations(content)).toThrow(OrganisationsFault);
  expect(() => readDfeOrganisations(content)).toThrow(sentence);
});

it("is empty where no file is named, and a file that is not there is told", () => {
  expect(loadDfeOrganisations(undefined).hubs.size).toBe(0);
  expect(() => loadDfeOrganisations("/nowhere/hubs.yaml")).toThrow(
    "DFE_ORGANISATIONS names a file that cannot be read",
  );
});
