import { table } from "./row";

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
export const fargateTask = table({
  FY435: {
    subject: "a variable of a container",
    allowed: "is in environment or in secrets, not in both",
    fix: "take it out of one of the two",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html",
  },
  FY436: {
    subject: "an environment variable",
    allowed: "holds no secret: everyone who may see the task definition, a plan or the state can read it",
    fix: "move it to secrets with secretsManagerSecret or ssmParameter, or name it in plainTextSecrets if it is none",
    page: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html",
  },
  FY437: {
    subject: "a secret of Secrets Manager",
    allowed: "goes by its full ARN, with the six characters that AWS adds to its name",
    fix: "copy the ARN of the secret, or pass the resource that has it",
    page: SECRETS_MANAGER,
  },
  FY438: {
    subject: "an SSM parameter",
    allowed: "goes by its name, such as /shop/token, or by its ARN",
    fix: "use letters, digits and . - _ between slashes",
    page: "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html",
  },
  FY439: {
    subject: "the part of a secret",
    allowed: "is a jsonKey without colons, and a versionStage or a versionId",
    fix: "name one version at most, and no key with a colon: colons separate the parts",
    page: SECRETS_MANAGER,
  },
  FY440: {
    subject: "dependsOn",
    allowed: "names containers of the same task",
    fix: "use the other container's name; give it one with name",
    page: ORDER,
  },
  FY441: {
    subject: "dependsOn",
    allowed: "leads to no container that waits for itself",
    fix: "take one of these out",
    page: ORDER,
  },
  FY442: {
    subject: "a container that has to be HEALTHY first",
    allowed: "has a health check of its own",
    fix: "give it a healthCheck, or wait for START",
    page: ORDER,
  },
  FY443: {
    subject: "a container that has to end first (COMPLETE, SUCCESS)",
    allowed: "is not essential: the end of an essential container ends the task",
    fix: "set essential: false on it",
    page: ORDER,
  },
  FY444: {
    subject: "a condition in dependsOn",
    allowed: "is START, COMPLETE, SUCCESS or HEALTHY",
    fix: "choose one of the four",
    page: ORDER,
  },
  FY445: {
    subject: "the first container of a task",
    allowed: "is essential: it is the one that does the work",
    fix: "leave essential out, or put another container first",
    page: PARAMETERS,
  },
  FY446: {
    subject: "intervalSec of a container's health check",
    allowed: "is a whole number from 5 to 300 seconds",
    fix: "choose a value in range; the default is 30",
    page: HEALTH,
  },
  FY447: {
    subject: "timeoutSec of a container's health check",
    allowed: "is a whole number from 2 to 60 seconds",
    fix: "choose a value in range; the default is 5",
    page: HEALTH,
  },
  FY448: {
    subject: "retries of a container's health check",
    allowed: "is a whole number from 1 to 10",
    fix: "choose a value in range; the default is 3",
    page: HEALTH,
  },
  FY449: {
    subject: "startPeriodSec of a container's health check",
    allowed: "is a whole number from 0 to 300 seconds",
    fix: "choose a value in range; the default is none",
    page: HEALTH,
  },
  FY450: {
    subject: "the command of a container's health check",
    allowed: "is CMD and the words of a command, or CMD-SHELL and one line for the shell",
    fix: 'write such as ["CMD-SHELL", "curl -f http://localhost/health"]',
    page: HEALTH,
  },
  FY451: {
    subject: "a path in a container",
    allowed: "is absolute, such as /tmp, without a slash at its end and without . or ..",
    fix: "write it from the root on",
    page: CONTAINER,
  },
  FY452: {
    subject: "temporaryMiB",
    allowed: "is a whole number of MiB from 1 to 122880 for each folder",
    fix: "give what the program writes at most: it counts as memory",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tmpfs.html",
  },
  FY453: {
    subject: "temporaryMiB of a container, all folders together",
    allowed: "is less than its memoryMiB",
    fix: "raise memoryMiB, or use a scratchVolume, which lies on disk",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tmpfs.html",
  },
  FY454: {
    subject: "a folder of a container",
    allowed: "is in temporaryMiB or in mounts, not in both",
    fix: "take it out of one of the two",
    page: CONTAINER,
  },
  FY455: {
    subject: "a volume's name",
    allowed: "has 1 to 255 letters, digits, hyphens and underscores, and means one volume in a task",
    fix: "rename it",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html",
  },
  FY456: {
    subject: "ephemeralStorageGiB",
    allowed: "is a whole number of GiB from 21 to 200",
    fix: "choose a value in range, or leave it out: 20 GiB are free",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EphemeralStorage.html",
  },
  FY457: {
    subject: "architecture",
    allowed: "is X86_64 or ARM64",
    fix: "choose the one that the images are built for",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html",
  },
  FY458: {
    subject: "a container with logOptions",
    allowed: "has a log router in its task",
    fix: "set logRouter on the task, or leave logOptions out",
    page: FIRELENS,
  },
  FY459: {
    subject: "a log router",
    allowed: "has a container that logs through it",
    fix: "give a container logOptions, or leave logRouter out",
    page: FIRELENS,
  },
  FY460: {
    subject: "base of capacity",
    allowed: "is a whole number from 0 to 100000 tasks",
    fix: "give the number of tasks that must never be taken back",
    page: STRATEGY,
  },
  FY461: {
    subject: "spotPercent of capacity",
    allowed: "is a whole number from 1 to 100 percent",
    fix: 'choose a value in range, or say "on-demand"',
    page: STRATEGY,
  },
  FY462: {
    subject: "stopTimeoutSec of the container that takes traffic",
    allowed: "is not less than its target group's deregistrationDelaySec, up to Fargate's 120 seconds",
    fix: "raise it, leave it out (it follows the delay then), or shorten the delay",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/load-balancer-connection-draining.html",
  },
  FY463: {
    subject: "releases",
    allowed: "is terraform or pipeline",
    fix: "say who decides which image runs",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html",
  },
  FY464: {
    subject: "uid or gid of a folder",
    allowed: "is a whole number from 0 to 4294967295",
    fix: "use the numbers that the program runs as",
    page: "https://docs.aws.amazon.com/efs/latest/ug/API_PosixUser.html",
  },
  FY465: {
    subject: "path of a folder",
    allowed: "is absolute, at most four levels deep and 100 characters long, such as /uploads",
    fix: "choose a folder below the root",
    page: "https://docs.aws.amazon.com/efs/latest/ug/API_RootDirectory.html",
  },
  FY466: {
    subject: "permissions of a folder",
    allowed: "are three or four octal digits",
    fix: "write such as 0750",
    page: "https://docs.aws.amazon.com/efs/latest/ug/API_CreationInfo.html",
  },
  FY467: {
    subject: "a file system",
    allowed: "lies in the network of the tasks that mount it",
    fix: "make both from one Network",
    page: "https://docs.aws.amazon.com/efs/latest/ug/how-it-works.html",
  },
  FY468: {
    subject: "the id of an existing file system or of its security group",
    allowed: "is fs- or sg- and hexadecimal digits",
    fix: "copy it from the console, or pass the attribute of the resource",
    page: "https://docs.aws.amazon.com/efs/latest/ug/accessing-fs-create-security-groups.html",
  },
  FY469: {
    subject: "the name of a log option",
    allowed: "has letters, digits and . - _, starting with a letter",
    fix: "use the names of the output plugin's options",
    page: FIRELENS,
  },
});
