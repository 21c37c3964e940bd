import type { Lane, Scene } from "../../picture/scene/scene";
import { brokenTown, sceneIn, stackScenes, townElsewhere } from "./scenes";
import { townOf, TWELVE } from "./town";

const scenes = stackScenes();

/** Everything that a scene connects, a line each. */
function ways({ doors, lanes, calls, nats }: Scene): string[] {
  const nameOf = (id: string | undefined): string =>
    [...doors.map((one) => [one.id, one.name]), ...lanes.map((one) => [one.id, one.service?.name])].find(
      ([own]) => own === id,
    )?.[1] ?? "?";
  return [
    ...doors.flatMap(({ name, listeners }) =>
      listeners.map(({ label, arrival }) => `internet > ${name} ${label}: ${arrival?.way ?? "internal"}`),
    ),
    ...lanes.flatMap(({ forwards, entries, service }) => [
      ...forwards.map(
        ({ door, target, port, passage }) =>
          `${nameOf(door)} > ${target.name} > ${service?.name ?? "nobody"} ${port}: ${passage.way}`,
      ),
      ...entries.map(
        ({ from, port, passage }) => `${from} > ${service?.name ?? "nobody"} ${port}: ${passage.way}`,
      ),
    ]),
    ...calls.map(({ from, to, label, way }) => `${nameOf(from)} > ${nameOf(to)} ${label}: ${way}`),
    ...nats.map(({ name, ports, passage }) => `${name} > internet ${ports}: ${passage.way}`),
  ];
}

const laneOf = ({ lanes }: Scene, name: string): Lane => lanes.find(({ service }) => service?.name === name)!;

describe("the scene of voice-agent", () => {
  it("has one way in, and one way out", () => {
    expect(ways(scenes.voiceAgent)).toEqual([
      "internet > Fargate-ALB HTTP :80: open",
      "Fargate-ALB > Fargate-TG > Agent 6060: open",
      "Nat-us-east-1a > internet 443: open",
    ]);
  });

  it("locks the tasks to the internet", () => {
    expect(laneOf(scenes.voiceAgent, "Agent").service?.lock).toBe("private subnets, no public address");
  });

  it("says the port and the path of the health check", () => {
    expect(laneOf(scenes.voiceAgent, "Agent").forwards[0]?.target).toMatchObject({
      listens: "HTTP :6060",
      health: "health: GET /health",
    });
  });

  it("takes the number of tasks from the variable's default, and says so", () => {
    expect(laneOf(scenes.voiceAgent, "Agent").service?.tasks).toEqual({
      total: "2 tasks by default (agent_desired_count)",
      isDefault: true,
      places: [
        { zone: 0, says: "1 task", count: 1 },
        { zone: 1, says: "1 task", count: 1 },
      ],
    });
  });

  it("has nobody behind the target group on day 9", () => {
    expect(ways(scenes.day9)).toContain("Fargate-ALB > Fargate-TG > nobody 6060: open");
    expect(scenes.day9.lanes.map(({ notice }) => notice)).toEqual(["nobody is registered yet: 503"]);
  });
});

describe("the scene of learning-app", () => {
  it("closes the backend to the internet and to the load balancer", () => {
    expect(ways(scenes.learningApp)).toEqual([
      "internet > my-learning-app-alb HTTP :80: open",
      "my-learning-app-alb > frontend-tg > my-frontend-task-service 80: open",
      "internet > my-backend-task-service 8080: closed",
      "my-learning-app-alb > my-backend-task-service 8080: closed",
      "my-frontend-task-service > my-backend-task-service backend:8080: open",
      "Nat-us-east-1a > internet 443: open",
    ]);
  });

  it("says why", () => {
    expect(
      laneOf(scenes.learningApp, "my-backend-task-service").entries.map(({ passage }) => passage),
    ).toEqual([
      { way: "closed", because: "private subnets, no public address" },
      { way: "closed", because: "BACKEND_SG admits only FRONTEND_SG" },
    ]);
  });

  it("has public and private subnets in both zones, and one NAT gateway for both", () => {
    const { zones, cells, nats } = scenes.learningApp;
    expect(zones).toEqual(["us-east-1a", "us-east-1b"]);
    expect(cells.map(({ row, zone, exit }) => `${row} ${zone} ${exit.kind}`)).toEqual([
      "public 0 gateway",
      "public 1 gateway",
      "private 0 nat",
      "private 1 nat",
    ]);
    expect(nats.map(({ zone }) => zone)).toEqual([0]);
  });

  it("tells which open port nobody listens on", () => {
    expect(scenes.learningApp.doors.map(({ idlePorts }) => idlePorts)).toEqual([["443"]]);
  });

  it("does not know how two tasks are spread over four zones", () => {
    const { tasks } = laneOf(scenes.fourZones, "my-frontend-task-service").service!;
    expect(tasks.places.map(({ says }) => says)).toEqual(Array(4).fill("0 to 1 task"));
  });
});

describe("the scene of a broken stack", () => {
  const scene = sceneIn("broken", brokenTown());
  const because = (name: string): unknown => laneOf(scene, name).forwards[0]?.passage;

  it("closes what a missing rule closes, and names the rule", () => {
    expect(because("web")).toEqual({ way: "closed", because: "web-sg does not admit door-sg on 8000" });
    expect(because("api")).toEqual({ way: "closed", because: "door-sg may not talk to api-sg on 8001" });
  });

  it("closes the listener whose port the group does not admit, and only that one", () => {
    expect(ways(scene).slice(0, 2)).toEqual([
      "internet > town-door HTTP :80: open",
      "internet > town-door HTTP :8443: closed",
    ]);
  });

  it("finds the private subnet that has no way out", () => {
    expect(scene.cells.filter(({ row }) => row === "private").map(({ exit }) => exit.kind)).toEqual([
      "nat",
      "none",
    ]);
  });
});

describe("the scene of a stack whose network is elsewhere", () => {
  const scene = sceneIn("elsewhere", townElsewhere());

  it("does not call anything closed that may be open", () => {
    expect(ways(scene)).toContain("internet > town-door HTTP :80: unknown");
    expect(scene.zones).toEqual(["zones not known"]);
    expect(laneOf(scene, "web").service?.tasks.places).toEqual([
      { zone: undefined, says: "2 tasks", count: 2 },
    ]);
  });
});

describe("the scene of twelve services", () => {
  const scene = sceneIn("twelve", townOf(TWELVE));

  it("follows the rules by their priority, the default last, then who is called by whom", () => {
    expect(scene.lanes.map(({ service }) => service?.name.slice(0, 9))).toEqual(
      "orders cart catalogue search accounts recommend image-thu web payments stock mail ledger".split(" "),
    );
  });

  it("says which requests a rule takes", () => {
    expect(laneOf(scene, "accounts").forwards[0]?.routes).toEqual([
      { by: "HTTP :80, rule 50", takes: "/accounts/*, /login" },
    ]);
    expect(laneOf(scene, "web").forwards[0]?.routes).toEqual([
      { by: "HTTP :80", takes: "all other requests" },
    ]);
  });

  it("says how many tasks run in a zone, as far as that is known", () => {
    const says = (name: string): string[] => laneOf(scene, name).service!.tasks.places.map((one) => one.says);
    expect(says("orders")).toEqual(["1 to 2 tasks", "1 to 2 tasks"]);
    expect(says("recommendations-for-returning-visitors")).toEqual(["no task", "no task"]);
    expect(says("image-thumbnails")).toEqual(["? tasks", "? tasks"]);
  });

  it("tells three callers apart, and counts more", () => {
    expect(scene.calls.filter(({ label }) => label === "9001")).toHaveLength(3);
    const services = TWELVE.services.map((one) =>
      one.name === "stock" ? { ...one, callers: ["orders", "cart", "catalogue", "search"] } : one,
    );
    const crowded = sceneIn("crowded", townOf({ ...TWELVE, services }));
    expect(crowded.calls.filter(({ label }) => label === "9001")).toEqual([]);
    expect(laneOf(crowded, "stock").entries[0]).toMatchObject({
      from: "4 services",
      passage: { way: "open" },
    });
  });
});
