import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { TestWorkflowEnvironment } from "@temporalio/testing";
import { cacheFolder } from "./folders.ts";
import { SetUpError, type Say } from "./set-up-error.ts";
import { onPath } from "./temporal-program.ts";

const VERSION = "1.38.0";

/** What TestWorkflowEnvironment.createTimeSkipping takes as `server.executable`. */
export type TestServerExecutable =
  { type: "existing-path"; path: string } | { type: "cached-download"; downloadDir: string };

/**
 * Finds Temporal's time-skipping test server, or gets it: from this user's cache, as the SDK's own download, or as
 * the same server from Maven, run by Java.
 * @throws SetUpError with the one sentence on what to do
 */
export async function testServer(say: Say, env: NodeJS.ProcessEnv = process.env): Promise<TestServerExecutable> {
  const folder = join(cacheFolder(env), `test-server-${VERSION}`);
  const script = join(folder, "test-server");
  if (existsSync(script)) return { type: "existing-path", path: script };
  const downloads = join(folder, "download");
  if (existsSync(join(downloads, "works"))) return { type: "cached-download", downloadDir: downloads };

  if (onPath("mvn", env) && onPath("java", env)) {
    say(`Getting the time-skipping test server ${VERSION} from Maven (once, under a minute) …`);
    await fromMaven(folder, env);
    return { type: "existing-path", path: script };
  }
  say("Downloading the time-skipping test server …");
  await mkdir(downloads, { recursive: true });
  try {
    const tried = await TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: "cached-download", downloadDir: downloads } },
    });
    await tried.teardown();
  } catch (cause) {
    throw new SetUpError(
      "The time-skipping test server is missing: its download cannot be reached, and there is no Java with " +
        "Maven to run it from " +
        '(install both, for example "apt-get install default-jre-headless maven").',
      { cause },
    );
  }
  await writeFile(join(downloads, "works"), "");
  return { type: "cached-download", downloadDir: downloads };
}

/** Puts the server, what it needs, and a script that starts it into a folder, all at once. */
async function fromMaven(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  await mkdir(cacheFolder(env), { recursive: true });
  const workplace = await mkdtemp(join(cacheFolder(env), "getting-test-server-"));
  const pom = join(workplace, "pom.xml");
  await writeFile(
    pom,
    `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>school-journeys</groupId><artifactId>test-server</artifactId><version>1</version><packaging>pom</packaging>
<dependencies>
<dependency><groupId>io.temporal</groupId><artifactId>temporal-test-server</artifactId><version>${VERSION}</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.36</version></dependency>
</dependencies></project>\n`,
  );
  try {
    await promisify(execFile)(
      "mvn",
      [
        "-q",
        "-B",
        "-f",
        pom,
        "dependency:copy-dependencies",
        "-DincludeScope=runtime",
        `-DoutputDirectory=${join(workplace, "jars")}`,
      ],
      { env },
    );
  } catch (cause) {
    await rm(workplace, { recursive: true, force: true });
    throw new SetUpError(
      `Maven could not get io.temporal:temporal-test-server:${VERSION}: ` +
        `${cause instanceof Error ? cause.message : cause}`,
      { cause },
    );
  }
  const script = join(workplace, "test-server");
  // A test server lives for seconds: the quick compiler alone and the small collector start it soonest.
  await writeFile(
    script,
    `#!/bin/sh
exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$(dirname "$0")/jars/*" io.temporal.testserver.TestServer "$@"
`,
  );
  await chmod(script, 0o755);
  await rm(folder, { recursive: true, force: true });
  await rename(workplace, folder);
}
