import {
  ExistingFileSystem,
  FileSystem,
  HttpListener,
  scratchVolume,
  secretsManagerSecret,
  ssmParameter,
  TaskDefinition,
  type AwsStack,
  type Container,
  type FargateServiceProps,
  type FolderProps,
  type TaskSettings,
} from "../../../../modules";
import { cluster, door, IMAGE, network, service, targets } from "../../../support/parts";
import { bad, type BadInput, type BadInputs } from "./case";

const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-AbCdEf";

/** A task of one container. */
const container = (given: Partial<Container>): BadInput => task(given);

const task = (...containers: Partial<Container>[]): BadInput =>
  bad((scope) => {
    const [first, ...others] = containers.map((given) => ({ image: IMAGE, ...given }));
    new TaskDefinition(scope, "Job", { containers: [first!, ...others] });
  });

const settings = (given: TaskSettings, one: Partial<Container> = {}): BadInput =>
  bad((scope) => {
    new TaskDefinition(scope, "Job", { containers: [{ image: IMAGE, ...one }], ...given });
  });

const healthCheck = (given: Partial<NonNullable<Container["healthCheck"]>>): BadInput =>
  container({ healthCheck: { command: ["CMD", "true"], ...given } });

const capacity = (given: FargateServiceProps["capacity"]): BadInput =>
  bad((scope) => service(scope, cluster(scope), { capacity: given }));

const folder = (given: Partial<FolderProps>): BadInput =>
  bad((scope) =>
    new FileSystem(scope, "Files", { network: network(scope) }).folder("A", { path: "/a", ...given }),
  );

const waiting = (dependsOn: Container["dependsOn"], other: Partial<Container> = {}): BadInput =>
  task({ dependsOn }, { name: "Other", ...other });

function drained(scope: AwsStack): void {
  const home = cluster(scope);
  const targetGroup = targets(scope, home.network, { deregistrationDelaySec: 90 });
  new HttpListener(scope, "Http", { loadBalancer: door(scope, home.network), forwardTo: targetGroup });
  service(scope, home, { targetGroup, container: { stopTimeoutSec: 89 } });
}

function mountedFromAfar(scope: AwsStack): void {
  const files = new ExistingFileSystem(scope, "Files", {
    network: network(scope, {}, "Other"),
    fileSystemId: "fs-0123456789abcdef0",
    securityGroupId: "sg-0123456789abcdef0",
  });
  const mounts = { "/data": files.folder("Data", { path: "/data" }) };
  service(scope, cluster(scope), { container: { mounts } });
}

type Area = "435" | "436" | "437" | "438" | "439" | "44" | "45" | "46";

export const fargateTask: BadInputs<Area> = {
  FY435: container({ environment: { A: "a" }, secrets: { A: ssmParameter("/a") } }),
  FY436: container({ environment: { DB_PASSWORD: "hunter2" } }),
  FY437: container({ secrets: { A: secretsManagerSecret("shop") } }),
  FY438: container({ secrets: { A: ssmParameter("not this") } }),
  FY439: container({ secrets: { A: secretsManagerSecret(SECRET, { jsonKey: "a:b" }) } }),
  FY440: waiting({ Nobody: "START" }),
  FY441: waiting({ Other: "START" }, { dependsOn: { Job: "START" } }),
  FY442: waiting({ Other: "HEALTHY" }),
  FY443: waiting({ Other: "SUCCESS" }),
  FY444: waiting({ Other: "SOON" as "START" }),
  FY445: container({ essential: false }),
  FY446: healthCheck({ intervalSec: 4 }),
  FY447: healthCheck({ timeoutSec: 61 }),
  FY448: healthCheck({ retries: 11 }),
  FY449: healthCheck({ startPeriodSec: 301 }),
  FY450: healthCheck({ command: ["curl", "http://localhost"] }),
  FY451: container({ workingDirectory: "here" }),
  FY452: container({ temporaryMiB: { "/tmp": 0 } }),
  FY453: container({ memoryMiB: 64, temporaryMiB: { "/tmp": 64 } }),
  FY454: container({ temporaryMiB: { "/tmp": 8 }, mounts: { "/tmp": scratchVolume("tmp") } }),
  FY455: container({ mounts: { "/a": scratchVolume("not this") } }),
  FY456: settings({ ephemeralStorageGiB: 20 }),
  FY457: settings({ architecture: "arm64" as "ARM64" }),
  FY458: container({ logOptions: { Name: "null" } }),
  FY459: settings({ logRouter: {} }),
  FY460: capacity({ base: -1, spotPercent: 50 }),
  FY461: capacity({ base: 1, spotPercent: 0 }),
  FY462: bad(drained),
  FY463: bad((scope) => service(scope, cluster(scope), { releases: "argo" as "pipeline" })),
  FY464: folder({ uid: -1 }),
  FY465: folder({ path: "/" }),
  FY466: folder({ permissions: "rwx" }),
  FY467: bad(mountedFromAfar),
  FY468: bad(
    (scope) =>
      new ExistingFileSystem(scope, "Files", {
        network: network(scope),
        fileSystemId: "fs-files",
        securityGroupId: "sg-0123456789abcdef0",
      }),
  ),
  FY469: settings({ logRouter: {} }, { logOptions: { "not this": "" } }),
};
