import { expect, it } from "@jest/globals";
import { wrongWith } from "./turned-down.ts";

const answers = new Map([["not-in-this-state", 3]]);
const well = { answers, outcomes: 3, events: 0 };

it("All that were turned down and told so are no fault", () => {
  expect(wrongWith(well, 3)).toEqual([]);
});

it.each([
  ["another answer than that", { answers: new Map([...answers, ["ok", 1]]) }, "1 were answered ok"],
  ["one that is never answered", { answers: new Map([["not-in-this-state", 2]]) }, "2 of 3 were told why"],
  ["an outcome that is not kept", { outcomes: 2 }, "of 3 outcomes 2 are kept"],
  ["an event that came of it", { events: 1 }, "1 events came of nothing"],
])("It would see %s", (_, wrong, says) => {
  expect(wrongWith({ ...well, ...wrong }, 3)).toEqual([says]);
});
