/** A host and a port that a text names. */
export interface NetworkAddress {
  readonly host: string;
  /** Undefined if the text has none, and its scheme has no usual one. */
  readonly port: number | undefined;
}

/** https://www.iana.org/assignments/service-names-port-numbers */
const USUAL_PORTS: Readonly<Record<string, number>> = {
  http: 80,
  https: 443,
  ws: 80,
  wss: 443,
  postgres: 5432,
  postgresql: 5432,
  mysql: 3306,
  redis: 6379,
  rediss: 6379,
  amqp: 5672,
  amqps: 5671,
  mongodb: 27017,
  nats: 4222,
  mqtt: 1883,
  mqtts: 8883,
};

/** `postgres://user:password@orders:5432/shop`; its parts are bounded, so that long texts are read in one go. */
const URL = /(?<![A-Za-z0-9+.-])([A-Za-z][A-Za-z0-9+.-]{0,19}):\/\/\/?([^\s/?#"'<>|;\\]{1,1000})/g;
const BOUNDARY = /[\s,;|="'<>()[\]{}]+/;
const HOST = /^[A-Za-z0-9_]([A-Za-z0-9_.-]{0,251}[A-Za-z0-9_])?$/;
const PORT = /^\d{1,5}$/;
/** `redis:7` is the tag of an image. */
const LOWEST_BARE_PORT = 80;

/** All hosts in a text that are written as `scheme://host`, with or without a port, or as `host:port`. */
export function addressesIn(text: string): NetworkAddress[] {
  const inUrls = [...text.matchAll(URL)].flatMap(([, scheme = "", authority = ""]) =>
    inUrl(scheme, authority),
  );
  const bare = text
    .replace(URL, " ")
    .split(BOUNDARY)
    .flatMap((part) => addressOf(part))
    .filter(({ port = 0 }) => port >= LOWEST_BARE_PORT);
  const all = [...inUrls, ...bare];
  return [...new Map(all.map((one) => [`${one.host}:${one.port ?? ""}`, one])).values()];
}

/** An authority may list several hosts, behind one name and password. */
function inUrl(scheme: string, authority: string): NetworkAddress[] {
  const hosts = authority.slice(authority.lastIndexOf("@") + 1).split(",");
  const usual = USUAL_PORTS[scheme.toLowerCase()];
  return hosts.flatMap((host) => addressOf(host, usual));
}

function addressOf(text: string, usual?: number): NetworkAddress[] {
  const [host = "", port, ...more] = text.split(":");
  if (more.length > 0 || !HOST.test(host) || (port !== undefined && !PORT.test(port))) return [];
  return [{ host: host.toLowerCase(), port: port === undefined ? usual : Number(port) }];
}
