import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ofPart, type Figure } from "../figure.ts";
import { cpuOf, ownCpu } from "../measure/cpu.ts";
import { interleaved, secondsOf, turnOf } from "../measure/rounds.ts";
import { readAllEvents } from "../world/all-events.ts";
import { countryDatabase } from "../world/database.ts";
import { runScript } from "../world/program.ts";

const MOST_ROUNDS = 3;
const ASKED = "policy: {2027-28/primary-development: {grant: 1500}}\nuntil: 2028-08-31\n";

export const whatIf: Figure = {
  name: "what-if",
  unit: "s",
  goal: { atMost: 8 },
  says: "`npm run what-if` over every journey of the country: other figures, up to the end of the next academic year.",
  besideIs: "seconds in which all events are read and thrown away",
  async measure(bench) {
    const { postgres, folder, schools, events } = await countryDatabase(bench);
    const env = { ...process.env, DATABASE_URL: postgres.appUrl };
    const file = join(folder, "what-if.yaml");
    await writeFile(file, ASKED);
    const measured = secondsOf(
      await interleaved(
        Math.min(MOST_ROUNDS, bench.scale.rounds),
        () =>
          turnOf(
            () => cpuOf([process.pid]) - ownCpu(),
            async () => {
              await runScript("what-if", [file, "--json"], env);
              return 1;
            },
          ),
        () =>
          turnOf(
            () => cpuOf([postgres.process.pid]) + ownCpu(),
            async () => {
              await readAllEvents(postgres.appUrl);
              return 1;
            },
          ),
      ),
    );
    return { ...measured, ...ofPart(schools), detail: { ...measured.detail, journeys: schools, events } };
  },
};
