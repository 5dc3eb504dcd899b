// A malformed prospectus is refused, with file, path and fault.

import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { readCatalogueFile } from "../config/load-catalogue.ts";
import { buildCatalogue, CatalogueFault, catalogueOnDemand, type CatalogueFile } from "./catalogue.ts";
import type { Fault } from "./fault.ts";
import { overlay } from "./roll-forward.ts";
import { isTree, type Tree } from "./shape.ts";

const FOLDER = fileURLToPath(new URL("./catalogue/", import.meta.url));

const READINESS = "2020-21-primary-readiness.yaml";

const ADVOCATES = "2020-21-secondary-development.yaml";

const SUSTAINING = "2024-25-secondary-sustaining.yaml";

function content(file: string): Tree {
  const read = readCatalogueFile(FOLDER, file).content;
  if (!isTree(read)) throw new Error(`${file} is no mapping`);
  return read;
}

/** A file of the catalogue with `differs` laid over it. */
function laidOver(file: string, differs: Tree): CatalogueFile {
  return { file, content: overlay(content(file), differs) };
}

function faults(...files: CatalogueFile[]): readonly Fault[] {
  try {
    buildCatalogue(files);
  } catch (error) {
    if (error instanceof CatalogueFault) return error.faults;
    throw error;
  }
  return [];
}

const rolled = (id: string, from: string, more: Tree = {}): CatalogueFile => ({
  file: `${id.replace("/", "-")}.yaml`,
  content: { id, basis: { rolledForwardFrom: from }, ...more },
});

describe("a catalogue", () => {
  const catalogue = buildCatalogue([
    laidOver(READINESS, {}),
    laidOver(SUSTAINING, {}),
    rolled("2021-22/primary-readiness", "2020-21/primary-readiness", { revision: 2, differs: { hub: "great-north" } }),
  ]);
  const readiness = catalogue.get("2020-21/primary-readiness");

  it("finds a prospectus by its id, and by year, phase and stage", () => {
    expect(readiness).toMatchObject({
      id: "2020-21/primary-readiness",
      academicYear: "2020/21",
      phase: "primary",
      stage: "readiness",
      revision: 1,
    });
    expect(catalogue.of("2020/21", "primary", "readiness")).toBe(readiness);
    expect(catalogue.get("2019-20/primary-readiness")).toBeNull();
  });

  it("knows what comes next: the same phase a year on, in the stage asked for", () => {
    if (!readiness) throw new Error("not found");
    expect(catalogue.next(readiness, "readiness")).toMatchObject({
      id: "2021-22/primary-readiness",
      revision: 2,
      hub: "great-north",
    });
    expect(catalogue.next(readiness, "development")).toBeNull();
  });

  it("lists all, in order", () => {
    expect(catalogue.all().map(({ id }) => id)).toEqual([
      "2020-21/primary-readiness",
      "2021-22/primary-readiness",
      "2024-25/secondary-sustaining",
    ]);
  });

  it("is nobody’s to change", () => {
    expect(Object.isFrozen(readiness)).toBe(true);
    expect(Object.isFrozen(readiness?.application.criteria?.value[0])).toBe(true);
    expect(Object.isFrozen(catalogue.get("2021-22/primary-readiness")?.commitments.meetings.due.value)).toBe(true);
  });

  it("on demand is the same, and finds a fault when its prospectus is wanted", () => {
    const files = new Map([
      ["2020-21/primary-readiness", laidOver(READINESS, {})],
      [
        "2021-22/primary-readiness",
        rolled("2021-22/primary-readiness", "2020-21/primary-readiness", { differs: { hub: 7 } }),
      ],
    ]);
    const lazy = catalogueOnDemand([...files.keys()], (id) => files.get(id) ?? null);
    expect(lazy.get("2020-21/primary-readiness")).toEqual(readiness);
    expect(lazy.get("2022-23/primary-readiness")).toBeNull();
    expect(() => lazy.get("2021-22/primary-readiness")).toThrow(CatalogueFault);
  });
});

describe("a file of the catalogue", () => {
  it.each([
    ["2020-22-primary-readiness.yaml", "2020-22/primary-readiness"],
    ["2020-21-secondary-readiness.yaml", "2020-21/secondary-readiness"],
    ["2020-21-primary-finishing.yaml", "2020-21/primary-finishing"],
  ])("of a year or stage that is none is refused: %s", (file, id) => {
    expect(faults({ file, content: { ...content(READINESS), id } })).toEqual([
      { file, path: "id", fault: `${id} is not year/phase-stage` },
    ]);
  });

  it("with a name of another form, or twice, is refused", () => {
    expect(faults({ file: "readiness.yaml", content: {} })).toEqual([
      { file: "readiness.yaml", path: "", fault: expect.stringMatching(/^must be named year-phase-stage/) },
    ]);
    expect(faults(laidOver(READINESS, {}), { file: `old/${READINESS}`, content: {} })).toEqual([
      { file: `old/${READINESS}`, path: "", fault: "a second file for 2020-21/primary-readiness" },
    ]);
  });

  it("that is no mapping, or was not readable, is refused with the reason", () => {
    expect(faults({ file: READINESS, content: [] })).toEqual([
      { file: READINESS, path: "", fault: "must be a mapping" },
    ]);
    expect(faults({ file: READINESS, content: null, unreadable: "line 3: odd" })).toEqual([
      { file: READINESS, path: "", fault: "line 3: odd" },
    ]);
  });

  it("rolled forward from nowhere, from itself in a loop, or from another phase is refused", () => {
    expect(faults(rolled("2021-22/primary-readiness", "2019-20/primary-readiness"))).toEqual([
      {
        file: "2021-22-primary-readiness.yaml",
        path: "basis.rolledForwardFrom",
        fault: 'there is no prospectus "2019-20/primary-readiness"',
      },
    ]);
    const [a, b] = ["2021-22/primary-readiness", "2022-23/primary-readiness"] as const;
    expect(faults(rolled(a, b), rolled(b, a))).toEqual([
      {
        file: "2022-23-primary-readiness.yaml",
        path: "basis.rolledForwardFrom",
        fault: `a loop: ${a} from ${b} from ${a}`,
      },
    ]);
    expect(faults(laidOver(READINESS, {}), rolled("2021-22/secondary-embedding", "2020-21/primary-readiness"))).toEqual(
      [
        {
          file: "2021-22-secondary-embedding.yaml",
          path: "basis.rolledForwardFrom",
          fault: "2020-21/primary-readiness is of another phase",
        },
      ],
    );
  });

  it("rolled forward names what is wrong where it was written, under differs", () => {
    const wrong = {
      differs: {
        commitments: { meetings: { count: { value: 5, source: "assumption" } } },
        offerDays: { value: 1, source: "seed", at: { under: "x", sentence: 1, finds: "x" }, says: "of no page" },
      },
      extra: 1,
    };
    expect(
      faults(laidOver(READINESS, {}), rolled("2021-22/primary-readiness", "2020-21/primary-readiness", wrong)).map(
        ({ path }) => path,
      ),
    ).toEqual(["extra", "differs.offerDays.page"]);
  });

  it("does not make those rolled forward from it faulty as well", () => {
    expect(
      faults(laidOver(READINESS, { hub: 7 }), rolled("2021-22/primary-readiness", "2020-21/primary-readiness")),
    ).toEqual([{ file: READINESS, path: "hub", fault: "must be a text, not 7" }]);
  });

  it("is named together with all the others, a line each", () => {
    const wrong = [laidOver(READINESS, { hub: 7, title: null }), laidOver(ADVOCATES, { colour: "red" })];
    expect(() => buildCatalogue(wrong)).toThrow(
      [
        "The catalogue of prospectuses has 3 faults:",
        `  ${READINESS}: title: must be a text, not nothing`,
        `  ${READINESS}: hub: must be a text, not 7`,
        `  ${ADVOCATES}: colour: unknown key`,
      ].join("\n"),
    );
  });
});
