// No world of its own for a file of tests: it runs in the process as it is.
export default class NativeEnvironment {
  global = {};
  getVmContext = () => null;
  exportConditions = () => ["node", "node-addons"];
  async setup() {}
  async teardown() {}
}
