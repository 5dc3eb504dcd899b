// What must be true together within one prospectus.

import type { Prospectus } from "./prospectus.ts";
import type { Spot } from "./shape.ts";

/** Reports what is well-formed each for itself but cannot be true together. */
export function agree(prospectus: Prospectus, report: Spot["report"]): void {
  const { window, groupSize, commitments, themes } = prospectus;
  const { meetings, visits, inSchool, gapTasks } = commitments;
  if (window.closesOn.value < window.opensOn.value) {
    report("window.closesOn", `closes on ${window.closesOn.value}, before it opens on ${window.opensOn.value}`);
  }
  if (groupSize && groupSize.most.value < groupSize.least.value) {
    report("groupSize.most", `${groupSize.most.value} is less than the least, ${groupSize.least.value}`);
  }
  if (inSchool?.mostHalfDays && inSchool.mostHalfDays.value < inSchool.halfDays.value) {
    report(
      "commitments.inSchool.mostHalfDays",
      `${inSchool.mostHalfDays.value} is less than the least, ${inSchool.halfDays.value}`,
    );
  }
  for (const [name, counted] of Object.entries({ meetings, gapTasks })) {
    if (counted && counted.due.value.length !== counted.count.value) {
      report(`commitments.${name}.due`, `${counted.due.value.length} due dates for ${counted.count.value} ${name}`);
    }
  }
  const visited = visits?.due.value.map((rule) => rule.term) ?? [];
  if (new Set(visited).size < visited.length)
    report("commitments.visits.due", "two visits in one term: a visit is known by its term");
  if (commitments.theme && !themes) report("commitments.theme", "a theme is to be chosen, but there are no themes");
  if (themes && !commitments.theme)
    report("themes", "there are themes, but commitments.theme does not say by when one is chosen");
  if (themes?.value.every((each) => each.closed !== undefined)) report("themes", "every theme is closed");
}
