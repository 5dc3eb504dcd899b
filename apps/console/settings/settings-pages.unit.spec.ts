import { describe, expect, it } from "@jest/globals";
import { inOneLine } from "../../../test/support/browser.ts";
import { catalogueOfTests } from "../../../test/support/catalogue.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import { filledIn } from "../look/templates.ts";
import type { Typed } from "../form-fields.ts";
import { contactsIn, fieldAt, hubContactsView, typedOf as contactsTyped } from "./hub-contacts-page.ts";
import {
  asMeant,
  faultsIn,
  namedSchoolsView,
  typedOf,
  urnsIn,
  whoAppliesView,
  withAdded,
} from "./named-schools-page.ts";

const state = { action: "/x", token: "t", key: "k.1", typed: {}, faults: [] };
const shown = (template: string, view: object): string => inOneLine(filledIn(template, strictView(view)).text);
const [PROGRAMME] = catalogueOfTests().all();

describe("who may apply for a programme", () => {
  const list = {
    hub: "great-north",
    prospectus: PROGRAMME!.id,
    urns: ["100001", "100002"],
    setBy: "p-1",
    setAt: "2020-05-04T08:00:00Z",
  };

  it("is said of each programme: every school, or how many named ones, since when and by whom", () => {
    const look = { done: true, people: () => "Hella Example" };
    const page = shown("settings/named-schools.njk", namedSchoolsView([PROGRAMME!], [list], look));
    expect(page).toMatch(/It stands as you said.*2 named schools.*Since 4 May 2020, by Hella Example/u);
    expect(namedSchoolsView([PROGRAMME!], [], { ...look, done: false })).toMatchObject({
      done: null,
      programmes: [{ who: "Every school that fits it", since: "" }],
    });
    const called = (urn: string): string => (urn === "100001" ? "Hillside School (100001)" : urn);
    const form = whoAppliesView(PROGRAMME!, { ...state, typed: typedOf(list, called) });
    expect(shown("settings/who-applies.njk", form)).toMatch(/>Hillside School \(100001\)\s+100002<\/textarea>/u);
  });

  it("has one school more where one is added, and is then for those that are named; else it is as it was said", () => {
    const typed = { who: "all", urns: "100001\n", add: "St Mary’s, Ayton (100002)" };
    const saved = (of: Typed): Typed => withAdded(asMeant(of));
    expect(urnsIn(saved({ ...typed, way: "add" }))).toEqual(["100001", "100002"]);
    expect(urnsIn(saved({ ...typed, who: "named" }))).toEqual(["100001", "100002"]);
    expect(urnsIn(saved(typed))).toBeNull();
    expect(saved(typed)["add"]).toBe("");
  });

  it("is typed as URNs, in whatever way they are parted, each once", () => {
    const typed = { who: "named", urns: "100001, 100002\n100001;100003" };
    expect(urnsIn(typed)).toEqual(["100001", "100002", "100003"]);
    expect(urnsIn({ who: "all", urns: "100001" })).toBeNull();
  });

  it.each([
    [{}, "/who", "Say who may apply"],
    [{ who: "named", urns: " " }, "/urns", "Name one school at least"],
    [{ who: "named", urns: "12345, 100001" }, "/urns", "a URN has six digits: look at 12345"],
    [{ who: "named", urns: "100009 100001" }, "/urns", "the register has no school 100009"],
  ])("is turned down in words where it is wrong: %j", (typed, pointer, detail) => {
    expect(faultsIn(typed, (urn) => urn === "100001")).toEqual([{ pointer, detail }]);
    expect(faultsIn({ who: "named", urns: "100001" }, () => true)).toEqual([]);
  });
});

describe("whom we write to at a hub", () => {
  const LEAD = { role: "hub-lead", firstName: "Hella", lastName: "Example", email: "hella@hub.example" } as const;

  it("is asked by role, and who has nothing typed is no contact", () => {
    const typed = {
      ...contactsTyped([LEAD]),
      "hub-coordinator.email": "office@hub.example",
      "finance-officer.email": " ",
    };
    expect(contactsIn(typed)).toEqual([
      LEAD,
      { role: "hub-coordinator", firstName: "", lastName: "", email: "office@hub.example" },
    ]);
    expect(shown("settings/hub-contacts.njk", hubContactsView({ ...state, typed }, true))).toMatch(
      /From now on this service writes to them.*Hub lead: e-mail address.*value="hella@hub.example"/u,
    );
  });

  it("has what is wrong at the field that asked for it", () => {
    const contacts = [LEAD, { ...LEAD, role: "finance-officer" as const }];
    expect([fieldAt("/contacts/1/email", contacts), fieldAt("/contacts", contacts)]).toEqual([
      "/finance-officer/email",
      "/contacts",
    ]);
  });
});
