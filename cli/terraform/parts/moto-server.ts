import type { MissingPart } from "./missing-part";

/** The version of moto that the gaps are known for; a moto_server that is installed already may be another. */
export const motoVersion = "5.2.1";

/** A way to run moto's server, and how to ask whether it works on this machine. */
export interface MotoServer {
  readonly name: "moto_server" | "uvx" | "docker";
  readonly question: readonly string[];
  /** The command line that serves on 127.0.0.1 at a port. */
  command(port: number): readonly string[];
}

/** In the order of preference. */
export const motoServers: readonly MotoServer[] = [
  {
    name: "moto_server",
    question: ["moto_server", "--help"],
    command: (port) => ["moto_server", "-H", "127.0.0.1", "-p", String(port)],
  },
  {
    name: "uvx",
    question: ["uvx", "--version"],
    command: (port) => [
      ...["uvx", "--from", `moto[server]==${motoVersion}`],
      ...["moto_server", "-H", "127.0.0.1", "-p", String(port)],
    ],
  },
  {
    name: "docker",
    // The client answers without an engine; only the engine knows its own version.
    question: ["docker", "info", "--format", "{{.ServerVersion}}"],
    command: (port) => [
      ...["docker", "run", "--rm", "--name", `frontyard-rehearsal-${port}`],
      ...["-p", `127.0.0.1:${port}:5000`, `motoserver/moto:${motoVersion}`],
    ],
  },
];

export const missingMoto: MissingPart = {
  part: "moto, the emulated AWS",
  problem: "no moto_server on PATH that runs, no uvx, no running Docker",
  remedy: `pipx install 'moto[server]==${motoVersion}'`,
};
