import { readFileSync } from "node:fs";
import {
  refuse,
  stateFrom,
  type AccessLogs,
  type Deployment,
  type RouteProps,
  type Scaling,
  type TaskSettings,
} from "../modules";
import type { ServiceSettings, Settings, Split } from "./settings";

/** The stacks of main.ts that take settings. */
const WITH_SETTINGS = ["voice-agent", "learning-app"];

const SERVICE: Record<keyof ServiceSettings, true> = {
  ...{ scaling: true, deployment: true, capacity: true, task: true, exec: true, releases: true },
  ...{ sidecars: true, logRetentionDays: true, container: true },
};

const CONTAINER: Record<keyof NonNullable<ServiceSettings["container"]>, true> = {
  ...{ cpu: true, memoryMiB: true, command: true, entryPoint: true, workingDirectory: true, user: true },
  ...{ environment: true, secrets: true, plainTextSecrets: true, writableRootFilesystem: true },
  ...{ temporaryMiB: true, mounts: true, essential: true, dependsOn: true, healthCheck: true },
  ...{ stopTimeoutSec: true, logOptions: true },
};

const SCALING: Record<keyof Scaling, true> = {
  ...{ minimum: true, maximum: true, cpuPercent: true, memoryPercent: true, requestsPerTarget: true },
  ...{ scaleInCooldownSec: true, scaleOutCooldownSec: true, schedules: true },
};

const DEPLOYMENT: Record<keyof Deployment, true> = {
  ...{ strategy: true, minimumHealthyPercent: true, maximumPercent: true, serverErrorsPerMin: true },
  ...{ alarms: true, unwatched: true, listener: true, paths: true, rulePriority: true },
  ...{ bakeTimeMin: true, stepPercent: true, stepBakeTimeMin: true },
};

const TASK: Record<keyof TaskSettings, true> = {
  ...{ architecture: true, ephemeralStorageGiB: true, pullThroughCache: true, logRouter: true, logKey: true },
};

const ACCESS_LOGS: Record<keyof AccessLogs, true> = {
  ...{ bucket: true, prefix: true, connections: true, paused: true, retentionDays: true },
  deleteLogsWithBucket: true,
};

/** Parts that have parts of their own, by their name. */
const BELOW: Readonly<Record<string, object>> = {
  container: CONTAINER,
  scaling: SCALING,
  deployment: DEPLOYMENT,
  task: TASK,
  accessLogs: ACCESS_LOGS,
};

/** Every setting, and of those that are objects of ours every part: a mistyped one would change nothing, unnoticed. */
const NAMES: {
  readonly [S in keyof Required<Omit<Settings, "routes" | "split" | "state">>]: Record<
    keyof Required<Settings>[S],
    true
  >;
} = {
  network: {
    ...{ zones: true, cidrBlock: true, additionalCidrBlocks: true, nat: true, natInstanceType: true },
    ...{ ipv6: true, name: true, interfaceEndpoints: true, flowLogs: true },
  },
  existingNetwork: {
    ...{ vpcId: true, vpcTags: true, publicSubnetIds: true, publicSubnetTags: true },
    ...{ privateSubnetIds: true, privateSubnetTags: true, ipv6: true },
    ...{ interfaceEndpoints: true, flowLogs: true },
  },
  cluster: {
    ...{ name: true, containerInsights: true, insightsRetentionDays: true },
    ...{ sessionRetentionDays: true, logKey: true },
  },
  door: {
    ...{ idleTimeoutSec: true, clientKeepAliveSec: true, desyncMitigationMode: true },
    ...{ preserveHostHeader: true, zonalShift: true, deletionProtection: true, accessLogs: true },
  },
  domain: {
    ...{ name: true, hostedZone: true, newHostedZone: true, certificateArn: true },
    ...{ alternativeNames: true, tlsPolicy: true, hstsMaxAgeSec: true },
  },
  targets: {
    ...{ healthCheck: true, deregistrationDelaySec: true, stickinessSec: true, slowStartSec: true },
    ...{ stickinessCookieName: true, algorithm: true, protocol: true },
  },
  firewall: {
    ...{ name: true, anonymousIps: true, sqlInjection: true, requestsPerIp: true, countedRules: true },
    ...{ countOnly: true, logRetentionDays: true, logAllRequests: true, encryptionKey: true },
  },
  service: SERVICE,
  backend: SERVICE,
  watching: { emails: true },
};

/**
 * The settings of a stack in the JSON file that FRONTYARD_SETTINGS names, by the id of the stack. None without the
 * variable. Throws a `FrontyardError` on a file that can't be read and on a setting that there is not.
 */
export function settingsOf(stack: string, file = process.env.FRONTYARD_SETTINGS): Settings {
  if (file === undefined || file === "") return {};
  const all = contentOf(file);
  const stray = Object.keys(all).find((id) => !WITH_SETTINGS.includes(id));
  if (stray !== undefined) refuse("main.ts", "FY022", `a stack ${stray} in ${file}`);
  const settings = all[stack] ?? {};
  if (!isObject(settings)) refuse(stack, "FY023", `${file}: ${stack} is no object`);
  const { routes, split, state, ...others } = settings;
  if (routes !== undefined) expectRoutes(routes, { stack, file, path: "routes" });
  if (state !== undefined && typeof state !== "string") refuse(stack, "FY023", `${file}: state is no text`);
  if (split !== undefined) expectSplit(split, { stack, file, path: "split" });
  for (const [name, value] of Object.entries(others)) {
    const parts: object | undefined = Object.hasOwn(NAMES, name)
      ? NAMES[name as keyof typeof NAMES]
      : undefined;
    if (parts === undefined) refuse(stack, "FY022", `${name} in ${file}`);
    if (!isObject(value)) refuse(stack, "FY023", `${file}: ${name} is no object`);
    expectNames(value, parts, { stack, file, path: name });
  }
  return state === undefined ? settings : { ...settings, state: stateFrom(state) };
}

interface Place {
  readonly stack: string;
  readonly file: string;
  readonly path: string;
}

const ROUTE: Record<keyof RouteProps, true> = {
  ...{ paths: true, hosts: true, methods: true, headers: true, query: true, sources: true },
  ...{ forwardTo: true, stickinessSec: true, redirectTo: true, respond: true, signIn: true, priority: true },
};

function expectRoutes(routes: unknown, place: Place): void {
  if (!isObject(routes)) return refuse(place.stack, "FY023", `${place.file}: routes is no object`);
  for (const [id, route] of Object.entries(routes)) {
    const path = `routes.${id}`;
    if (!isObject(route)) refuse(place.stack, "FY023", `${place.file}: ${path} is no object`);
    expectNames(route, ROUTE, { ...place, path });
  }
}

const SPLIT: Record<keyof Split, true> = { parameterPath: true };

function expectSplit(split: unknown, place: Place): void {
  if (typeof split === "boolean") return;
  if (!isObject(split))
    refuse(place.stack, "FY023", `${place.file}: split is neither true, false nor an object`);
  expectNames(split, SPLIT, place);
}

function expectNames(value: Record<string, unknown>, names: object, { path, ...where }: Place): void {
  for (const [name, part] of Object.entries(value)) {
    const at = `${path}.${name}`;
    if (!Object.hasOwn(names, name)) refuse(where.stack, "FY022", `${at} in ${where.file}`);
    if (part === null) refuse(where.stack, "FY023", `${where.file}: ${at} is null: leave it out`);
    const below = BELOW[name];
    if (below !== undefined && isObject(part)) expectNames(part, below, { ...where, path: at });
  }
}

function contentOf(file: string): Record<string, unknown> {
  try {
    const content: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (isObject(content)) return content;
  } catch (error) {
    return refuse("main.ts", "FY023", `${file}: ${(error as Error).message}`);
  }
  return refuse("main.ts", "FY023", `${file}: not an object`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
