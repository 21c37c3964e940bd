import { ROWS, type Door, type Entry, type Lane, type Passage, type Row, type Scene } from "../scene/scene";

const ROW_NAMES: Readonly<Record<Row, string>> = {
  public: "public subnets",
  private: "private subnets",
  unknown: "subnets whose routes are not known yet",
};

/** A scene as a Mermaid flowchart, which GitHub draws where it finds one in a page. */
export function mermaidOf(scene: Scene): string {
  const names = namesIn(scene);
  const id = (address: string): string => names.get(address) ?? "internet";
  return [
    "flowchart TB",
    `  internet(["internet"])`,
    ...networkLines(scene, id),
    ...edgesOf(scene, id).map((one) => `  ${one}`),
    "",
  ].join("\n");
}

type NameOf = (address: string) => string;

/** Short names in a stable order: addresses hold characters that break a chart. */
function namesIn({ doors, lanes, nats }: Scene): ReadonlyMap<string, string> {
  const targets = [...new Set(lanes.flatMap(({ forwards }) => forwards.map(({ target }) => target.id)))];
  const named = (prefix: string, ids: readonly string[]): [string, string][] =>
    ids.map((one, index) => [one, `${prefix}${index + 1}`]);
  return new Map([
    ...named(
      "balancer",
      doors.map((one) => one.id),
    ),
    ...named(
      "service",
      lanes.filter(({ service }) => service).map((one) => one.id),
    ),
    ...named("group", targets),
    ...named(
      "nat",
      nats.map((one) => one.id),
    ),
  ]);
}

function networkLines(scene: Scene, id: NameOf): readonly string[] {
  const targets = new Map(
    scene.lanes.flatMap(({ forwards }) => forwards.map(({ target }) => [target.id, target])),
  );
  const network = scene.networks.length === 0 ? "VPC not in this file" : `VPC ${scene.networks.join(", ")}`;
  return [
    `  subgraph network[${quoted(network)}]`,
    ...(scene.gateway === undefined ? [] : ['    gateway["internet gateway"]']),
    ...[...targets.values()].map(
      ({ id: own, name, listens, health }) =>
        `    ${id(own)}[${quoted(name, listens, health, ...noticesAt(own, scene))}]`,
    ),
    ...ROWS.flatMap((row) => rowLines(row, scene, id)),
    ...(scene.endpoints.length === 0
      ? []
      : [`    endpoints[${quoted("VPC endpoints", endpointNames(scene))}]`]),
    "  end",
  ];
}

/** A target group without a service says so itself. */
function noticesAt(target: string, { lanes }: Scene): readonly string[] {
  return lanes.flatMap(({ forwards, notice }) =>
    notice !== undefined && forwards.some((one) => one.target.id === target) ? [notice] : [],
  );
}

function endpointNames({ endpoints }: Scene): string {
  return endpoints.map(({ service, kind }) => `${service} (${kind})`).join(", ");
}

function rowLines(row: Row, { doors, lanes, nats, zones }: Scene, id: NameOf): readonly string[] {
  const nodes = [
    ...doors.filter((one) => one.row === row).map((one) => `${id(one.id)}[${quoted(...doorWords(one))}]`),
    ...(row === "public" ? nats.map((one) => `${id(one.id)}[${quoted(one.kind, one.name)}]`) : []),
    ...lanes
      .filter((one) => one.row === row && one.service !== undefined)
      .map((one) => `${id(one.id)}[${quoted(...laneWords(one, zones))}]`),
  ];
  if (nodes.length === 0) return [];
  return [`    subgraph ${row}[${quoted(ROW_NAMES[row])}]`, ...nodes.map((one) => `      ${one}`), "    end"];
}

function doorWords({ name, scheme, listeners }: Door): readonly string[] {
  return [name, scheme, ...listeners.flatMap(({ label, does, answers }) => [`${label} ${does}`, ...answers])];
}

function laneWords({ service }: Lane, zones: readonly string[]): readonly string[] {
  const places = service?.tasks.places ?? [];
  return [
    service?.name ?? "",
    service?.tasks.total ?? "",
    ...places.flatMap(({ zone, says }) => (zone === undefined ? [] : [`${zones[zone] ?? ""}: ${says}`])),
  ];
}

function edgesOf(scene: Scene, id: NameOf): readonly string[] {
  const entrance = scene.gateway === undefined ? "internet" : "gateway";
  const facing = scene.doors.filter(({ isInternetFacing }) => isInternetFacing);
  const labels = [...new Set(facing.flatMap(({ listeners }) => listeners.map(({ label }) => label)))];
  return [
    ...(scene.gateway === undefined || facing.length === 0
      ? []
      : [edge("internet", "gateway", labels.join(", "), { way: "open" })]),
    ...facing.flatMap((door) =>
      door.listeners.map(({ label, arrival = { way: "open" } }) =>
        edge(entrance, id(door.id), label, arrival),
      ),
    ),
    ...scene.lanes.flatMap((lane) => laneEdges(lane, id)),
    ...scene.calls.map(({ from, to, label }) => edge(id(from), id(to), label, { way: "open" })),
    ...exitEdges(scene, id, entrance),
    ...(scene.endpoints.length === 0 ? [] : endpointEdges(scene, id)),
  ];
}

function laneEdges(lane: Lane, id: NameOf): readonly string[] {
  const into = lane.forwards.flatMap(({ door, target, routes }) =>
    door === undefined
      ? []
      : [
          edge(id(door), id(target.id), routes.map(({ by, takes }) => `${by}: ${takes}`).join(", "), {
            way: "open",
          }),
        ],
  );
  if (lane.service === undefined) return into;
  return [
    ...into,
    ...lane.forwards.map(({ target, port, passage }) => edge(id(target.id), id(lane.id), port, passage)),
    ...lane.entries.filter(isSomebody).map((one) => edge(id(one.id), id(lane.id), one.port, one.passage)),
  ];
}

/** A crowd is no node. */
function isSomebody({ id }: Entry): boolean {
  return id !== "";
}

function exitEdges({ nats, lanes, cells }: Scene, id: NameOf, entrance: string): readonly string[] {
  const rows = new Map(
    nats.map((nat) => [nat.id, cells.filter(({ exit }) => exit.kind === "nat" && exit.nat === nat.id)]),
  );
  return nats.flatMap((nat) => {
    const served = rows.get(nat.id) ?? [];
    const users = lanes.filter(
      ({ service, row }) =>
        row === "private" &&
        service?.tasks.places.some(({ zone }) => served.some((one) => one.zone === zone && one.row === row)),
    );
    return [
      ...users.map((lane) => edge(id(lane.id), id(nat.id), nat.ports, { way: "open" })),
      edge(id(nat.id), entrance, nat.ports, nat.passage),
    ];
  });
}

function endpointEdges({ lanes }: Scene, id: NameOf): readonly string[] {
  const services = lanes.filter(({ service }) => service !== undefined);
  return services.map((lane) => edge(id(lane.id), "endpoints", "443", { way: "open" }));
}

/** Open ways are solid; closed ones are dotted and end in a cross. */
function edge(from: string, to: string, label: string, passage: Passage): string {
  const arrow = { open: "-->", closed: "-.-x", unknown: "-.->" }[passage.way];
  const says = passage.way === "open" ? label : `${label} ${passage.way}: ${passage.because}`;
  return says === "" ? `${from} ${arrow} ${to}` : `${from} ${arrow}|${quoted(says)}| ${to}`;
}

/** Lines of a label, in quotes; what would end or break them is written as an entity. */
function quoted(...lines: readonly string[]): string {
  return `"${lines
    .filter((one) => one !== "")
    .map(plain)
    .join("<br/>")}"`;
}

function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N} .,:;/()?=+_…-]/gu, (one) => `#${one.codePointAt(0) ?? 63};`);
}
