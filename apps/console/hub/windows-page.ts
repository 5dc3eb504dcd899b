// When the hub takes applications for each programme: as the page says, or as the hub has said itself.

import type { WindowNow } from "../../../libs/service/hubs/windows.ts";
import { day, inWords } from "../words.ts";

/** What template windows.njk is filled with. */
export interface WindowsView {
  done: string | null;
  windows: readonly {
    programme: string;
    phase: string;
    opens: string;
    closes: string;
    saidBy: string;
    href: string;
    whose: string;
  }[];
}

/** The view model. `done`: one was just set. */
export function windowsView(lines: readonly WindowNow[], done: boolean): WindowsView {
  return {
    done: done ? "The window stands as you set it. Applications are judged by it from now on." : null,
    windows: lines.map(({ id, stage, phase, academicYear, opensOn, closesOn, own }) => ({
      programme: `${inWords(stage)} ${academicYear}`,
      phase,
      opens: day(opensOn),
      closes: day(closesOn),
      saidBy: own ? "Your hub" : "The programme’s page",
      href: `/windows/${id}`,
      whose: ` the window of ${inWords(stage)} ${academicYear}, ${phase}`,
    })),
  };
}
