export default async function stopServers() {
  await globalThis.testRun?.stop();
}
