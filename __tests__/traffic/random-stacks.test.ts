import fc from "fast-check";
import {
  Cluster,
  existingCertificate,
  FargateService,
  FileSystem,
  HttpListener,
  HttpsListener,
  LoadBalancer,
  Network,
  TargetGroup,
  WebAcl,
  type AwsStack,
  type Scaling,
  type Forward,
} from "../../modules";
import { check } from "../../traffic";
import { blindSpots } from "../policy-checks/proofs/tasks";
import { synthesize } from "../support/synthesize";

const IMAGES = [
  "nginx:1.27",
  "123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1",
  "public.ecr.aws/nginx/nginx:1",
];

/** What one of our stacks can be made of. */
const shapes = fc.record({
  letters: fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f"), { minLength: 2, maxLength: 5 }),
  nat: fc.constantFrom("instance" as const, "single" as const, "per-zone" as const),
  ipv6: fc.constantFrom(false, true, "unused" as const),
  doors: fc.uniqueArray(fc.integer({ min: 1, max: 65535 }), { minLength: 1, maxLength: 3 }),
  checkPort: fc.option(fc.integer({ min: 1, max: 65535 }), { nil: undefined }),
  isInternal: fc.boolean(),
  isNamed: fc.boolean(),
  isGuarded: fc.boolean(),
  isSecured: fc.boolean(),
  isRouted: fc.boolean(),
  services: fc.array(
    fc.record({
      port: fc.integer({ min: 1, max: 65535 }),
      desiredCount: fc.integer({ min: 0, max: 20 }),
      image: fc.constantFrom(...IMAGES),
      isFound: fc.boolean(),
      capacity: fc.constantFrom("on-demand" as const, "spot" as const, { base: 1, spotPercent: 50 }),
      exec: fc.boolean(),
      releases: fc.constantFrom("terraform" as const, "pipeline" as const),
      isStoring: fc.boolean(),
      extraTasks: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  strategy: fc.constantFrom("rolling" as const, "blue-green" as const, "linear" as const, "canary" as const),
});

const CERTIFICATE = existingCertificate("arn:aws:acm:us-east-1:123456789012:certificate/one");
const halves = (...groups: readonly TargetGroup[]): Forward =>
  groups.map((targetGroup) => ({ targetGroup, weight: 1 }));

type Shape = typeof shapes extends fc.Arbitrary<infer T> ? T : never;

/**
 * One or more doors, each in front of the first service or redirecting to one that is; the second service is behind a
 * route, or a target group without anybody is. Every service may call those that come after it.
 */
function build(stack: AwsStack, shape: Shape): void {
  const zones = shape.letters.map((letter) => `us-east-1${letter}`);
  const network = new Network(stack, "Network", { zones, nat: shape.nat, ipv6: shape.ipv6 });
  const cluster = new Cluster(stack, "Cluster", { network });
  const port = shape.services[0]?.port ?? 80;
  const targets = new TargetGroup(stack, "Targets", {
    network,
    port,
    ...(shape.isNamed ? { name: "targets" } : {}),
    ...(shape.checkPort === undefined ? {} : { healthCheck: { port: shape.checkPort } }),
  });
  const data = new FileSystem(stack, "Files", { network }).folder("Data", { path: "/data" });
  const scheme = shape.isInternal ? "internal" : "internet-facing";
  const { isGuarded } = shape;
  const guards = { accessLogs: isGuarded, deletionProtection: isGuarded };
  const loadBalancer = new LoadBalancer(stack, "Door", { network, scheme, ...guards });
  if (isGuarded) loadBalancer.protectWith(new WebAcl(stack, "Firewall"));
  const others = new TargetGroup(stack, "Others", { network, port: shape.services[1]?.port ?? 80 });
  const isShifted = shape.strategy !== "rolling"; // then nobody else may forward to its target group
  const [first, ...rest] = shape.doors;
  const listener = shape.isSecured
    ? new HttpsListener(stack, "Https", {
        loadBalancer,
        forwardTo: targets,
        port: first,
        certificates: [CERTIFICATE],
      })
    : new HttpListener(stack, "Http", { loadBalancer, forwardTo: targets, port: first });
  for (const port of rest) {
    const forwardTo = isShifted ? others : targets;
    const to = listener instanceof HttpsListener ? { redirectTo: listener } : { forwardTo };
    new HttpListener(stack, `Http${port}`, { loadBalancer, port, ...to });
  }
  const shift = isShifted ? { strategy: shape.strategy, listener } : {};
  const services = shape.services.map(
    ({ image, isFound, isStoring, extraTasks, ...props }, index) =>
      new FargateService(stack, `Service${index}`, {
        cluster,
        container: { image, port: props.port, ...(isStoring ? { mounts: { "/data": data } } : {}) },
        desiredCount: props.desiredCount,
        capacity: props.capacity,
        exec: props.exec,
        releases: props.releases,
        ...(index === 0 ? { targetGroup: targets, deployment: shift } : {}),
        ...(extraTasks === undefined ? {} : { scaling: scalingOf(props.desiredCount, extraTasks) }),
        ...(index === 1 && shape.isRouted ? { targetGroup: others } : {}),
        ...(isFound ? { discoveryName: `service-${index}` } : {}),
      }),
  );
  services.forEach((client, index) =>
    services.slice(index + 1).forEach((server) => server.allowFrom(client)),
  );
  for (const door of shape.doors) {
    services.slice(1).forEach((service) => loadBalancer.allowFrom(service, door));
    if (shape.isInternal && services.length === 1) loadBalancer.securityGroup.admitBlock("10.0.0.0/16", door);
  }
  if (services.length > 1 && shape.isRouted)
    listener.route("Others", { paths: ["/others/*"], forwardTo: others });
  else
    listener.route("Both", { paths: ["/both/*"], forwardTo: isShifted ? others : halves(targets, others) });
}

function scalingOf(minimum: number, extraTasks: number): Scaling {
  return { minimum, maximum: minimum + extraTasks, cpuPercent: 60 };
}

describe("any stack of our constructs", () => {
  it("carries its traffic: there is nothing to find but a health check on a port of its own, and an empty group", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const { document } = synthesize((stack) => build(stack, shape));
        const told = check(JSON.stringify(document)).findings;
        const expected = ["FY519", "FY521"];
        expect(told.filter(({ code, severity }) => !expected.includes(code) || severity !== "note")).toEqual(
          [],
        );
      }),
      { numRuns: 25, seed: 20_261_120 },
    );
  });

  it("has no container that is root, writes where it runs or hides a secret, and no role with a wildcard", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const made = synthesize((stack) => build(stack, shape));
        expect(blindSpots.flatMap((proof) => proof.offenders(made))).toEqual([]);
      }),
      { numRuns: 10, seed: 20_261_121 },
    );
  });
});
