import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { lazyCatalogue, loadCatalogue } from "./load-catalogue.ts";

const READINESS = "2020-21-primary-readiness.yaml";
const CATALOGUE = fileURLToPath(new URL("../prospectus/catalogue/", import.meta.url));

describe("loading the catalogue", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "catalogue-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it("gives the same prospectuses at once and on demand", () => {
    expect(lazyCatalogue().all()).toEqual(loadCatalogue().all());
  });

  it("takes a prospectus more when a file more is there", () => {
    copyFileSync(join(CATALOGUE, READINESS), join(folder, READINESS));
    expect(loadCatalogue(folder).all()).toHaveLength(1);
    writeFileSync(
      join(folder, "2028-29-primary-readiness.yaml"),
      "id: 2028-29/primary-readiness\nbasis: { rolledForwardFrom: 2020-21/primary-readiness }\n",
    );
    expect(
      loadCatalogue(folder)
        .all()
        .map(({ id }) => id),
    ).toEqual(["2020-21/primary-readiness", "2028-29/primary-readiness"]);
  });

  it("names file and line of what is no YAML", () => {
    writeFileSync(join(folder, READINESS), 'id: 2020-21/primary-readiness\ntitle: "open\nhub: any\n');
    writeFileSync(join(folder, ".hidden.swp"), "");
    expect(() => loadCatalogue(folder)).toThrow(/2020-21-primary-readiness\.yaml: line \d+: .*quote/);
    expect(() => lazyCatalogue(folder).get("2020-21/primary-readiness")).toThrow(/line \d+/);
  });

  it("names a file that is not named as a prospectus, and a key that stands twice", () => {
    writeFileSync(join(folder, "notes.yaml"), "a: 1\n");
    writeFileSync(join(folder, READINESS), "id: 2020-21/primary-readiness\nid: 2020-21/primary-readiness\n");
    expect(() => loadCatalogue(folder)).toThrow(
      /notes\.yaml: must be named[^]*readiness\.yaml: line 2: Map keys must be unique/,
    );
  });
});
