// What a file of tests gets as "@jest/globals". Modules that import it stay loaded while files come and go: what they
// have imported is always of the jest-circus of the file that is running.
export let afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test;

/** From now on a file's own. */
export function useGlobals(globals) {
  ({ afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } = globals);
}
