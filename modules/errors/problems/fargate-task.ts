import { limits, problems } from "./tables";

const CONTAINER = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html";
const ORDER = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html";
const HEALTH = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html";
const PARAMETERS =
  "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html";
const FIRELENS = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html";
const STRATEGY =
  "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html";
const SECRETS_MANAGER =
  "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html";

/** FY435 to FY469: what a task's containers are told, wait for, write to and log through; capacity and releases. */
export const fargateTask = problems({
  environmentAndSecret: {
    code: "FY435",
    subject: "a variable of a container",
    allowed: "can be in environment or in secrets, not both",
    fix: "remove it from one of the two",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html",
  },
  secretInEnvironment: {
    code: "FY436",
    subject: "an environment variable",
    allowed:
      "can't hold a secret: everyone who can read the task definition, a plan or the state can read it",
    fix: "move it to secrets with secretsManagerSecret or ssmParameter, or name it in plainTextSecrets if it is not a secret",
    page: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html",
  },
  secretArn: {
    code: "FY437",
    subject: "a secret of Secrets Manager",
    allowed: "must be given by its full ARN, including the six characters that AWS adds to its name",
    fix: "copy the ARN of the secret, or pass the resource",
    page: SECRETS_MANAGER,
  },
  ssmParameter: {
    code: "FY438",
    subject: "an SSM parameter",
    allowed: "must be given by its name, such as /shop/token, or by its ARN",
    fix: "use letters, digits and . - _ between slashes",
    page: "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html",
  },
  secretPart: {
    code: "FY439",
    subject: "the part of a secret",
    allowed: "must be a jsonKey without colons, and a versionStage or a versionId",
    fix: "name at most one version, and no key with a colon, which separates the parts",
    page: SECRETS_MANAGER,
  },
  dependsOnUnknownContainer: {
    code: "FY440",
    subject: "dependsOn",
    allowed: "must name containers of the same task",
    fix: "use the other container's name, which its name prop sets",
    page: ORDER,
  },
  dependsOnCycle: {
    code: "FY441",
    subject: "dependsOn",
    allowed: "can't form a cycle",
    fix: "remove one of these dependencies",
    page: ORDER,
  },
  healthyWithoutHealthCheck: {
    code: "FY442",
    subject: "a container that must be HEALTHY first",
    allowed: "must have a health check",
    fix: "set its healthCheck, or wait for START",
    page: ORDER,
  },
  completeButEssential: {
    code: "FY443",
    subject: "a container that must end first (COMPLETE, SUCCESS)",
    allowed: "can't be essential: when an essential container ends, the task ends",
    fix: "set essential: false on it",
    page: ORDER,
  },
  dependsOnCondition: {
    code: "FY444",
    subject: "a condition in dependsOn",
    allowed: "must be START, COMPLETE, SUCCESS or HEALTHY",
    fix: "use one of the four",
    page: ORDER,
  },
  firstContainerNotEssential: {
    code: "FY445",
    subject: "the first container of a task",
    allowed: "must be essential, because it does the main work",
    fix: "omit essential, or put another container first",
    page: PARAMETERS,
  },
  containerHealthCheckCommand: {
    code: "FY450",
    subject: "the command of a container's health check",
    allowed: "must be CMD and the words of a command, or CMD-SHELL and one line for the shell",
    fix: 'write a value such as ["CMD-SHELL", "curl -f http://localhost/health"]',
    page: HEALTH,
  },
  containerPath: {
    code: "FY451",
    subject: "a path in a container",
    allowed: "must be absolute, such as /tmp, without a trailing slash and without . or ..",
    fix: "write it starting with /",
    page: CONTAINER,
  },
  temporaryFoldersTooLarge: {
    code: "FY453",
    subject: "temporaryMiB of all folders of a container",
    allowed: "must be less than its memoryMiB",
    fix: "raise memoryMiB, or use a scratchVolume, which is on disk",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tmpfs.html",
  },
  folderTwice: {
    code: "FY454",
    subject: "a folder of a container",
    allowed: "can be in temporaryMiB or in mounts, not both",
    fix: "remove it from one of the two",
    page: CONTAINER,
  },
  volumeName: {
    code: "FY455",
    subject: "a volume's name",
    allowed: "must have 1 to 255 letters, digits, hyphens and underscores, and mean one volume in a task",
    fix: "rename it",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html",
  },
  architecture: {
    code: "FY457",
    subject: "architecture",
    allowed: "must be X86_64 or ARM64",
    fix: "use the one that the images are built for",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html",
  },
  logRouterMissing: {
    code: "FY458",
    subject: "a container with logOptions",
    allowed: "must have a log router in its task",
    fix: "set logRouter on the task, or remove logOptions",
    page: FIRELENS,
  },
  logRouterUnused: {
    code: "FY459",
    subject: "a log router",
    allowed: "must have a container that logs through it",
    fix: "set logOptions on a container, or remove logRouter",
    page: FIRELENS,
  },
  stopTimeoutTooShort: {
    code: "FY462",
    subject: "stopTimeoutSec of the container that receives traffic",
    allowed: "can't be less than its target group's deregistrationDelaySec, up to Fargate's 120 seconds",
    fix: "raise it, omit it (it then follows the delay), or shorten the delay",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/load-balancer-connection-draining.html",
  },
  releasesBy: {
    code: "FY463",
    subject: "releases",
    allowed: "must be terraform or pipeline",
    fix: "set who decides which image runs",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html",
  },
  folderPath: {
    code: "FY465",
    subject: "path of a folder",
    allowed: "must be absolute, at most four levels deep and 100 characters long, such as /uploads",
    fix: "use a folder below the root",
    page: "https://docs.aws.amazon.com/efs/latest/ug/API_RootDirectory.html",
  },
  folderPermissions: {
    code: "FY466",
    subject: "permissions of a folder",
    allowed: "must be three or four octal digits",
    fix: "write a value such as 0750",
    page: "https://docs.aws.amazon.com/efs/latest/ug/API_CreationInfo.html",
  },
  fileSystemInOtherNetwork: {
    code: "FY467",
    subject: "a file system",
    allowed: "must be in the network of the tasks that mount it",
    fix: "create both from one Network",
    page: "https://docs.aws.amazon.com/efs/latest/ug/how-it-works.html",
  },
  fileSystemId: {
    code: "FY468",
    subject: "the id of an existing file system or of its security group",
    allowed: "must be fs- or sg- and hexadecimal digits",
    fix: "copy it from the console, or pass the attribute of the resource",
    page: "https://docs.aws.amazon.com/efs/latest/ug/accessing-fs-create-security-groups.html",
  },
  logOptionName: {
    code: "FY469",
    subject: "the name of a log option",
    allowed: "must contain only letters, digits and . - _, and start with a letter",
    fix: "use the names of the output plugin's options",
    page: FIRELENS,
  },
});

/** Numbers with a range. */
export const fargateTaskLimits = limits({
  containerHealthCheckInterval: {
    code: "FY446",
    from: 5,
    to: 300,
    unit: "seconds",
    default: 30,
    subject: "intervalSec of a container's health check",
    page: HEALTH,
  },
  containerHealthCheckTimeout: {
    code: "FY447",
    from: 2,
    to: 60,
    unit: "seconds",
    default: 5,
    subject: "timeoutSec of a container's health check",
    page: HEALTH,
  },
  containerHealthCheckRetries: {
    code: "FY448",
    from: 1,
    to: 10,
    default: 3,
    subject: "retries of a container's health check",
    page: HEALTH,
  },
  containerHealthCheckStartPeriod: {
    code: "FY449",
    from: 0,
    to: 300,
    unit: "seconds",
    subject: "startPeriodSec of a container's health check",
    fix: "set a value in this range, or omit it for no start period",
    page: HEALTH,
  },
  temporaryFolderSize: {
    code: "FY452",
    from: 1,
    to: 122_880,
    subject: "temporaryMiB",
    allowed: "must be a whole number of MiB from 1 to 122880 for each folder",
    fix: "set the most that the application writes: it counts as memory",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tmpfs.html",
  },
  ephemeralStorage: {
    code: "FY456",
    from: 21,
    to: 200,
    unit: "GiB",
    subject: "ephemeralStorageGiB",
    fix: "set a value in this range, or omit it: 20 GiB are free",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EphemeralStorage.html",
  },
  capacityBase: {
    code: "FY460",
    from: 0,
    to: 100_000,
    unit: "tasks",
    subject: "base of capacity",
    fix: "set the number of tasks that must never be interrupted",
    page: STRATEGY,
  },
  spotPercent: {
    code: "FY461",
    from: 1,
    to: 100,
    unit: "percent",
    subject: "spotPercent of capacity",
    fix: 'set a value in this range, or use "on-demand"',
    page: STRATEGY,
  },
  folderOwner: {
    code: "FY464",
    from: 0,
    to: 4_294_967_295,
    subject: "uid or gid of a folder",
    fix: "use the ids that the application runs as",
    page: "https://docs.aws.amazon.com/efs/latest/ug/API_PosixUser.html",
  },
});
