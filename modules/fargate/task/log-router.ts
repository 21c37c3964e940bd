import type { VariableImage } from "../../variables";
import type { NamedContainer } from "../container/container-specs";

/** AWS's own build of Fluent Bit, for both architectures. https://gallery.ecr.aws/aws-observability/aws-for-fluent-bit */
const FLUENT_BIT = "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable";

export const LOG_ROUTER_NAME = "LogRouter";

/**
 * Outputs of Fluent Bit that keep what they are about to send in files, below `/tmp/fluent-bit` unless told otherwise: they fail
 * at their start where they can't. https://docs.fluentbit.io/manual/data-pipeline/outputs/s3
 */
export const OUTPUTS_WITH_FILES: readonly string[] = ["s3", "azure_blob", "azure_kusto"];

/** Room for an object of S3 at its default `total_file_size`, 100 MB, and parts of others. */
const FILES = { "/tmp": 128 };

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
   * Folders in memory that the router may write to, such as `{ "/tmp": 256 }`, in MiB; they count as its memory.
   * @default `/tmp` with 128 MiB where an output in `logOptions` needs files (`s3`, `azure_blob`, `azure_kusto`); else none
   */
  readonly temporaryMiB?: Readonly<Record<string, number>>;

  /**
   * Environment variables.
   * @default none
   */
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * The router as a container. ECS takes no other user than root for it, and says so in every description: an
 * exception from our rule, in a root file system that stays read-only. Its own log goes to CloudWatch Logs.
 *
 * @param outputs of those who log through it; undefined is one that only Terraform knows
 */
export function logRouterContainer(
  router: LogRouter,
  outputs: readonly (string | undefined)[],
): NamedContainer {
  const { image = FLUENT_BIT, configFile, cpu, memoryMiB, environment } = router;
  const temporaryMiB = router.temporaryMiB ?? (outputs.some(needsFiles) ? FILES : undefined);
  const file = { "config-file-type": "file", "config-file-value": configFile ?? "" };
  return {
    name: LOG_ROUTER_NAME,
    image,
    user: "0",
    ...(cpu === undefined ? {} : { cpu }),
    ...(memoryMiB === undefined ? {} : { memoryMiB }),
    ...(temporaryMiB === undefined ? {} : { temporaryMiB }),
    ...(environment === undefined ? {} : { environment }),
    routes: { "enable-ecs-log-metadata": "true", ...(configFile === undefined ? {} : file) },
  };
}

/** Fluent Bit takes names of outputs in any case. */
function needsFiles(output: string | undefined): boolean {
  return output === undefined || OUTPUTS_WITH_FILES.includes(output.toLowerCase());
}
