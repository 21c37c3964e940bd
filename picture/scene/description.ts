import type { Call, Door, Entry, Forward, Lane, Nat, Passage, Scene } from "./scene";

/** What the picture shows, in sentences: for those who can't see it. */
export function described(scene: Scene): readonly string[] {
  const nameOf = (id: string | undefined): string =>
    scene.doors.find((one) => one.id === id)?.name ??
    scene.lanes.find((one) => one.id === id)?.service?.name ??
    "a load balancer elsewhere";
  return [
    ...scene.doors.flatMap(arrivals),
    ...scene.lanes.flatMap((lane) => [
      ...lane.forwards.map((one) => forwarded(one, lane, nameOf(one.door))),
      ...lane.entries.map((one) => entered(one, lane)),
    ]),
    ...scene.calls.map((one) => called(one, nameOf)),
    ...scene.nats.map(leaving),
  ];
}

function arrivals({ name, listeners }: Door): readonly string[] {
  return listeners.flatMap(({ label, arrival }) =>
    arrival === undefined
      ? []
      : [`The internet ${verb(arrival, "reaches")} ${name} on ${label}${reason(arrival)}.`],
  );
}

function forwarded({ target, port, passage }: Forward, lane: Lane, door: string): string {
  const to = lane.service?.name ?? `nobody: ${lane.notice ?? ""}`;
  return `${door} ${verb(passage, "sends")} through ${target.name} to ${to} on ${port}${reason(passage)}.`;
}

function entered({ from, port, passage }: Entry, lane: Lane): string {
  const who = from === "internet" ? "The internet" : from;
  return `${who} ${verb(passage, "reaches")} ${lane.service?.name ?? ""} on ${port}${reason(passage)}.`;
}

function called({ from, to, label }: Call, nameOf: (id: string) => string): string {
  return `${nameOf(from)} reaches ${nameOf(to)} on ${label}.`;
}

function leaving({ name, ports, passage }: Nat): string {
  const what = ports === "" ? "" : ` for ${ports}`;
  return `${name} ${verb(passage, "leads")} out to the internet${what}${reason(passage)}.`;
}

function verb({ way }: Passage, open: string): string {
  const plain = open.replace(/(?<=ch)es$|s$/, "");
  if (way === "open") return open;
  return way === "closed" ? `does not ${plain}` : `may ${plain}`;
}

function reason(passage: Passage): string {
  return passage.way === "open" ? "" : ` (${passage.because})`;
}
