// How often a property is drawn, and from what: `npm test` draws the same each time, so that it is green or red for
// good; whoever looks for more says `PROPERTY_SEED=7 PROPERTY_RUNS=2000 npm test -- …`.

const given = (name: string, usual: number): number => Number(process.env[name] ?? usual);

/** The seed of what is drawn, and how often: so many times, if nothing else is asked for. */
export const sampled = (numRuns = 100): { seed: number; numRuns: number } => ({
  seed: given("PROPERTY_SEED", 20_260_101),
  numRuns: given("PROPERTY_RUNS", numRuns),
});
