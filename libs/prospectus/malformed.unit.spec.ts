import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { readCatalogueFile } from "../config/load-catalogue.ts";
import { buildCatalogue, CatalogueFault, type CatalogueFile } from "./catalogue.ts";
import type { Fault } from "./fault.ts";
import { overlay } from "./roll-forward.ts";
import { isTree, type Tree } from "./shape.ts";

const FOLDER = fileURLToPath(new URL("./catalogue/", import.meta.url));

const READINESS = "2020-21-primary-readiness.yaml";

const ADVOCATES = "2020-21-secondary-development.yaml";

const SUSTAINING = "2024-25-secondary-sustaining.yaml";

const AT = { under: "Funding", sentence: 1, finds: "28 days" };

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

describe("a malformed prospectus", () => {
  const meetings = (differs: Tree): Tree => ({ commitments: { meetings: differs } });
  const assumed = (value: unknown): Tree => ({ value, source: "assumption" });

  it.each<[string, string, Tree, string, RegExp]>([
    [
      "an unknown key",
      READINESS,
      { participants: { mots: 3 } },
      "participants.mots",
      /unknown key; known here: roles, asked, most/,
    ],
    ["an unknown key at the top", READINESS, { colour: "red" }, "colour", /unknown key/],
    [
      "a wrong type",
      READINESS,
      { offerDays: assumed("28") },
      "offerDays.value",
      /whole number of at least 1, not "28"/,
    ],
    [
      "a number that is no figure",
      READINESS,
      { offerDays: 28 },
      "offerDays",
      /must be a figure {value, source, …}, not 28/,
    ],
    ["something missing", READINESS, { lead: null }, "lead", /must be a figure .* not nothing/],
    [
      "an unknown role",
      READINESS,
      { participants: { roles: assumed(["maths-lead", "janitor"]) } },
      "participants.roles.value[1]",
      /unknown role "janitor"/,
    ],
    [
      "a role that stands twice",
      READINESS,
      { participants: { roles: assumed(["maths-lead", "maths-lead"]) } },
      "participants.roles.value[1]",
      /stands twice/,
    ],
    [
      "an unknown term",
      READINESS,
      { commitments: { report: { due: assumed({ term: "winter", week: 1 }) } } },
      "commitments.report.due.value.term",
      /unknown term "winter"/,
    ],
    [
      "a due rule that is two",
      READINESS,
      { commitments: { report: { due: assumed({ term: "spring", week: 1, beforeEnd: 2 }) } } },
      "commitments.report.due.value.week",
      /unknown key/,
    ],
    [
      "fewer due dates than meetings",
      READINESS,
      meetings({ count: assumed(4) }),
      "commitments.meetings.due",
      /3 due dates for 4 meetings/,
    ],
    [
      "more due dates than gap tasks",
      READINESS,
      { commitments: { gapTasks: { count: assumed(1) } } },
      "commitments.gapTasks.due",
      /2 due dates for 1 gapTasks/,
    ],
    [
      "two visits in a term",
      READINESS,
      {
        commitments: {
          visits: {
            due: assumed([
              { term: "spring", week: 1 },
              { term: "spring", week: 2 },
            ]),
          },
        },
      },
      "commitments.visits.due",
      /two visits in one term/,
    ],
    [
      "a seed without its words",
      READINESS,
      { offerDays: { value: 28, source: "seed", at: AT } },
      "offerDays.says",
      /must be a text/,
    ],
    [
      "a seed without its place in the page",
      READINESS,
      { offerDays: { value: 28, source: "seed", says: "x" } },
      "offerDays.at",
      /must be a mapping of under, sentence, finds/,
    ],
    [
      "a seed that takes a sentence of the page over",
      READINESS,
      { offerDays: { value: 28, source: "seed", says: "x", at: { ...AT, finds: "an offer is open for 28 days" } } },
      "offerDays.at.finds",
      /at most 6 words/,
    ],
    [
      "a seed of no page",
      READINESS,
      { offerDays: { value: 28, source: "seed", says: "x", at: AT, page: "x.txt" } },
      "offerDays.page",
      /must name a page of seeds/,
    ],
    [
      "a source that is neither",
      READINESS,
      { offerDays: { value: 28, source: "hearsay" } },
      "offerDays.source",
      /seed or assumption, not "hearsay"/,
    ],
    [
      "an assumption with the words of a page",
      READINESS,
      { offerDays: { value: 28, source: "assumption", says: "x" } },
      "offerDays.says",
      /unknown key/,
    ],
    [
      "a day that does not exist",
      READINESS,
      { window: { closesOn: assumed("2020-02-30") } },
      "window.closesOn.value",
      /must be a day .* not "2020-02-30"/,
    ],
    [
      "a window that closes before it opens",
      ADVOCATES,
      { window: { opensOn: assumed("2020-07-14") } },
      "window.closesOn",
      /closes on 2020-07-13, before it opens on 2020-07-14/,
    ],
    [
      "a group with less than its least",
      READINESS,
      { groupSize: { least: assumed(9) } },
      "groupSize.most",
      /8 is less than the least, 9/,
    ],
    [
      "most half-days below the least",
      ADVOCATES,
      { commitments: { inSchool: { halfDays: assumed(14) } } },
      "commitments.inSchool.mostHalfDays",
      /12 is less than the least, 14/,
    ],
    [
      "a grant of nothing",
      ADVOCATES,
      { grant: { amount: { pounds: 0, source: "assumption" } } },
      "grant.amount.pounds",
      /amount in pounds above 0, not 0/,
    ],
    [
      "a grant in fractions of a penny",
      ADVOCATES,
      { grant: { amount: { pounds: 0.001, source: "assumption" } } },
      "grant.amount.pounds",
      /amount in pounds/,
    ],
    [
      "a theme to choose from none",
      READINESS,
      { commitments: { theme: { due: assumed({ term: "autumn", week: 4 }) } } },
      "commitments.theme",
      /there are no themes/,
    ],
    ["themes that are never chosen", SUSTAINING, { commitments: { theme: null } }, "themes", /does not say by when/],
    [
      "themes all closed",
      SUSTAINING,
      { themes: assumed([{ code: "a", text: "A", closed: "over" }]) },
      "themes",
      /every theme is closed/,
    ],
    [
      "a theme that stands twice",
      SUSTAINING,
      {
        themes: assumed([
          { code: "a", text: "A" },
          { code: "a", text: "A" },
        ]),
      },
      "themes.value[1]",
      /"a" stands twice/,
    ],
    ["a blank text", READINESS, { texts: { cost: " " } }, "texts.cost", /must be a text/],
    [
      "a list that is none",
      READINESS,
      { texts: { benefits: "many" } },
      "texts.benefits",
      /must be a list of at least one/,
    ],
    ["a hub that is no code", READINESS, { hub: "Great North" }, "hub", /kebab-case/],
    [
      "a yes that is a word",
      READINESS,
      { application: { group: assumed("yes") } },
      "application.group.value",
      /true or false, not "yes"/,
    ],
    ["a page that is none", READINESS, { page: "the page" }, "page", /must name a page of seeds/],
    ["a revision below 1", READINESS, { revision: 0 }, "revision", /at least 1/],
    [
      "an id that is not as the file is named",
      READINESS,
      { id: "2021-22/primary-readiness" },
      "id",
      /must be 2020-21\/primary-readiness, as the file is named/,
    ],
  ])("with %s is refused: %s", (_what, file, differs, path, fault) => {
    expect(faults(laidOver(file, differs))).toEqual([{ file, path, fault: expect.stringMatching(fault) }]);
  });
});
