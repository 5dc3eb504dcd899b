import { randomUUID } from "node:crypto";
import { APPLICATION_EXAMPLE } from "../../support/examples.ts";
import type { Figure } from "../figure.ts";
import { callAll } from "../measure/callers.ts";
import { interleaved, rateOver, turnOf } from "../measure/rounds.ts";
import { plainIds, plainSide } from "../world/plain-side.ts";
import { Requests } from "../world/requests.ts";
import { theService } from "../world/service.ts";
import { settled } from "../world/settled.ts";

/** So many begin in a turn. */
const IN_A_TURN = 150;
/** No school of the country has such a URN. */
const FIRST_URN = 700_000;

export const starts: Figure = {
  name: "starts",
  unit: "ratio",
  goal: { atLeast: 0.5 },
  says:
    "Journeys a second that begin, by an application over the API, and come to rest, their letter sent: over a bare " +
    "workflow with one local activity and one timer, started by a signal.",
  besideIs: "bare workflows started a second",
  async measure(bench) {
    const service = await theService(bench);
    const plain = await plainSide(bench, service);
    const { client } = service.home;
    const [{ hub } = { hub: "" }] = await service.country.dataSource.query<{ hub: string }[]>(
      "select hub from journeys order by id limit 1",
    );
    const requests = new Requests(service);
    let next = FIRST_URN;
    const apply = async (urn: number): Promise<void> => {
      const school = { ...APPLICATION_EXAMPLE.school, urn: String(urn) };
      const prospectus = "2027-28/primary-readiness";
      const body = { ...APPLICATION_EXAMPLE, hub, prospectus, group: undefined, school };
      await requests.insist("/api/v1/applications", body, { role: "hub-lead", hub });
    };
    await apply(next++);
    return rateOver(
      await interleaved(
        bench.scale.rounds,
        () =>
          turnOf(service.cpu, async () => {
            const urns = Array.from({ length: IN_A_TURN }, () => next++);
            await callAll(urns, apply);
            await settled(
              client,
              urns.map((urn) => `journey/${urn}-primary`),
            );
            return IN_A_TURN;
          }),
        () =>
          turnOf(plain.cpu, async () => {
            const ids = plainIds(IN_A_TURN, `start-${randomUUID()}`);
            await plain.call({ ids, wake: true });
            await settled(client, ids);
            return IN_A_TURN;
          }),
      ),
    );
  },
};
