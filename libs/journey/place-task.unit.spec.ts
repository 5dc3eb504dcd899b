// A school that came back into a full Work Group, or came from another hub, goes on without one: whoever places it, or
// lets it go, has settled that.

import { describe, expect, it } from "@jest/globals";
import { given } from "../../test/support/given.ts";
import { accepted, because, begun, kept, type Past } from "../../test/support/journey.ts";

const TASK = "2020/21/place";

/** In its year, in no group, and its hub asked to find it a place. */
function withoutAGroup(): Past {
  return begun().on("2020-09-02T10:00", "MoveToHub", { hub: "far-south", ...because });
}
const standing = ({ state }: Past): string =>
  (state.status !== "none" && state.tasks.find(({ id }) => id === TASK)?.status) || "none";

describe("The task to find a place for a school that came back, or from another hub", () => {
  it("is the new hub’s as the school comes, with a day; not of a school whose year has not begun", () => {
    given(begun())
      .when("2020-09-02T10:00", "MoveToHub", { hub: "far-south", ...because })
      .brings(
        { type: "SchoolLeftHub", to: "far-south", ...kept },
        { type: "SchoolJoinedHub", from: "great-north", to: "far-south", ...kept },
        { type: "TaskOpened", task: TASK, about: "waiting", commitment: null, dueOn: "2020-09-09" },
      );
    const waiting = accepted().on("2020-06-10T10:00", "MoveToHub", { hub: "far-south", ...because });
    expect(waiting.all("TaskOpened")).toEqual([]);
  });

  it("is open until something has settled it", () => {
    expect(standing(withoutAGroup().until("2020-12-01"))).toBe("open");
  });

  it("is closed by a place, by its withdrawal, by the end of its year", () => {
    const group = { workGroup: "group-2", ...because };
    expect(standing(withoutAGroup().on("2020-09-10T10:00", "PlaceInWorkGroup", group))).toBe("closed");
    expect(standing(withoutAGroup().on("2020-09-10T10:00", "WithdrawSchool", because))).toBe("closed");
    expect(standing(withoutAGroup().until("2021-09-01"))).toBe("closed");
  });

  it("rests while the school is away, and is there again when it comes back in its year", () => {
    const away = withoutAGroup().on("2020-09-10T10:00", "PauseJourney", because);
    expect(standing(away)).toBe("closed");
    expect(standing(away.on("2020-11-10T10:00", "ReturnToProgramme", {}))).toBe("open");
    expect(standing(away.until("2021-09-01"))).toBe("closed");
    const settled = withoutAGroup().on("2020-09-10T10:00", "PlaceInWorkGroup", { workGroup: "group-2", ...because });
    const back = settled
      .on("2020-10-01T10:00", "PauseJourney", because)
      .on("2020-11-10T10:00", "ReturnToProgramme", {});
    expect(standing(back)).toBe("closed");
  });

  it("goes with the school to another hub, which has to place it", () => {
    const moved = withoutAGroup().on("2020-09-10T10:00", "MoveToHub", { hub: "great-north", ...because });
    expect([moved.state.status !== "none" && moved.state.hub, standing(moved)]).toEqual(["great-north", "open"]);
  });
});
