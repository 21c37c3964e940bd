import type { Cell, Nat, Passage, Scene } from "../scene/scene";
import { LEADING, wrapped } from "./fitting";

export const NAT_WIDTH = 190;
const HEIGHT = 46;
const PADDING = 8;

/** All are as high as the one that has most to say. */
export function natHeight({ nats }: Scene, zoneWidth: number): number {
  const width = Math.min(NAT_WIDTH, zoneWidth - 32) - 2 * PADDING;
  const rows = nats.map(({ passage }) => natReason(passage, width).length);
  return HEIGHT + LEADING * (Math.max(1, ...rows) - 1);
}

export function natReason(passage: Passage, width: number): readonly string[] {
  return passage.way === "open" ? [] : wrapped(passage.because, width, 3);
}

export function cellsBehind(nat: Nat, { cells }: Scene): readonly Cell[] {
  return cells.filter(({ exit }) => exit.kind === "nat" && exit.nat === nat.id);
}

/** NAT gateways that serve other zones than their own: each needs a line across. */
export function crossingNats(scene: Scene): readonly Nat[] {
  return scene.nats.filter((nat) => cellsBehind(nat, scene).some(({ zone }) => zone !== (nat.zone ?? 0)));
}
