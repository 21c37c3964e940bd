import { expectArguments } from "../foundation";

/** An image and the command that it is started with. */
export interface PlaceholderImage {
  readonly reference: string;
  readonly command: readonly string[];
}

/**
 * Caddy, Docker's official image, from AWS's own public registry (no pull limits that matter, no account): about
 * 20 MB, a single static program that answers HTTP by command line alone, on any port, as any user and with nothing to
 * write to. https://gallery.ecr.aws/docker/library/caddy
 */
const CADDY = "public.ecr.aws/docker/library/caddy:2.10.2-alpine";

/**
 * A stand-in for a program that is not there yet: answers every path with 200 and a fixed body.
 * @mayBeEmpty body
 */
export function respond(port: number, body: string): PlaceholderImage {
  return expectArguments("respond", { port, body }, () => {
    return { reference: CADDY, command: ["caddy", "respond", "--listen", `:${port}`, "--body", body] };
  });
}

/** A stand-in for a frontend: hands every request on, so that its answer proves the way to the backend. */
export function passOn(port: number, url: string): PlaceholderImage {
  return expectArguments("passOn", { port, url }, () => {
    const command = ["caddy", "reverse-proxy", "--from", `http://:${port}`, "--to", url];
    return { reference: CADDY, command };
  });
}
