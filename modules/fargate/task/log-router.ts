import type { VariableImage } from "../../variables";
import type { NamedContainer } from "../container/container-specs";

/** AWS's own build of Fluent Bit, for both architectures. https://gallery.ecr.aws/aws-observability/aws-for-fluent-bit */
const FLUENT_BIT = "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable";

export const LOG_ROUTER_NAME = "LogRouter";

/**
 * Fluent Bit beside the program, which takes its log to wherever AWS or its partners keep logs. What it may write to is
 * given to the task by name (`allowActions`).
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html
 */
export interface LogRouter {
  /**
   * Image with Fluent Bit.
   * @default AWS for Fluent Bit, the version that AWS calls stable
   */
  readonly image?: string | VariableImage;

  /**
   * Path in the image of a configuration file that is added to the one that ECS writes.
   * @default none
   */
  readonly configFile?: string;

  /**
   * CPU units reserved.
   * @default none: it shares what the task has
   */
  readonly cpu?: number;

  /**
   * Most memory in MiB; AWS advises 50 at least.
   * @default none: it shares what the task has
   */
  readonly memoryMiB?: number;

  /**
   * Environment variables.
   * @default none
   */
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * The router as a container. ECS takes no other user than root for it, and says so in every description: an
 * exception from our rule, in a root file system that stays read-only. Its own log goes to CloudWatch Logs.
 */
export function logRouterContainer(router: LogRouter): NamedContainer {
  const { image = FLUENT_BIT, configFile, cpu, memoryMiB, environment } = router;
  const file = { "config-file-type": "file", "config-file-value": configFile ?? "" };
  return {
    name: LOG_ROUTER_NAME,
    image,
    user: "0",
    ...(cpu === undefined ? {} : { cpu }),
    ...(memoryMiB === undefined ? {} : { memoryMiB }),
    ...(environment === undefined ? {} : { environment }),
    routes: { "enable-ecs-log-metadata": "true", ...(configFile === undefined ? {} : file) },
  };
}
