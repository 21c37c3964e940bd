import { scratchVolume, type FargateServiceProps } from "../../../../modules";
import { at, listAt, parse, type Json } from "../../../support/json";
import { cluster, service, system } from "../../../support/parts";
import { synthesize, type Synthesized } from "../../../support/synthesize";
import { fill } from "../../../support/template";

/**
 * What scanners are asked to find in container definitions, and miss where these are a text or hold an expression:
 * asserted here on every container that our constructs make, the ones that they add by themselves included.
 */
const sidecar = { name: "Sidecar", image: "public.ecr.aws/docker/library/busybox:1.37" };
const shapes: Record<string, Partial<FargateServiceProps>> = {
  "a bare service": {},
  "a service with a sidecar": { sidecars: [sidecar] },
  "a service with a log router": {
    task: { logRouter: {} },
    sidecars: [{ ...sidecar, logOptions: { Name: "null" } }],
  },
  "a service with sessions": { exec: true, sidecars: [sidecar] },
  "a service with sessions and a log router": {
    exec: true,
    task: { logRouter: {}, architecture: "ARM64" },
    sidecars: [{ ...sidecar, logOptions: { Name: "null" }, mounts: { "/a": scratchVolume("a") } }],
  },
};

const containersOf = (stack: Synthesized): Json[] =>
  stack
    .resources("aws_ecs_task_definition")
    .flatMap((task) => parse(fill(task.text("container_definitions"), {})) as Json[]);

const made = Object.entries(shapes).map(([name, props]): [string, Json[]] => [
  name,
  containersOf(synthesize((stack) => void service(stack, cluster(stack), props))),
]);
made.push(["a service behind a load balancer", containersOf(synthesize((stack) => void system(stack)))]);

describe.each(made)("every container of %s", (_, containers) => {
  it("is there", () => {
    expect(containers.length).toBeGreaterThan(0);
  });

  it("can't write to its root file system", () => {
    expect(containers.map((one) => at(one, "readonlyRootFilesystem"))).toEqual(containers.map(() => true));
  });

  it("is not privileged, adds no capability, and shares no namespace with its host", () => {
    for (const container of containers) {
      expect(container).not.toHaveProperty("privileged");
      expect(at(container, "linuxParameters.capabilities")).toBeUndefined();
      expect(at(container, "linuxParameters.devices")).toBeUndefined();
    }
  });

  it("runs as a user that is not root, but for FireLens, which ECS lets be nobody else", () => {
    for (const container of containers) {
      const isRouter = at(container, "firelensConfiguration") !== undefined;
      expect(at(container, "user")).toBe(isRouter ? "0" : "1000:1000");
    }
  });

  it("logs: to the task's own group, or through the router that does", () => {
    const drivers = containers.map((one) => at(one, "logConfiguration.logDriver"));
    expect(drivers.every((driver) => driver === "awslogs" || driver === "awsfirelens")).toBe(true);
    if (drivers.includes("awsfirelens")) {
      const router = containers.find((one) => at(one, "firelensConfiguration") !== undefined);
      expect(at(router, "logConfiguration.logDriver")).toBe("awslogs");
      expect(at(router, "essential")).toBe(true);
    }
  });

  it("has no port on the host but its own", () => {
    for (const mapping of containers.flatMap((one) => listAt(one, "portMappings")))
      expect(at(mapping, "hostPort")).toBe(at(mapping, "containerPort"));
  });

  it("names everything that it mounts once", () => {
    for (const container of containers) {
      const paths = listAt(container, "mountPoints").map((one) => at(one, "containerPath"));
      expect(new Set(paths).size).toBe(paths.length);
    }
  });
});
