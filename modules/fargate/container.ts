import type { VariableImage } from "../variables";

/** A program in a task. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html */
export interface Container {
  /**
   * Name, unique in its task, 1 to 255 letters, digits, hyphens and underscores.
   * @default the id of the service
   */
  readonly name?: string;

  /** Image to run: a reference with a tag or digest, or one that is set at deploy time (`imageVariable`). */
  readonly image: string | VariableImage;

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
   * Command in place of the image's own.
   * @default the image's
   */
  readonly command?: readonly string[];

  /**
   * Environment variables. Not for secrets: they can be read in the console, in plans and in state.
   * @default none
   */
  readonly environment?: Readonly<Record<string, string>>;

  /**
   * User, with or without group, to run as. Root has to be asked for: `"root"`. A user other than root may still
   * listen on a port below 1024.
   * @default "1000:1000"
   */
  readonly user?: string;

  /**
   * Lets the program write to its root file system.
   * @default false
   */
  readonly writableRootFilesystem?: boolean;

  /**
   * Seconds between SIGTERM and SIGKILL, 2 to 120; keep it above the target group's deregistration delay.
   * @default 60
   */
  readonly stopTimeoutSec?: number;
}

export const CONTAINER_DEFAULTS = { user: "1000:1000", stopTimeoutSec: 60 } as const;
