// What a file of tests gets as "@jest/globals". Modules that import it stay loaded while files come and go: they ask
// the jest-circus of the file that is running.
let current;

/** From now on a file's own. */
export function useGlobals(globals) {
  current = globals;
}

const asked = (name) =>
  new Proxy(() => undefined, {
    apply: (_target, _this, given) => current[name](...given),
    get: (_target, property) => current[name][property],
  });

export const afterAll = asked("afterAll");
export const afterEach = asked("afterEach");
export const beforeAll = asked("beforeAll");
export const beforeEach = asked("beforeEach");
export const describe = asked("describe");
export const expect = asked("expect");
export const it = asked("it");
export const test = asked("test");
