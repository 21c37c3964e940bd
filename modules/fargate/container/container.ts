import { limits } from "../../errors";
import type { VariableImage } from "../../variables";
import type { Volume } from "../storage/volume";
import type { Secret } from "./secret";
import type { Condition } from "./start-order";

/** What is run. */
export interface Program {
  /** Image to run: a reference with a tag or digest, or one that is set at deploy time (`imageVariable`). */
  readonly image: string | VariableImage;

  /**
   * Command in place of the image's own.
   * @default the image's
   */
  readonly command?: readonly string[];

  /**
   * Entry point in place of the image's own.
   * @default the image's
   */
  readonly entryPoint?: readonly string[];

  /**
   * Folder in which the command starts, as an absolute path.
   * @default the image's
   */
  readonly workingDirectory?: string;

  /**
   * User, with or without group, to run as. Root has to be asked for: `"root"`. A user other than root may still
   * listen on a port below 1024.
   * @default "1000:1000"
   */
  readonly user?: string;
}

/** What the program is told. */
export interface Settings {
  /**
   * Environment variables. Not for secrets: they can be read in the console, in plans and in state.
   * @default none
   */
  readonly environment?: Readonly<Record<string, string>>;

  /**
   * Environment variables that ECS fills when the task starts, from `secretsManagerSecret` and `ssmParameter`. The
   * task's execution role may read exactly these. Secrets Manager takes 0.40 USD a secret and month, standard SSM
   * parameters are free (us-east-1). https://aws.amazon.com/secrets-manager/pricing/
   * @default none
   */
  readonly secrets?: Readonly<Record<string, Secret>>;

  /**
   * Names in `environment` that look like a secret's and hold none, or one that everybody may know. A waiver in the
   * output says so to `npm run check`.
   * @default none: what looks like a secret is refused
   */
  readonly plainTextSecrets?: readonly string[];
}

/** Where the program may write. */
export interface Folders {
  /**
   * Lets the program write to its root file system.
   * @default false
   */
  readonly writableRootFilesystem?: boolean;

  /**
   * Folders in memory that every user may write to, such as `{ "/tmp": 64 }`: the most MiB that each may hold, which
   * count as the container's memory. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tmpfs.html
   * @default none
   */
  readonly temporaryMiB?: Readonly<Record<string, number>>;

  /**
   * Volumes by the path where the program sees them: folders of a `FileSystem`, or a `scratchVolume`.
   * @default none
   */
  readonly mounts?: Readonly<Record<string, Volume>>;
}

/** When a container starts and stops, and what its end means for the task. */
export interface Course {
  /**
   * Whether the task ends when the container does. The first container of a task always is.
   * @default true
   */
  readonly essential?: boolean;

  /**
   * Containers of the task, by name, that have to come first: `START`, `COMPLETE` (ended, however), `SUCCESS` (ended
   * well) or `HEALTHY`. They stop in the opposite order.
   * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html
   * @default none; the log router comes before those that log through it
   */
  readonly dependsOn?: Readonly<Record<string, Condition>>;

  /**
   * How ECS asks the container, from inside, whether it is well. An essential container that is not is replaced.
   * @default none: the load balancer's health check, if there is one
   */
  readonly healthCheck?: ContainerHealthCheck;

  /**
   * Seconds between SIGTERM and SIGKILL, 2 to 120; not less than the target group's deregistration delay.
   * @default 60; for the container that takes traffic the deregistration delay, where that is longer, up to 120
   */
  readonly stopTimeoutSec?: number;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html */
export interface ContainerHealthCheck {
  /** `["CMD-SHELL", "curl -f http://localhost/health"]`, or `["CMD", …]` without a shell; 0 is well. */
  readonly command: readonly string[];

  /**
   * Seconds from one check to the next, 5 to 300.
   * @default 30
   */
  readonly intervalSec?: number;

  /**
   * Seconds after which a check has failed, 2 to 60.
   * @default 5
   */
  readonly timeoutSec?: number;

  /**
   * Checks that fail in a row before the container is unhealthy, 1 to 10.
   * @default 3
   */
  readonly retries?: number;

  /**
   * Seconds after its start during which failed checks do not count, 0 to 300.
   * @default none
   */
  readonly startPeriodSec?: number;
}

/** A program in a task. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html */
export interface Container extends Program, Settings, Folders, Course {
  /**
   * Name, unique in its task, 1 to 255 letters, digits, hyphens and underscores.
   * @default the id of the service
   */
  readonly name?: string;

  /**
   * Port that the program listens on, 1 to 65535.
   * @default the target group's port; none for a sidecar
   */
  readonly port?: number;

  /**
   * CPU units reserved, 1024 are 1 vCPU.
   * @default none: it shares what the task has
   */
  readonly cpu?: number;

  /**
   * Most memory in MiB; the container is stopped above it.
   * @default none: it shares what the task has
   */
  readonly memoryMiB?: number;

  /**
   * Sends what the container logs through the task's log router, with these options of its output plugin; a value may
   * be a secret. `{ Name: "kinesis_firehose", region: "us-east-1", delivery_stream: "logs" }`
   * @default none: the log goes to CloudWatch Logs
   */
  readonly logOptions?: Readonly<Record<string, string | Secret>>;
}

export const CONTAINER_DEFAULTS = { user: "1000:1000", stopTimeoutSec: limits.stopTimeout.default } as const;
